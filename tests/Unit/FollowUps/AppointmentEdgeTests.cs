using System.Text.Json;
using OutletBot.Conversations;
using OutletBot.FollowUps;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.Unit.Conversations;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.FollowUps;

/// <summary>Where reminders begin and end, and what an appointment leaves behind that is no more.</summary>
public sealed class AppointmentEdgeTests
{
    [Fact]
    public void A_reminder_that_was_due_at_the_moment_of_booking_is_not_said()
    {
        var talk = At(TimeSpan.FromHours(24));

        talk.State.NextFollowUp(talk.Setting)!.Step.ShouldBe(1);
    }

    [Fact]
    public void A_reminder_minutes_before_is_said_until_half_of_them_are_left()
    {
        var talk = At(TimeSpan.FromHours(2));
        var location = talk.Location with { FollowUps = talk.Location.FollowUps with { Reminders = [TimeSpan.FromMinutes(4)] } };

        talk.State.NextFollowUp(talk.Setting with { Location = location })!.Until.ShouldBe(talk.State.Appointment!.Start.AddMinutes(-2));
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("noshow")]
    public void One_that_is_gone_is_not_to_be_moved_any_more(string status)
    {
        var talk = At(TimeSpan.FromHours(2));
        talk.State = talk.State with { Moving = true, TagsSet = [] };
        var turn = talk.State.Turn;

        talk.Happens(InboxEventKind.AppointmentChanged, Changed(status));

        talk.State.Appointment.ShouldBeNull();
        talk.State.Moving.ShouldBeFalse();
        // It bore no tag of ours.
        (talk.State.Turn, talk.State.Effects.Count).ShouldBe((turn, 0));
    }

    [Fact]
    public void One_that_was_missed_leaves_the_stage_before_a_hand_off_as_it_was()
    {
        var talk = At(TimeSpan.FromHours(2));
        talk.State = talk.State with { Stage = Stage.HandedOff, StageBefore = Stage.Nurture };

        talk.Happens(InboxEventKind.AppointmentChanged, Changed("noshow"));

        (talk.State.Stage, talk.State.StageBefore).ShouldBe((Stage.HandedOff, Stage.Nurture));
    }

    private static string Changed(string status) => JsonSerializer.Serialize(new AppointmentChange("a1", "cal", status, null, Deleted: false));

    private static Talk At(TimeSpan ahead)
    {
        var talk = new Talk().Lead("hola", Of(Intent.Greeting));
        talk.State = talk.State with { Stage = Stage.Booked, Asked = null, SilentSince = null, Channel = Channel.Sms, Appointment = new BookedAppointment("a1", talk.Now + ahead), AppointmentSince = talk.Now };
        return talk;
    }
}
