using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.ReadModel;
using OutletBot.Unit.Simulation;
using static OutletBot.Unit.Conversations.CalmWorld;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Conversations;

/// <summary>What the shell commits and records, and in which order.</summary>
public sealed class ShellStepsTests
{
    private static readonly DateTimeOffset Now = new VirtualTime().GetUtcNow();

    private static readonly Lead Complete = new() { Name = "Ana", BusinessType = "b", Problem = "p", Goal = "g", MonthlyBudgetUsd = 500, Email = "ana@example.com" };

    private static readonly CrmException Unavailable = new(CrmFailure.Unavailable, "503");

    [Fact]
    public void A_message_that_comes_again_while_its_answer_waits_stays_in_the_inbox()
    {
        var world = World(new Conversation { ContactRead = true });
        var down = true;
        world.Ghl.Refusals["send"] = () => down ? Unavailable : null;
        Deliver(world, 1, "hola");
        world.At(TimeSpan.FromSeconds(20), () => world.Deliver(world.Sql.Unhandled.Single()));
        var waiting = 0;
        world.At(TimeSpan.FromMinutes(2), () => (waiting, down) = (world.Sql.Unhandled.Count, false));

        world.Run(TimeSpan.FromMinutes(10));

        waiting.ShouldBe(1, "after a crash it has the conversation woken");
        world.Sql.Unhandled.ShouldBeEmpty();
        world.Ghl.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_turn_is_committed_when_it_is_decided_and_when_all_of_it_is_done()
    {
        var world = World(new Conversation { ContactRead = true, Lead = Complete, Stage = Stage.Offering, OfferCount = 1, Offer = [Now.AddDays(1)] });

        Write(world, "STOP");

        world.Ghl.Tags.ShouldBe([Tags.OptedOut]);
        world.Ghl.Patches.ShouldHaveSingleItem().DoNotDisturb.ShouldBe(true);
        world.Sql.Commits.ShouldBe(2);
    }

    [Fact]
    public void The_read_model_shows_what_is_known()
    {
        var start = new Conversation { ContactRead = true, Lead = Complete, Stage = Stage.Booked, Appointment = new("a0", Now.AddHours(9)), Language = "en", Turn = 4, InputTokens = 5, OutputTokens = 7, CostUsd = 0.5m, NeedsHuman = "why" };
        var world = World(start);

        Write(world, "thanks", until: TimeSpan.FromMinutes(1));

        var row = world.Sql.Row.ShouldNotBeNull();
        (row.LocationId, row.ContactId, row.Turn, row.Stage, row.Language).ShouldBe(("loc", "ana", world.Sql.Committed.Turn, "Booked", "en"));
        (row.LeadName, row.MonthlyBudgetUsd, row.AppointmentAt).ShouldBe(("Ana", 500m, Now.AddHours(9)));
        (row.InputTokens, row.OutputTokens, row.CostUsd, row.NeedsHuman).ShouldBe((5, 7, 0.5m, "why"));
        (row.FollowUpAt, row.FollowUpKind).ShouldBe((Now.AddHours(8), "Reminder"));
        row.UpdatedAt.ShouldBe(world.Sql.Committed.UpdatedAt);
    }

    [Fact]
    public void What_is_left_to_record_is_recorded_when_the_conversation_comes_up()
    {
        var row = new MessageRow { MessageId = "m0", Author = Author.Lead, Text = "hola", At = Now };
        var world = World(new Conversation { ContactRead = true, Turn = 1, Unrecorded = [row] });
        world.ComeUp();

        world.Run(TimeSpan.FromMinutes(1));

        world.Sql.Transcript.ShouldBe([row]);
    }

    [Fact]
    public void The_wake_up_is_set_before_the_inbox_forgets_the_message()
    {
        var world = World(new Conversation { ContactRead = true });
        List<int> set = [];
        world.Sql.Recording = _ => set.Add(world.Sql.WakeUpsSet);

        Write(world, "hola", until: TimeSpan.FromMinutes(1));

        set.ShouldBe([1]);
    }

    [Fact]
    public void A_step_that_fails_is_tried_four_times_before_another_activation_tries()
    {
        var world = World(new Conversation { ContactRead = true });
        var tries = 0;
        world.Sql.Recording = _ => throw new IOException($"SQL is gone {++tries}");

        Write(world, "hola", until: TimeSpan.FromMinutes(5));

        tries.ShouldBe(4);
        world.Log.ShouldContain(line => line.EndsWith("gives up", StringComparison.Ordinal));
        world.Ghl.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_no_activation_can_do_in_GHL_is_seen_by_operators_though_nobody_writes()
    {
        var send = new SendReply { Id = "1-0", Since = Now, Channel = Channel.WhatsApp, Text = "¡Hola!" };
        var world = World(new Conversation { ContactRead = true, Turn = 1, Effects = [send] });
        world.Ghl.Refusals["messages"] = () => throw new InvalidOperationException("half an emoji");
        world.ComeUp();

        world.Run(TimeSpan.FromMinutes(5));

        world.Sql.Row.ShouldNotBeNull().NeedsHuman.ShouldBe("A message cannot be answered now: InvalidOperationException");
        world.Sql.Committed.Effects.ShouldBe([send]);
    }

    [Fact]
    public void What_follows_from_a_booking_is_committed_before_it_is_done()
    {
        var world = World(new Conversation { ContactRead = true, Lead = Complete with { Email = null }, Stage = Stage.Offering, OfferCount = 1, Offer = [Now.AddDays(1)] });
        List<bool> committed = [];
        world.Ghl.Refusals["update"] = () => Unavailable;
        world.Ghl.Refusals["send"] = () =>
        {
            committed.Add(world.Sql.Committed.Effects.Any(effect => effect is SendReply));
            return null;
        };

        Write(world, "la 1, mi correo es ana@example.com", until: TimeSpan.FromMinutes(1));

        world.Ghl.Appointments.ShouldHaveSingleItem();
        committed.ShouldBe([true]);
    }

    [Fact]
    public void What_is_marked_as_handled_late_is_marked_once()
    {
        var world = World(new Conversation { ContactRead = true });
        Write(world, "hola", until: TimeSpan.FromMinutes(1));
        var records = 0;
        world.Sql.Recording = _ => records++;
        Write(world, "hola", until: TimeSpan.FromMinutes(2));
        records.ShouldBe(1);

        Deliver(world, 2, "soy Ana");
        world.Run(TimeSpan.FromMinutes(3));

        records.ShouldBe(2);
    }
}
