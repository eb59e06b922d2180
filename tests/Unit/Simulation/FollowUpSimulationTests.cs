using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.FollowUps;
using OutletBot.Inbox;

namespace OutletBot.Unit.Simulation;

/// <summary>
/// Thousands of histories of a lead who falls silent, while everything fails that can. Run more of them with OUTLETBOT_SEEDS=100000,
/// one alone with OUTLETBOT_SEED=n.
/// </summary>
public sealed class FollowUpSimulationTests
{
    private const int SeedsInCi = 2_000;

    private static readonly string[] Nudges = ["pendiente tu nombre", "¿con quién hablo?", "¿Me dices tu nombre?"];

    [Fact]
    public void Whatever_fails_no_nudge_is_said_twice_and_the_last_one_reaches_who_stays_silent()
    {
        foreach (var seed in Seeds.UpTo(SeedsInCi))
        {
            var world = World(seed, FaultRate: 0.15);
            var silent = Play(world);

            // Each nudge has words of its own by its number; so many of each were decided on.
            var decided = world.Sql.Committed.Nudges;
            for (var wording = 0; wording < Nudges.Length; wording++)
            {
                var sent = world.Ghl.Sent.Count(s => s.Text.Contains(Nudges[wording], StringComparison.Ordinal));
                sent.ShouldBeLessThanOrEqualTo(Enumerable.Range(0, decided).Count(n => n % Nudges.Length == wording), Failure(seed, world, $"nudges in wording {wording}"));
            }

            if (silent) decided.ShouldBeInRange(1, Nudges.Length, Failure(seed, world, "nudges decided"));
            world.Sql.Committed.NeedsHuman.ShouldBeNull(Failure(seed, world, "operators"));
            if (silent) world.Ghl.Sent[^1].Text.ShouldContain(Nudges[decided - 1], Case.Sensitive, Failure(seed, world, "the last nudge"));
            world.TalkedOver.ShouldBe(0, Failure(seed, world, "talked over"));
            world.Sql.Unhandled.ShouldBeEmpty(Failure(seed, world, "unhandled"));
            world.Sql.Transcript.Count(row => row.Author == ReadModel.Author.Bot).ShouldBe(world.Ghl.Sent.Count, Failure(seed, world, "transcript"));
            world.Sql.Committed.Effects.ShouldBeEmpty(Failure(seed, world, "effects"));
        }
    }

    [Fact]
    public void Whatever_fails_a_template_goes_out_once_at_most_and_where_nothing_fails_once()
    {
        foreach (var seed in Seeds.UpTo(SeedsInCi / 4))
        {
            var world = World(seed, FaultRate: seed == 1 ? 0 : 0.15, new() { Plan = [TimeSpan.FromHours(25)], QuietHours = QuietHours.None, TemplateWorkflowId = "wf" });
            Say(world, Message(world, 1, InboxEventKind.LeadMessage, TimeSpan.Zero), certain: true);
            for (var n = seed == 1 ? 0 : world.Random.Next(3); n > 0; n--) world.At(TimeSpan.FromHours(25) + world.Between(0, 20), world.LoseTheProcess);
            for (var sweep = 1; sweep <= 10; sweep++)
            {
                world.At(TimeSpan.FromSeconds(30 * sweep), () =>
                {
                    foreach (var e in world.Sql.Unhandled.ToArray()) world.Deliver(e);
                });
            }

            world.Run(TimeSpan.FromHours(30));

            world.Ghl.Workflows.Count.ShouldBeInRange(seed == 1 ? 1 : 0, 1, Failure(seed, world, "templates"));
            world.Ghl.Sent.ShouldHaveSingleItem(Failure(seed, world, "the answer alone"));
            world.Sql.Committed.Nudges.ShouldBe(1, Failure(seed, world, "nudges"));
            world.Sql.Committed.NeedsHuman.ShouldBeNull(Failure(seed, world, "operators"));
        }
    }

