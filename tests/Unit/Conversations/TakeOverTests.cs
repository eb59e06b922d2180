using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Conversations;

public sealed class TakeOverTests
{
    [Fact]
    public void What_the_lead_told_the_person_is_known_on_release_and_not_asked_again()
    {
        var talk = new Talk().Lead("hola");
        talk.Happens(InboxEventKind.PersonMessage, text: "Hola, soy Luis. ¿Cómo te llamas?").Lead("me llamo Carlos");
        talk.Happens(InboxEventKind.PersonMessage, text: "¿A qué correo te escribo?").Lead("carlos@example.com");
        talk.Happens(InboxEventKind.PersonMessage, text: "Gracias, te dejo con María");
        talk.Happens(InboxEventKind.Release);

        talk.State.Lead.Name.ShouldBe("Carlos");
        talk.State.Lead.Email.ShouldBe("carlos@example.com");
        talk.State.Effects.OfType<UpdateContact>().ShouldHaveSingleItem().Patch.Email.ShouldBe("carlos@example.com");
        talk.State.AwaitsReply.ShouldBeFalse("the person's word was the last");

        talk.Lead("va");
        talk.State.Asked.ShouldBe(Field.BusinessType);
    }

    [Fact]
    public void A_last_message_that_the_person_left_unanswered_is_answered_on_release()
    {
        var talk = new Talk().Lead("hola").Happens(InboxEventKind.PersonMessage, text: "Hola, soy Luis").Lead("¿cuánto cuesta?");
        talk.Happens(InboxEventKind.Release);

        talk.State.AwaitsReply.ShouldBeTrue();
        talk.State.Unanswered.ShouldBe("¿cuánto cuesta?");
    }

    [Fact]
    public void What_no_webhook_brought_is_read_in_GHL_on_release()
    {
        var talk = new Talk().Lead("hola").Happens(InboxEventKind.TakeOver, "luis");
        talk.Meanwhile =
        [
            Said("g5", inbound: true, "y cuánto cuesta?", 5),
            Said("g4", inbound: false, "Gracias, Carlos", 4),
            Said("g3", inbound: true, "soy Carlos", 3),
            Said("g2", inbound: false, "¿Cómo te llamas?", 2),
            Said("g1", inbound: false, "oferta de la semana", 1, source: "workflow", user: null),
        ];
        talk.Now = talk.Now.AddMinutes(10);
        talk.Happens(InboxEventKind.Release);

        talk.State.Lead.Name.ShouldBe("Carlos");
        talk.State.Unanswered.ShouldBe("y cuánto cuesta?");
        talk.State.History.ShouldNotContain(spoken => spoken.Text.Contains("oferta", StringComparison.Ordinal));
        talk.State.Unrecorded.Select(row => row.MessageId).Where(id => id[0] == 'g').ShouldBe(["g2", "g3", "g4", "g5"], ignoreOrder: true);
    }

    [Fact]
    public void A_webhook_that_comes_after_its_message_was_read_in_GHL_says_nothing_new()
    {
        var talk = new Talk().Lead("hola").Happens(InboxEventKind.TakeOver, "luis");
        talk.Meanwhile = [Said("g1", inbound: true, "¿cuánto cuesta?", 2)];
        talk.Now = talk.Now.AddMinutes(10);
        talk.Happens(InboxEventKind.Release);
        talk.Absorbs(talk.Event(InboxEventKind.LeadMessage) with { MessageId = "g1", Text = "¿cuánto cuesta?" });

        talk.State.Unanswered.ShouldBe("¿cuánto cuesta?");
    }

    [Fact]
    public void A_message_that_GHL_shows_as_answered_by_the_person_is_not_answered_again()
    {
        var talk = new Talk().Lead("hola").Happens(InboxEventKind.TakeOver, "luis").Lead("¿cuánto cuesta?");
        talk.Meanwhile = [Said("g2", inbound: false, "Son 450 al mes", 3), Said("g1", inbound: true, "¿cuánto cuesta?", 2)];
        talk.Now = talk.Now.AddMinutes(10);
        talk.Happens(InboxEventKind.Release);

        talk.State.AwaitsReply.ShouldBeFalse();
    }

    [Fact]
    public void After_a_person_spoke_a_yes_does_not_book_what_we_had_proposed_before()
    {
        var talk = Talk.Offering();
        talk.Lead("la que sea", new Reading { Intent = Intent.ChooseSlot, Slot = new SlotReading(SlotMatch.Any, []) });
        talk.Happens(InboxEventKind.PersonMessage, text: "¿Te marco ahora?").Happens(InboxEventKind.Release);
        talk.Lead("sí", Of(Intent.Confirm));

        talk.Done.OfType<BookSlot>().ShouldBeEmpty();
    }

