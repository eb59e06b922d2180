using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.FollowUps;
using OutletBot.Inbox;
using OutletBot.Unit.Simulation;
using static OutletBot.Unit.Conversations.CalmWorld;

namespace OutletBot.Unit.FollowUps;

/// <summary>When a conversation has itself woken, and what it looks at in GHL before it speaks unasked.</summary>
public sealed class ShellFollowUpTests
{
    private static readonly DateTimeOffset Now = new VirtualTime().GetUtcNow();

    private static readonly TimeSpan Nudge = TimeSpan.FromHours(2);

    [Fact]
    public void Each_of_several_messages_does_not_set_the_wake_up_anew()
    {
        var world = World(new Conversation { ContactRead = true });
        Deliver(world, 1, "hola");
        world.Run(TimeSpan.FromMinutes(1));
        world.Sql.WakeUpsSet.ShouldBe(1);

        Deliver(world, 2, "soy Ana");
        world.Run(TimeSpan.FromMinutes(2));

        world.Sql.WakeUpsSet.ShouldBe(1, "one that comes early is set anew when it comes");
        world.Run(TimeSpan.FromHours(3));
        world.Ghl.Sent.Count.ShouldBe(3);
        (world.Ghl.Sent[2].At - world.Ghl.Sent[1].At).TotalHours.ShouldBeInRange(2, 2.001);
    }

