using System.Text.Json;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.FollowUps;
using OutletBot.Inbox;
using OutletBot.Unit.Conversations;
using OutletBot.Unit.Playbooks;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.FollowUps;

/// <summary>Reminders of an appointment, and what becomes of one that the lead missed.</summary>
public sealed class AppointmentTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void A_lead_is_reminded_a_day_and_an_hour_before_in_their_language()
    {
        var talk = Booked(2);
        var start = talk.State.Appointment!.Start;
        var replies = talk.Replies.Count;

        talk.Waits(start - talk.Now - TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1)).Replies.Count.ShouldBe(replies);
        talk.Waits(TimeSpan.FromMinutes(2)).Replies.Count.ShouldBe(replies + 1);
        talk.LastReply.ShouldContain(LocalTimes.Write(start, "es"));
        talk.State = talk.State with { Language = "en" };
        talk.Waits(24 * Hour).Replies.Count.ShouldBe(replies + 2);
        talk.LastReply.ShouldContain(LocalTimes.Write(start, "en"));
        talk.LastReply.ShouldContain("Carlos");
    }

    [Fact]
    public void Whoever_booked_later_than_a_reminder_is_due_does_not_get_that_one()
    {
        var talk = Booked(0);

        var next = talk.State.NextFollowUp(talk.Setting)!;

        next.Due.ShouldBe(talk.State.Appointment!.Start - Hour);
    }

    [Fact]
    public void Appointments_are_days_ahead_so_that_on_WhatsApp_a_reminder_takes_a_template_or_sms()
    {
        var talk = Booked(2);
        Next(new()).ShouldBeNull();
        Next(new() { TemplateWorkflowId = "all" })!.Way.ShouldBe(new Way(Channel.WhatsApp, "all"));
        Next(new() { TemplateWorkflowId = "all", ReminderWorkflowId = "own" })!.Way.ShouldBe(new Way(Channel.WhatsApp, "own"));
        Next(new() { SmsOutsideWindow = true })!.Way.ShouldBe(new Way(Channel.Sms));

        FollowUp? Next(FollowUpSettings settings) =>
            (talk.State with { Channel = Channel.WhatsApp }).NextFollowUp(talk.Setting with { Location = talk.Location with { FollowUps = settings } });
    }

    [Fact]
    public void A_moved_appointment_is_reminded_of_at_its_new_time()
    {
        var talk = Booked(2);
        var start = talk.State.Appointment!.Start;
        talk.Waits(start - talk.Now - 2 * Hour);
        Changes(talk, "confirmed", start.AddDays(2));

        talk.State.NextFollowUp(talk.Setting)!.Due.ShouldBe(start.AddDays(1));
    }

    [Fact]
    public void An_event_that_changes_nothing_reminds_nobody_twice()
    {
        var talk = Booked(2);
        var start = talk.State.Appointment!.Start;
        talk.Waits(start - talk.Now - 20 * Hour);
        Changes(talk, "confirmed", start.ToUniversalTime());

        talk.State.NextFollowUp(talk.Setting)!.Due.ShouldBe(start - Hour);
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("invalid")]
    public void Nobody_is_reminded_of_an_appointment_that_does_not_stand(string status)
    {
        var talk = Booked(2);
        Changes(talk, status);

        talk.State.NextFollowUp(talk.Setting).ShouldBeNull();
    }

    [Fact]
    public void What_GHL_shows_right_before_decides_whether_and_of_what_the_lead_is_reminded()
    {
        var talk = Booked(2);
        var appointment = new Appointment("a1", "cal", talk.State.Appointment!.Start, "confirmed");
        var due = talk.State.NextFollowUp(talk.Setting)!;
        talk.Now = due.At;

        talk.State.Seen(due, appointment, talk.Setting).NextFollowUp(talk.Setting)!.At.ShouldBe(talk.Now);
        talk.State.Seen(due, appointment with { Start = appointment.Start.AddDays(3) }, talk.Setting).NextFollowUp(talk.Setting)!.Due.ShouldBe(due.Due.AddDays(3));
        talk.State.Seen(due, appointment with { Status = "cancelled" }, talk.Setting).NextFollowUp(talk.Setting).ShouldBeNull();
        talk.State.Seen(due, null, talk.Setting).NextFollowUp(talk.Setting)!.Due.ShouldBe(appointment.Start - Hour, "one that cannot be read is not spoken of now");
    }

    [Fact]
    public void Nobody_is_reminded_while_a_person_answers_nor_after_an_opt_out()
    {
        var talk = Booked(2).Happens(InboxEventKind.PersonMessage, text: "yo sigo");
        talk.State.NextFollowUp(talk.Setting).ShouldBeNull();

        talk = Booked(2).Lead("STOP", Of(Intent.OptOut));
        talk.State.NextFollowUp(talk.Setting).ShouldBeNull();
    }

    [Fact]
    public void A_reminder_that_would_come_at_night_comes_in_the_morning_or_not_at_all_when_that_is_too_late()
    {
        var early = Booked(2);
        early.State = early.State with { Appointment = early.State.Appointment! with { Start = Talk.Monday.AddDays(2).AddMinutes(-50) } };
        early.Waits(36 * Hour);
        early.State.NextFollowUp(early.Setting)!.At.ShouldBeInRange(Talk.Monday.AddDays(2).AddHours(-1), Talk.Monday.AddDays(2).AddMinutes(-55));

        early.State = early.State with { Appointment = early.State.Appointment! with { Start = Talk.Monday.AddDays(2).AddHours(-1) } };
        early.State.NextFollowUp(early.Setting).ShouldBeNull("at eight it begins");
    }

    [Fact]
    public void Who_missed_the_appointment_is_offered_another_time_once_and_a_yes_brings_fresh_times()
    {
        var talk = Booked(0);
        talk.Now = talk.State.Appointment!.Start.AddMinutes(40);
        var replies = talk.Replies.Count;
        Changes(talk, "noshow");
        Changes(talk, "noshow");
        talk.Waits(TimeSpan.FromMinutes(1)).Replies.Count.ShouldBe(replies + 1);
        talk.LastReply.ShouldContain("¿Te busco otro horario?");
        talk.Done.OfType<RemoveTags>().ShouldHaveSingleItem().Tags.ShouldBe([Tags.Scheduled]);
        Changes(talk, "noshow");
        talk.Waits(72 * Hour).Replies.Count.ShouldBe(replies + 1);

        talk.Now = talk.Now.AddHours(-71);
        talk.Lead("sí, perdón").LastReply.ShouldContain("1. ");
        talk.Lead("la 1", Chooses(0));
        talk.State.Stage.ShouldBe(Stage.Booked);
        talk.Done.OfType<BookSlot>().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("perdón, tuve un problema con el carro")]
    [InlineData("ok")]
    [InlineData("¿cuánto dura la llamada?")]
    public void Whatever_else_than_a_no_answers_it_leads_to_fresh_times(string answer) => Missed().Lead(answer).LastReply.ShouldContain("1. ");

    [Theory]
    [InlineData("no")]
    [InlineData("no me interesa")]
    public void A_no_is_left_in_peace(string answer)
    {
        var talk = Missed().Lead(answer);

        talk.LastReply.ShouldNotContain("1. ");
        talk.LastReply.ShouldNotContain("?");
        talk.State.NextFollowUp(talk.Setting).ShouldBeNull();
    }

    [Fact]
    public void Nobody_is_told_at_night_that_they_missed_an_appointment()
    {
        var talk = Booked(0);
        talk.Now = Talk.Monday.AddDays(1).AddHours(14);
        Changes(talk, "noshow");

        // The lead's last word lies more than a day back by then.
        (talk.State with { Channel = Channel.WhatsApp, LeadWroteAt = Talk.Monday }).NextFollowUp(talk.Setting).ShouldBeNull();
        var next = talk.State.NextFollowUp(talk.Setting)!;
        next.At.Hour.ShouldBe(14, "eight in the morning in Chicago");
    }

    [Fact]
    public void Whom_a_person_answers_is_not_written_to_about_it()
    {
        var talk = Booked(0).Happens(InboxEventKind.PersonMessage, text: "yo sigo");
        Changes(talk, "noshow");

        talk.State.NextFollowUp(talk.Setting).ShouldBeNull();
        talk.Happens(InboxEventKind.Release).State.Stage.ShouldBe(Stage.Qualifying);
    }

    [Fact]
    public void It_can_be_switched_off()
    {
        var talk = Booked(0);
        Changes(talk, "noshow");

        talk.State.NextFollowUp(talk.Setting with { Location = talk.Location with { FollowUps = new() { NoShow = false } } }).ShouldBeNull();
    }

    private static Talk Missed()
    {
        var talk = Booked(0);
        talk.Now = talk.State.Appointment!.Start.AddMinutes(40);
        Changes(talk, "noshow");
        return talk.Waits(TimeSpan.FromMinutes(1));
    }

    /// <summary>A lead by SMS with an appointment at one of the free times: tomorrow at nine, …</summary>
    private static Talk Booked(int slot)
    {
        var talk = new Talk();
        talk.State = talk.State with { Channel = Channel.Sms, Lead = Samples.Complete(talk.Location.Playbook) };
        talk.Lead("hola", Of(Intent.Greeting)).Lead("esa", Chooses(slot));
        talk.State.Stage.ShouldBe(Stage.Booked);
        return talk;
    }

    private static void Changes(Talk talk, string status, DateTimeOffset? start = null) =>
        talk.Happens(InboxEventKind.AppointmentChanged, JsonSerializer.Serialize(new AppointmentChange("a1", "cal", status, start, Deleted: false)));
}
