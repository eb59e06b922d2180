using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.FollowUps;
using OutletBot.Inbox;
using OutletBot.Options;
using OutletBot.Replay;
using OutletBot.Unit.Simulation;

namespace OutletBot.Unit.Replay;

/// <summary>
/// What is recorded while everything fails that can is enough to play the conversation again. More histories with
/// OUTLETBOT_SEEDS=100000, one alone with OUTLETBOT_SEED=n.
/// </summary>
public sealed class ReplaySimulationTests
{
    private const int SeedsInCi = 200;

    private static readonly string[] Script =
    [
        "Hola", "soy Carlos, tengo un restaurante", "no me llegan clientes entre semana", "¿cuánto cuesta?", "llenar las mesas", "unos quinientos al mes",
        "carlos@example.com", "el segundo", "gracias", "¿puedo cambiar la cita?", "el primero",
    ];

    [Fact]
    public async Task Whatever_failed_then_the_same_brain_gives_the_same_answers_again()
    {
        var nudges = 0;
        foreach (var seed in Seeds.UpTo(SeedsInCi))
        {
            var world = World(seed);
            Play(world);
            nudges += world.Sql.Committed.Nudges;

            var record = Records.Of(world.Sql.Transcript, world.Sql.Grounds);
            var played = await Player.PlayAsync(record, new RuleBrain(), world.Get("loc"), new ConversationOptions(), TestContext.Current.CancellationToken);

            played.Changed.ShouldBe(0, $"replay with OUTLETBOT_SEED={seed}\n{played.Told()}\n{string.Join('\n', world.Log)}");
            played.Turns.SelectMany(turn => turn.Now.Replies).Count().ShouldBe(world.Ghl.Sent.Count, $"OUTLETBOT_SEED={seed}\n{played.Told()}");
        }

        nudges.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Nudges_of_a_version_that_kept_no_grounds_of_them_are_known_from_the_transcript()
    {
        var world = World(seed: 1);
        world.FaultRate = 0;
        var id = 0L;
        foreach (var text in Script[..4]) Happens(world, ++id, InboxEventKind.LeadMessage, text, TimeSpan.FromMinutes(2 * id));
        world.Run(TimeSpan.FromMinutes(20));
        world.Sql.Committed.Nudges.ShouldBe(4);
        var record = Records.Of(world.Sql.Transcript, world.Sql.Grounds);
        TurnGrounds[] bare = [.. record.Grounds.Where(g => g.Sight is null)];
        bare.Length.ShouldBe(4);

        var played = await Player.PlayAsync(
            record with { Grounds = TranscriptGrounds.WithFollowUps(bare, record.Transcript) }, new RuleBrain(), world.Get("loc"), new ConversationOptions(), TestContext.Current.CancellationToken);

        played.Turns.SelectMany(turn => turn.Now.Replies).ShouldBe(world.Ghl.Sent.Select(sent => sent.Text), played.Told());
    }

    /// <summary>A world in which a pause between two messages may be long enough for a nudge.</summary>
    private static SimulatedWorld World(int seed) => new(seed, new Conversation())
    {
        // A recording is played by its own times: what clocks that are apart made of them cannot be told.
        ClocksOff = 0,
        Brain = new RuleBrain(),
        FollowUps = new() { Plan = [TimeSpan.FromSeconds(40)], QuietHours = QuietHours.None },
    };

    private static void Play(SimulatedWorld world)
    {
        var when = TimeSpan.Zero;
        var id = 0L;
        foreach (var text in Script)
        {
            when += world.Happens(0.3) ? world.Between(0.2, 3) : world.Between(20, 90);
            Happens(world, ++id, InboxEventKind.LeadMessage, text, when);
            if (!world.Happens(0.1)) continue;
            // Somebody else books the first time.
            world.At(when, () =>
            {
                if (world.Ghl.Free.Count > 2) world.Ghl.Free.RemoveAt(world.Random.Next(2));
            });
        }

        if (world.Happens(0.3))
        {
            var from = world.Between(0, when.TotalSeconds);
            Happens(world, 100, InboxEventKind.PersonMessage, "Le escribo yo, de la agencia", from);
            Happens(world, 101, InboxEventKind.Release, "", from + world.Between(30, 200));
        }

        for (var n = world.Random.Next(4); n > 0; n--) world.At(world.Between(0, when.TotalSeconds), world.LoseTheProcess);
        for (var sweep = 1; sweep <= 300; sweep++)
        {
            world.At(TimeSpan.FromSeconds(5 * sweep), () =>
            {
                foreach (var e in world.Sql.Unhandled.ToArray()) world.Deliver(e);
            });
        }

        // The world heals, so that whatever can be finished is.
        world.At(when, () => world.FaultRate = 0);
        world.Run(TimeSpan.FromSeconds(1800));
    }

    private static void Happens(SimulatedWorld world, long id, InboxEventKind kind, string text, TimeSpan when)
    {
        var e = new InboxEvent
        {
            Id = id,
            Kind = kind,
            Conversation = SimulatedWorld.Id,
            MessageId = $"m{id}",
            HasProviderId = true,
            Text = text,
            SentAt = world.Time.GetUtcNow() + when,
            ReceivedAt = world.Time.GetUtcNow() + when,
        };
        world.At(when, () =>
        {
            if (kind != InboxEventKind.Release)
                world.Ghl.Written.Add(new CrmMessage(e.MessageId, kind == InboxEventKind.LeadMessage, text, e.SentAt, "app", kind == InboxEventKind.PersonMessage ? "u1" : null, Channel.WhatsApp, false));
            world.Sql.Insert(e);
            if (world.Happens(0.85)) world.Deliver(e);
        });
    }
}
