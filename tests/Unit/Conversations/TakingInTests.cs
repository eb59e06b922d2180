using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.ReadModel;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Conversations;

/// <summary>What a conversation takes over from events and from GHL.</summary>
public sealed class TakingInTests
{
    private static readonly BookedAppointment Soon = new("a1", Talk.Monday.AddDays(1));

    [Fact]
    public void A_message_is_in_the_transcript_as_it_was_written()
    {
        var talk = new Talk().Happens(InboxEventKind.LeadMessage, text: "hola");

        var row = talk.State.Unrecorded.ShouldHaveSingleItem();
        (row.MessageId, row.Author, row.Text, row.At).ShouldBe(("m1", Author.Lead, "hola", Talk.Monday));
    }

    [Theory]
    [InlineData("image", "[image]")]
    [InlineData(null, "[file]")]
    public void What_is_no_text_is_in_the_transcript_by_its_kind(string? attachment, string written)
    {
        var talk = new Talk();
        talk.Absorbs(talk.Event(InboxEventKind.LeadMessage) with { Attachment = attachment });

        talk.State.Unrecorded.ShouldHaveSingleItem().Text.ShouldBe(written);
        talk.State.UnansweredAttachment.ShouldBe(attachment ?? "file");
        talk.State.AwaitsReply.ShouldBeTrue();
    }

    [Fact]
    public void A_picture_with_words_is_answered_by_its_words()
    {
        var talk = new Talk();
        talk.Absorbs(talk.Event(InboxEventKind.LeadMessage) with { Text = "este es mi local", Attachment = "image" });

        (talk.State.Unanswered, talk.State.UnansweredAttachment).ShouldBe(("este es mi local", null));
    }

    [Fact]
    public void The_lead_is_answered_on_the_channel_of_the_latest_message_that_names_one()
    {
        var talk = new Talk();
        talk.Absorbs(talk.Event(InboxEventKind.LeadMessage) with { Text = "a", Channel = Channel.Sms });
        talk.Absorbs(talk.Event(InboxEventKind.LeadMessage) with { Text = "b" });
        talk.State.Channel.ShouldBe(Channel.Sms);

        talk.Absorbs(talk.Event(InboxEventKind.LeadMessage) with { Text = "c", Channel = Channel.WhatsApp });
        talk.State.Channel.ShouldBe(Channel.WhatsApp);
    }

    [Fact]
    public void A_message_that_comes_late_is_not_the_last_that_the_lead_wrote()
    {
        var talk = new Talk().Happens(InboxEventKind.LeadMessage, text: "b");
        talk.Absorbs(talk.Event(InboxEventKind.LeadMessage) with { Text = "a", SentAt = talk.Now.AddMinutes(-1) });

        talk.State.LeadWroteAt.ShouldBe(Talk.Monday);
    }

    [Fact]
    public void Do_not_disturb_that_comes_on_ends_all_that_is_open()
    {
        var talk = new Talk { State = new Conversation { Stage = Stage.Offering, Offer = [Soon.Start], Asked = Field.Name, MustGreet = true, Unanswered = "hola", UnansweredAttachment = "audio" } };

        talk.Happens(InboxEventKind.DoNotDisturb, "on");

        talk.State.Stage.ShouldBe(Stage.OptedOut);
        (talk.State.Offer.Count, talk.State.Asked, talk.State.MustGreet, talk.State.Unanswered, talk.State.UnansweredAttachment).ShouldBe((0, null, false, "", null));
    }

    [Theory]
    [InlineData(Stage.OptedOut)]
    [InlineData(Stage.Qualifying)]
    public void Do_not_disturb_that_goes_off_changes_nothing(Stage stage) =>
        new Talk { State = new Conversation { Stage = stage } }.Happens(InboxEventKind.DoNotDisturb, "off").State.Stage.ShouldBe(stage);

