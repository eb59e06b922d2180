using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;

namespace OutletBot.Unit.Simulation;

/// <summary>
/// Thousands of histories in which a person takes the conversation over and gives it back, while everything fails that can. Run
/// more of them with OUTLETBOT_SEEDS=100000, one alone with OUTLETBOT_SEED=n.
/// </summary>
public sealed class TakeOverSimulationTests
{
    private const int SeedsInCi = 5_000;

    [Fact]
    public void Whatever_fails_nobody_is_talked_over_and_what_the_person_left_is_answered_once()
    {
        foreach (var seed in Seeds.UpTo(SeedsInCi))
        {
            var world = new SimulatedWorld(seed, new Conversation
            {
                ContactRead = true,
                Stage = Stage.Booked,
                Appointment = new BookedAppointment("a0", new DateTimeOffset(2026, 12, 24, 15, 0, 0, TimeSpan.Zero)),
            });
            var (written, person) = Play(world);

            world.TalkedOver.ShouldBe(0, Failure(seed, world, "talked over"));
            foreach (var message in written)
            {
                var answers = world.Ghl.Sent.Count(s => $"{s.Text} ".Contains($" {message.Text} ", StringComparison.Ordinal));
                answers.ShouldBeInRange(message.SentAt > person.SentAt ? 1 : 0, 1, Failure(seed, world, $"answers to {message.Text}"));
            }

            world.Sql.Committed.Stage.ShouldBe(Stage.Booked, Failure(seed, world, "stage"));
            world.Sql.Unhandled.ShouldBeEmpty(Failure(seed, world, "unhandled"));
            world.Sql.Transcript.Count.ShouldBe(written.Count + 1 + world.Ghl.Sent.Count, Failure(seed, world, "transcript"));
        }
    }

    private static (List<InboxEvent> Written, InboxEvent Person) Play(SimulatedWorld world)
    {
        List<InboxEvent> written = [];
        for (var n = 1; n <= world.Random.Next(2, 6); n++) written.Add(Event(world, n, InboxEventKind.LeadMessage, $"m{n}", world.Between(0, 60)));
        var person = Event(world, 10, InboxEventKind.PersonMessage, "p1", world.Between(0, 60));
        foreach (var e in written.Append(person)) Happens(world, e);

        // The person gives the conversation back once the bot knows that they had it.
        for (var look = 1; look <= 40; look++)
        {
            world.At(TimeSpan.FromSeconds(60 + (7 * look)), () =>
            {
                if (world.Sql.Committed.Stage != Stage.HandedOff || world.Sql.Unhandled.Any(e => e.Kind == InboxEventKind.Release)) return;
                Happens(world, Event(world, 1000 + world.Sql.Committed.Turn + world.Random.Next(1, 1_000_000), InboxEventKind.Release, "", TimeSpan.Zero));
            });
        }

        for (var n = world.Random.Next(4); n > 0; n--) world.At(world.Between(0, 120), world.LoseTheProcess);
        for (var sweep = 1; sweep <= 120; sweep++)
        {
            world.At(TimeSpan.FromSeconds(5 * sweep), () =>
            {
                foreach (var e in world.Sql.Unhandled.ToArray()) world.Deliver(e);
            });
        }

        // The world heals, so that whatever can be finished is.
        world.At(TimeSpan.FromSeconds(150), () => world.FaultRate = 0);
        world.Run(TimeSpan.FromSeconds(900));
        return (written, person);
    }

    private static void Happens(SimulatedWorld world, InboxEvent e) => world.At(e.SentAt - world.Time.GetUtcNow(), () =>
    {
        if (e.Kind != InboxEventKind.Release)
            world.Ghl.Written.Add(new CrmMessage(e.MessageId, e.Kind == InboxEventKind.LeadMessage, e.Text, e.SentAt, "app", e.Kind == InboxEventKind.PersonMessage ? "u1" : null, Channel.WhatsApp, false));
        world.Note($"{e.Kind} {e.Text}");
        world.Sql.Insert(e);
        if (world.Happens(0.85)) world.Deliver(e);
        if (world.Happens(0.2)) world.At(world.Between(0, 5), () => world.Deliver(e));
    });

    private static InboxEvent Event(SimulatedWorld world, long id, InboxEventKind kind, string text, TimeSpan fromNow) => new()
    {
        Id = id,
        Kind = kind,
        Conversation = SimulatedWorld.Id,
        MessageId = text.Length > 0 ? text : $"e{id}",
        HasProviderId = true,
        Text = text,
        SentAt = world.Time.GetUtcNow() + fromNow,
        ReceivedAt = world.Time.GetUtcNow() + fromNow,
    };

    private static string Failure(int seed, SimulatedWorld world, string what) =>
        $"{what}; replay with OUTLETBOT_SEED={seed}\n{string.Join('\n', world.Log)}";
}
