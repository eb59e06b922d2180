using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.FollowUps;
using OutletBot.Inbox;
using OutletBot.Unit.Conversations;
using OutletBot.Unit.Playbooks;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.FollowUps;

/// <summary>Which follow-up comes next, and what GHL or the lead can still do against it.</summary>
public sealed class HeldBackTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly SendReply Nudge = new() { Id = "2-0", Since = Talk.Monday, Channel = Channel.WhatsApp, Text = "¿Sigues ahí?", Until = Talk.Monday.AddHours(4) };

    [Fact]
    public void Of_two_that_are_planned_the_earlier_comes_next()
    {
        var talk = new Talk().Lead("todo", Gives(Samples.Complete(new Talk().Location.Playbook)));
        talk.State = talk.State with { Appointment = new BookedAppointment("a1", talk.Now.AddHours(30)), AppointmentSince = talk.Now };
        talk.State.NextFollowUp(talk.Setting)!.Kind.ShouldBe(FollowUpKind.Nudge);

        talk.State = talk.State with { Appointment = new BookedAppointment("a1", talk.Now.AddHours(25)) };
        talk.State.NextFollowUp(talk.Setting)!.Kind.ShouldBe(FollowUpKind.Reminder);
    }

    [Fact]
    public void What_is_held_back_is_forgotten_unless_it_may_have_been_sent()
    {
        Effect record = new UpdateContact { Id = "1-0", Since = Talk.Monday, Patch = new ContactPatch { Name = "Ana" } };
        var state = new Conversation { Effects = [record, Nudge, Nudge with { Id = "3-0" }, new StartWorkflow { Id = "4-0", Since = Talk.Monday, WorkflowId = "wf", Until = Talk.Monday.AddHours(4) }] };
        state.Leaving.ShouldBe(Talk.Monday);

        var held = state.WithoutFollowUps(effect => effect.Id is "2-0" or "4-0");

        held.Effects.ShouldBe([record, Nudge with { Withdrawn = true }]);
        held.Leaving.ShouldBeNull();
    }

    [Theory]
    [InlineData(Channel.Sms, Channel.Sms, true)]
    [InlineData(Channel.WhatsApp, Channel.Sms, false)]
    [InlineData(null, Channel.WhatsApp, true)]
    public void Do_not_disturb_counts_on_the_leads_own_channel(Channel? channel, Channel silent, bool closed)
    {
        var talk = Silent(channel);

        var seen = talk.Sees(Due(talk), new Contact { Id = "ana", DoNotDisturb = [silent] });

        (seen.Stage == Stage.OptedOut).ShouldBe(closed);
    }

    [Fact]
    public void A_message_of_the_leads_that_no_webhook_brought_moves_the_window_and_stops_the_plan()
    {
        var talk = Silent(Channel.WhatsApp);
        var wrote = talk.State.LeadWroteAt!.Value;
        var contact = new Contact { Id = "ana" };

        var seen = talk.Sees(Due(talk), contact, Wrote(wrote.AddMinutes(30)));
        (seen.LeadWroteAt, seen.SilentSince).ShouldBe((wrote.AddMinutes(30), null));

        // What they wrote before our question is what the question answered.
        seen = talk.Sees(Due(talk), contact, Wrote(wrote.AddMinutes(-30)));
        (seen.LeadWroteAt, seen.SilentSince).ShouldBe((wrote, talk.State.SilentSince));

        talk.State = talk.State with { LeadWroteAt = null };
        talk.Sees(Due(talk), contact, Wrote(wrote)).LeadWroteAt.ShouldBe(wrote);
    }

    [Fact]
    public void Nudges_keep_their_distance_after_quiet_hours_have_delayed_one()
    {
        var location = new Talk().Location;
        var talk = new Talk { Location = location with { FollowUps = location.FollowUps with { Plan = [Hour, 4 * Hour], QuietHours = QuietHours.None } } }.Lead("hola", Of(Intent.Greeting));
        var nudged = talk.State.SilentSince!.Value + (3.5 * Hour);
        talk.State = talk.State with { NudgesBehind = 1, NudgedAt = nudged };

        talk.State.NextFollowUp(talk.Setting)!.At.ShouldBe(nudged + (2 * Hour));
    }

    [Fact]
    public void A_person_who_wrote_just_before_our_word_by_GHLs_clock_has_taken_over()
    {
        var talk = Silent(Channel.WhatsApp);
        var since = talk.State.SilentSince!.Value;

        Stage At(double minutes) => talk.Sees(Due(talk), new Contact { Id = "ana" }, new CrmMessage("p1", false, "Te atiendo yo", since.AddMinutes(minutes), "app", "u1", Channel.WhatsApp, false)).Stage;

        At(-1).ShouldBe(Stage.HandedOff);
        At(-2).ShouldBe(Stage.HandedOff);
        At(-2.1).ShouldBe(Stage.Qualifying);
    }

    [Fact]
    public void A_tag_that_is_about_to_be_taken_off_hands_nothing_off_again()
    {
        var talk = Silent(Channel.WhatsApp);
        talk.State = talk.State with { SwitchTags = [talk.Setting.TakeOverTag] };

        talk.Sees(Due(talk), new Contact { Id = "ana", Tags = [talk.Setting.TakeOverTag] }).Stage.ShouldBe(Stage.Qualifying);
    }

    [Fact]
    public void A_nudge_looks_at_no_appointment()
    {
        var talk = Silent(Channel.WhatsApp);

        talk.Sees(Due(talk), new Contact { Id = "ana" }).NudgesBehind.ShouldBe(talk.State.NudgesBehind);
    }

    [Fact]
    public void In_a_quick_plan_nudges_are_as_far_apart_as_it_says_and_each_ends_when_the_next_begins()
    {
        var location = new Talk().Location;
        var half = TimeSpan.FromMinutes(30);
        var talk = new Talk { Location = location with { FollowUps = location.FollowUps with { Plan = [half, 2 * half], QuietHours = QuietHours.None } } }.Lead("hola", Of(Intent.Greeting));
        var since = talk.State.SilentSince!.Value;
        talk.State.NextFollowUp(talk.Setting)!.Until.ShouldBe(since + (2 * half));

        talk.State = talk.State with { NudgesBehind = 1, NudgedAt = since + (1.5 * half) };
        talk.State.NextFollowUp(talk.Setting)!.At.ShouldBe(since + (2.5 * half));
    }

    [Fact]
    public void Nobody_is_nudged_a_third_time_in_the_same_words()
    {
        var talk = new Talk().Lead("hola", Of(Intent.Greeting));
        var wordings = Phrases.For("es", talk.Location).Wordings(talk.Location.Playbook.Find(Field.Name)!.NudgeLine);

        (talk.State with { Nudges = (2 * wordings) - 1 }).NextFollowUp(talk.Setting).ShouldNotBeNull();
        (talk.State with { Nudges = 2 * wordings }).NextFollowUp(talk.Setting).ShouldBeNull();
    }

    private static Talk Silent(Channel? channel)
    {
        var talk = new Talk().Lead("hola", Of(Intent.Greeting));
        talk.State = talk.State with { Channel = channel };
        talk.Now = talk.Now.AddHours(2);
        return talk;
    }

    private static FollowUp Due(Talk talk) => new() { Kind = FollowUpKind.Nudge, Due = talk.Now, At = talk.Now, Until = talk.Now.AddHours(4), Way = new Way(Channel.WhatsApp) };

    private static CrmMessage Wrote(DateTimeOffset at) => new("g1", Inbound: true, "sigo aquí", at, "app", null, Channel.WhatsApp, false);
}