    [Fact]
    public void A_lead_of_a_form_is_greeted_on_its_channel_unless_we_have_spoken()
    {
        var talk = new Talk();
        talk.Absorbs(talk.Event(InboxEventKind.Greet) with { Channel = Channel.Sms });
        (talk.State.MustGreet, talk.State.AwaitsReply, talk.State.Channel).ShouldBe((true, true, Channel.Sms));

        talk.State = talk.State with { MustGreet = false, History = [new Spoken(false, "hola")] };
        talk.Absorbs(talk.Event(InboxEventKind.Greet));
        (talk.State.MustGreet, talk.State.Channel).ShouldBe((false, Channel.Sms));

        talk.Absorbs(talk.Event(InboxEventKind.Greet) with { Channel = Channel.WhatsApp });
        talk.State.Channel.ShouldBe(Channel.WhatsApp);
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("canceled")]
    [InlineData("invalid")]
    public void An_appointment_that_was_called_off_in_ghl_is_none(string status)
    {
        var state = Told(new AppointmentChange("a1", "cal", status, Soon.Start, Deleted: false));

        (state.Appointment, state.Stage, state.Closed).ShouldBe((null, Stage.Qualifying, true));
    }

    [Fact]
    public void An_appointment_that_was_deleted_in_ghl_is_none() => Told(new AppointmentChange("a1", "cal", "confirmed", Soon.Start, Deleted: true)).Appointment.ShouldBeNull();

    [Fact]
    public void Another_appointment_of_the_contact_changes_nothing() => Told(new AppointmentChange("a2", "cal", "cancelled", Soon.Start, Deleted: true)).Appointment.ShouldBe(Soon);

    [Fact]
    public void An_appointment_that_was_moved_in_ghl_stands_at_its_new_time_by_our_clock()
    {
        var state = Told(new AppointmentChange("a1", "cal", "confirmed", Soon.Start.AddHours(2).ToUniversalTime(), Deleted: false));

        state.Appointment.ShouldBe(Soon with { Start = Soon.Start.AddHours(2) });
        state.Appointment!.Start.Offset.ShouldBe(Soon.Start.Offset);
        state.AppointmentSince.ShouldBe(Talk.Monday);
    }

    [Fact]
    public void What_the_lead_said_goes_before_what_ghl_knows_and_the_tags_that_are_ours_are_known()
    {
        var known = new Conversation { Lead = new Lead { Name = "Ana" }, TagsSet = ["nurture-lead"] }
            .Know(new Contact { Id = "c", Name = "A.", Email = "ana@example.com", Tags = ["qualified-lead", "vip"] }, Tags);

        (known.Lead.Name, known.Lead.Email, known.ContactRead, known.Stage).ShouldBe(("Ana", "ana@example.com", true, Stage.Qualifying));
        known.TagsSet.ShouldBe(["nurture-lead", "qualified-lead"]);
        new Conversation().Know(null, Tags).ContactRead.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void Who_is_tagged_as_opted_out_and_cannot_be_written_to_has_opted_out(bool tagged, bool disturbed, bool optedOut)
    {
        var contact = new Contact { Id = "c", Tags = tagged ? [Tags.OptedOut] : [], DoNotDisturb = disturbed ? [Channel.Sms] : [] };

        (new Conversation().Know(contact, Tags).Stage == Stage.OptedOut).ShouldBe(optedOut);
    }

    [Fact]
    public void An_appointment_that_somebody_else_made_is_known_while_it_is_ahead()
    {
        var appointment = new Appointment("a9", "cal", Soon.Start, "confirmed");

        new Conversation().KnowAppointment(appointment, Talk.Monday).ShouldSatisfyAllConditions(c => c.Stage.ShouldBe(Stage.Booked), c => c.Appointment!.Id.ShouldBe("a9"));
        new Conversation { Stage = Stage.HandedOff }.KnowAppointment(appointment, Talk.Monday).Stage.ShouldBe(Stage.HandedOff);
        new Conversation().KnowAppointment(appointment with { Status = "cancelled" }, Talk.Monday).Appointment.ShouldBeNull();
        new Conversation().KnowAppointment(appointment, appointment.Start).Appointment.ShouldBeNull();
        new Conversation { Appointment = Soon }.KnowAppointment(appointment, Talk.Monday).Appointment.ShouldBe(Soon);
        new Conversation { Appointment = Soon with { Start = Talk.Monday } }.KnowAppointment(appointment, Talk.Monday).Appointment!.Id.ShouldBe("a9");
    }

    private static Conversation Told(AppointmentChange change) => new Talk { State = new Conversation { Stage = Stage.Booked, Appointment = Soon } }
        .Happens(InboxEventKind.AppointmentChanged, System.Text.Json.JsonSerializer.Serialize(change)).State;
}