    [Fact]
    public void A_wake_up_that_is_needed_no_more_is_taken_away_when_it_has_come()
    {
        var world = World(new Conversation { ContactRead = true });
        Deliver(world, 1, "hola");
        world.Run(TimeSpan.FromMinutes(1));
        Deliver(world, 2, "STOP");
        world.Run(TimeSpan.FromMinutes(2));
        world.Sql.WakeUpsSet.ShouldBe(1);
        world.Run(Nudge + TimeSpan.FromMinutes(1));
        var set = world.Sql.WakeUpsSet;

        world.Run(TimeSpan.FromDays(2));

        set.ShouldBe(2);
        world.Sql.WakeUpsSet.ShouldBe(2);
        world.Ghl.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public void Where_GHL_cannot_be_asked_the_nudge_comes_five_minutes_later()
    {
        var world = Greeted();
        var down = true;
        world.Ghl.Refusals["messages"] = () => down ? new CrmException(CrmFailure.Unavailable, "503") : null;
        world.At(Nudge + TimeSpan.FromMinutes(2), () => down = false);

        world.Run(TimeSpan.FromHours(3));

        (world.Ghl.Sent[1].At - world.Ghl.Sent[0].At).TotalMinutes.ShouldBeInRange(124.9, 125.1);
    }

    [Fact]
    public void A_contact_that_GHL_refuses_to_show_is_not_written_to()
    {
        var world = Greeted();
        world.Ghl.Refusals["contact"] = () => new CrmException(CrmFailure.NotFound, "404");

        world.Run(TimeSpan.FromDays(2));

        world.Ghl.Sent.ShouldHaveSingleItem();
        world.Sql.Committed.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void A_person_whose_message_no_webhook_brought_is_not_talked_into()
    {
        var world = Greeted();
        world.Ghl.Written.Add(new CrmMessage("p1", false, "Hola, soy Luis", world.Time.GetUtcNow(), "app", "u1", Channel.WhatsApp, false));

        world.Run(TimeSpan.FromHours(3));

        world.Ghl.Sent.ShouldHaveSingleItem();
        world.Sql.Committed.Stage.ShouldBe(Stage.HandedOff);
    }

    [Fact]
    public void The_read_model_shows_what_comes_next_and_what_is_on_its_way()
    {
        var world = Greeted();
        var next = world.Sql.Row!;
        var (leaving, set) = (default(string), 0);
        world.Ghl.Refusals["send"] = () => new CrmException(CrmFailure.RateLimited, "429") { RetryAfter = TimeSpan.FromMinutes(10) };
        world.At(Nudge + TimeSpan.FromMinutes(5), () =>
        {
            (leaving, set) = (world.Sql.Row!.FollowUpKind, world.Sql.WakeUpsSet);
            world.Ghl.Refusals.Clear();
        });

        world.Run(TimeSpan.FromHours(3));

        next.FollowUpKind.ShouldBe("Nudge");
        (next.FollowUpAt!.Value - Now).TotalHours.ShouldBeInRange(2, 2.01);
        leaving.ShouldBe("Leaving");
        set.ShouldBe(1, "until the nudge is said the wake-up that came must come again");
        (world.Sql.Row!.FollowUpAt!.Value - next.FollowUpAt.Value).TotalHours.ShouldBeInRange(17.9, 18.1);
    }

    [Fact]
    public void The_read_model_shows_no_nudge_that_was_given_up_as_on_its_way()
    {
        var world = Greeted();
        world.Ghl.Refusals["send"] = () => new CrmException(CrmFailure.RateLimited, "429") { RetryAfter = TimeSpan.FromHours(4) };
        world.At(Nudge + TimeSpan.FromMinutes(10), () => Deliver(world, 2, "STOP"));

        world.Run(TimeSpan.FromHours(3));

        (world.Sql.Row!.FollowUpKind, world.Sql.Row.Stage).ShouldBe((null, "OptedOut"));
    }

    [Fact]
    public void The_read_model_shows_the_next_nudge_once_the_time_of_one_is_over()
    {
        var world = Greeted();
        world.Ghl.Refusals["send"] = () => new CrmException(CrmFailure.RateLimited, "429") { RetryAfter = TimeSpan.FromHours(10) };

        world.Run(TimeSpan.FromHours(13));

        world.Sql.Row!.FollowUpKind.ShouldBe("Nudge");
        world.Sql.Committed.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void Two_messages_that_come_while_a_nudge_waits_at_the_gate_keep_it_from_being_said()
    {
        var world = Greeted();
        world.Ghl.Gate = TimeSpan.FromSeconds(8);
        world.Ghl.AtTheGate = () =>
        {
            world.Ghl.AtTheGate = static () => { };
            Deliver(world, 2, "hola");
            Deliver(world, 3, "sigo aquí");
        };

        world.Run(Nudge + TimeSpan.FromMinutes(1));

        world.Sql.Committed.Nudges.ShouldBe(1);
        world.Ghl.Sent.Count.ShouldBe(2, "the first answer, and the one to these two");
    }

    [Theory]
    [InlineData("confirmed", 2)]
    [InlineData("cancelled", 1)]
    [InlineData(null, 1)]
    public void An_appointment_is_looked_at_in_GHL_before_a_reminder_of_it(string? status, int sent)
    {
        var start = Now.AddHours(9);
        var world = World(new Conversation { ContactRead = true, Stage = Stage.Booked, Turn = 3, Appointment = new("a0", start), UpdatedAt = Now });
        if (status is not null) world.Ghl.Appointments.Add(new("a0", "cal", start, status));
        Deliver(world, 1, "gracias");

        world.Run(TimeSpan.FromHours(8.5));

        world.Ghl.Sent.Count.ShouldBe(sent);
    }

    [Fact]
    public void A_message_that_comes_while_GHL_is_asked_is_answered_first_and_nobody_is_nudged()
    {
        var world = Greeted();
        var asked = false;
        world.Ghl.Refusals["contact"] = () =>
        {
            if (!asked) world.At(TimeSpan.Zero, () => Deliver(world, 2, "soy Ana"));
            asked = true;
            return null;
        };

        world.Run(Nudge + TimeSpan.FromMinutes(2));

        world.Ghl.Sent.Count.ShouldBe(2);
        world.Sql.Committed.Lead.Name.ShouldBe("Ana");
        world.Sql.Committed.Nudges.ShouldBe(0);
    }

    /// <summary>A lead who wrote once and was answered.</summary>
    private static SimulatedWorld Greeted()
    {
        var world = new SimulatedWorld(1, new Conversation { ContactRead = true }) { Brain = new RuleBrain(), FaultRate = 0, FollowUps = new() { QuietHours = QuietHours.None } };
        Deliver(world, 1, "hola");
        world.Run(TimeSpan.FromMinutes(1));
        return world;
    }
}