    [Fact]
    public void A_nudge_that_is_refused_for_good_is_dropped_and_nobody_is_called()
    {
        var world = World(seed: 1, FaultRate: 0);
        Say(world, Message(world, 1, InboxEventKind.LeadMessage, TimeSpan.Zero), certain: true);
        world.At(TimeSpan.FromSeconds(50), () => world.Ghl.Refusals["send"] = () => new CrmException(CrmFailure.Rejected, "window closed"));
        world.Run(TimeSpan.FromHours(2));

        world.Ghl.Sent.ShouldHaveSingleItem();
        world.Ghl.Tags.ShouldBeEmpty();
        world.Sql.Committed.NeedsHuman.ShouldBeNull();
        world.Sql.Committed.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void Where_nothing_fails_a_silent_lead_hears_each_nudge_when_it_is_due()
    {
        var world = World(seed: 1, FaultRate: 0);
        Say(world, Message(world, 1, InboxEventKind.LeadMessage, TimeSpan.Zero), certain: true);
        world.Run(TimeSpan.FromHours(2));

        world.Ghl.Sent.Count.ShouldBe(3);
        (world.Ghl.Sent[1].At - world.Ghl.Sent[0].At).TotalSeconds.ShouldBeInRange(100, 104);
        (world.Ghl.Sent[2].At - world.Ghl.Sent[0].At).TotalSeconds.ShouldBeInRange(400, 404);
    }

    [Fact]
    public void A_nudge_that_waits_for_GHL_is_held_back_when_the_lead_writes()
    {
        var world = World(seed: 1, FaultRate: 0);
        var down = false;
        world.Ghl.Refusals["send"] = () => down ? new CrmException(CrmFailure.Unavailable, "503") : null;
        Say(world, Message(world, 1, InboxEventKind.LeadMessage, TimeSpan.Zero), certain: true);
        world.At(TimeSpan.FromSeconds(90), () => down = true);
        Say(world, Message(world, 2, InboxEventKind.LeadMessage, TimeSpan.FromSeconds(150)), certain: true);
        world.At(TimeSpan.FromSeconds(200), () => down = false);
        world.Run(TimeSpan.FromSeconds(290));

        world.Ghl.Sent.Count.ShouldBe(2);
        world.Ghl.Sent.ShouldNotContain(s => s.Text.Contains(Nudges[0], StringComparison.Ordinal));
    }

    [Fact]
    public void A_nudge_that_GHL_takes_only_after_its_time_is_not_said()
    {
        var world = World(seed: 1, FaultRate: 0);
        var down = false;
        world.Ghl.Refusals["send"] = () => down ? new CrmException(CrmFailure.Unavailable, "503") : null;
        Say(world, Message(world, 1, InboxEventKind.LeadMessage, TimeSpan.Zero), certain: true);
        world.At(TimeSpan.FromSeconds(90), () => down = true);
        world.At(TimeSpan.FromSeconds(450), () => down = false);
        world.Run(TimeSpan.FromHours(2));

        world.Ghl.Sent.Count.ShouldBe(2, "the first nudge's time was over when the second's came");
        world.Ghl.Sent[1].Text.ShouldContain(Nudges[1]);
    }

    private static SimulatedWorld World(int seed, double FaultRate, FollowUpSettings? followUps = null) => new(seed, new Conversation { ContactRead = true })
    {
        FaultRate = FaultRate,
        FollowUps = followUps ?? new() { Plan = [TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(400)], QuietHours = QuietHours.None },
    };

    /// <summary>Whether the lead stays silent to the end, with nobody else speaking.</summary>
    private static bool Play(SimulatedWorld world)
    {
        Say(world, Message(world, 1, InboxEventKind.LeadMessage, TimeSpan.Zero));
        var (writesOn, taken) = (world.Happens(0.4), world.Happens(0.3));
        if (writesOn) Say(world, Message(world, 2, InboxEventKind.LeadMessage, Around(world)));
        if (taken) Say(world, Message(world, 3, InboxEventKind.PersonMessage, Around(world)));
        for (var n = world.Random.Next(4); n > 0; n--) world.At(world.Happens(0.5) ? world.Between(0, 700) : Around(world), world.LoseTheProcess);
        for (var sweep = 1; sweep <= 150; sweep++)
        {
            world.At(TimeSpan.FromSeconds(10 * sweep), () =>
            {
                foreach (var e in world.Sql.Unhandled.ToArray()) world.Deliver(e);
            });
        }

        // The world heals, so that whatever can be finished is.
        world.At(TimeSpan.FromSeconds(800), () => world.FaultRate = 0);
        world.Run(TimeSpan.FromHours(4));
        return !writesOn && !taken;
    }

    /// <summary>A moment when a nudge is on its way.</summary>
    private static TimeSpan Around(SimulatedWorld world) => TimeSpan.FromSeconds(world.Happens(0.5) ? 103 : 403) + world.Between(-3, 8);

    private static void Say(SimulatedWorld world, InboxEvent e, bool certain = false) => world.At(e.SentAt - world.Time.GetUtcNow(), () =>
    {
        world.Note($"{e.Kind} {e.Text}");
        world.Sql.Insert(e);
        if (certain || world.Happens(0.85)) world.Deliver(e);
    });

    private static InboxEvent Message(SimulatedWorld world, long id, InboxEventKind kind, TimeSpan fromNow) => new()
    {
        Id = id,
        Kind = kind,
        Conversation = SimulatedWorld.Id,
        MessageId = $"m{id}",
        HasProviderId = true,
        Text = $"m{id}",
        Channel = Channel.WhatsApp,
        SentAt = world.Time.GetUtcNow() + fromNow,
        ReceivedAt = world.Time.GetUtcNow() + fromNow,
    };

    private static string Failure(int seed, SimulatedWorld world, string what) =>
        $"{what}; replay with OUTLETBOT_SEED={seed}\n{string.Join('\n', world.Log)}";
}