    [Fact]
    public void A_booking_that_ends_while_a_person_answers_is_noted_and_not_announced()
    {
        var talk = Talk.Offering();
        var setting = talk.Setting;
        var booking = Chosen(talk);
        var effect = booking.Effects.OfType<BookSlot>().ShouldHaveSingleItem();
        var taken = booking.Absorb([talk.Event(InboxEventKind.PersonMessage) with { Text = "yo sigo" }], setting);

        var booked = taken.Booked(effect.Id, new BookedAppointment("a1", effect.Start), setting);

        booked.Stage.ShouldBe(Stage.HandedOff);
        booked.StageBefore.ShouldBe(Stage.Booked);
        booked.Appointment!.Id.ShouldBe("a1");
        booked.Effects.OfType<SendReply>().ShouldAllBe(send => send.Withdrawn);
        booked.Effects.OfType<AddNote>().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_booking_that_is_refused_while_a_person_answers_leaves_the_stage_before_as_it_was()
    {
        var talk = Talk.Offering();
        var chosen = Chosen(talk);
        var taken = chosen.Absorb([talk.Event(InboxEventKind.PersonMessage) with { Text = "yo sigo" }], talk.Setting);

        var refused = taken.BookingRefused(chosen.Effects.OfType<BookSlot>().Single().Id, "calendar gone", talk.Setting);

        (refused.Stage, refused.StageBefore).ShouldBe((Stage.HandedOff, Stage.Offering));
    }

    [Fact]
    public void A_booking_that_ends_after_an_opt_out_says_nothing_and_is_no_hand_off()
    {
        var talk = Talk.Offering();
        var chosen = Chosen(talk);
        var gone = chosen.Absorb([talk.Event(InboxEventKind.DoNotDisturb) with { Detail = "on" }], talk.Setting);

        var booked = gone.Booked(chosen.Effects.OfType<BookSlot>().Single().Id, new BookedAppointment("a1", Talk.Monday.AddDays(1)), talk.Setting);

        (booked.Stage, booked.StageBefore).ShouldBe((Stage.OptedOut, gone.StageBefore));
        booked.Effects.OfType<SendReply>().ShouldAllBe(send => send.Withdrawn);
    }

    [Fact]
    public void A_person_who_repeats_the_leads_own_words_takes_over()
    {
        var talk = new Talk().Lead("hola").Happens(InboxEventKind.PersonMessage, text: "hola");

        (talk.State.Stage, talk.State.HandedOffSince).ShouldBe((Stage.HandedOff, talk.Now));
    }

    [Fact]
    public void Do_not_disturb_drops_a_reply_that_waits()
    {
        var talk = new Talk();
        var setting = new Setting { Location = talk.Location, Now = talk.Now };
        var waiting = talk.State.Absorb([talk.Event(InboxEventKind.LeadMessage) with { Text = "hola" }], setting).Decide(new Proposal { Reading = Of(Intent.Greeting) }, setting).Next!;

        waiting.Absorb([talk.Event(InboxEventKind.DoNotDisturb) with { Detail = "on" }], setting).Effects.OfType<SendReply>().ShouldAllBe(send => send.Withdrawn);
    }

    [Fact]
    public void Our_own_message_that_GHL_shows_as_a_persons_silences_nobody()
    {
        var talk = new Talk().Lead("hola");
        talk.Happens(InboxEventKind.PersonMessage, text: talk.LastReply);

        talk.State.Stage.ShouldBe(Stage.Qualifying);
    }

    [Fact]
    public void A_tag_gives_the_conversation_to_a_person_and_another_gives_it_back()
    {
        var talk = new Talk().Lead("hola").Happens(InboxEventKind.TagsChanged, "bot-off");
        talk.State.Stage.ShouldBe(Stage.HandedOff);
        talk.Now = talk.Now.AddDays(10);
        talk.Lead("¿hay alguien?");
        talk.LastReply.ShouldBe("", "the tag stands, however long");

        talk.Happens(InboxEventKind.TagsChanged, "bot-off,bot-on");
        talk.State.Stage.ShouldBe(Stage.Qualifying);
        talk.State.Effects.OfType<RemoveTags>().ShouldHaveSingleItem().Tags.ShouldBe(["bot-off", "bot-on"]);
    }

    [Fact]
    public void A_switching_tag_acts_when_it_appears_and_not_whenever_it_is_seen()
    {
        var talk = new Talk().Lead("hola").Happens(InboxEventKind.TagsChanged, "bot-on").Happens(InboxEventKind.PersonMessage, text: "yo sigo");
        talk.Happens(InboxEventKind.TagsChanged, "bot-on");

        talk.State.Stage.ShouldBe(Stage.HandedOff);
    }

    [Fact]
    public void A_contact_that_carries_the_take_over_tag_is_never_spoken_to()
    {
        var talk = new Talk();
        talk.State = talk.State.KnowSwitch(["vip", "bot-off"], new Setting { Location = talk.Location, Now = talk.Now });
        talk.Lead("hola");

        talk.LastReply.ShouldBe("");
    }

    [Fact]
    public void On_release_the_tag_that_called_a_person_is_taken_off()
    {
        var talk = new Talk().Lead("quiero hablar con una persona", Of(Intent.Human)).Happens(InboxEventKind.Release);

        talk.State.Effects.OfType<RemoveTags>().ShouldHaveSingleItem().Tags.ShouldBe(["needs-human"]);
        talk.State.TagsSet.ShouldBeEmpty();
    }

    /// <summary>The lead has chosen, and nothing of what follows is done.</summary>
    private static Conversation Chosen(Talk talk) =>
        talk.State.Absorb([talk.Event(InboxEventKind.LeadMessage) with { Text = "el 1" }], talk.Setting).Decide(new Proposal { Reading = Chooses(0) }, talk.Setting).Next!;

    private static CrmMessage Said(string id, bool inbound, string text, int minute, string? source = "app", string? user = "u1") =>
        new(id, inbound, text, Talk.Monday.AddMinutes(minute), source, inbound ? null : user, Channel.WhatsApp, false);
}
