using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.ReadModel;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Conversations;

/// <summary>What is taken along when a person gives a conversation back.</summary>
public sealed class ReleaseTests
{
    [Theory]
    [InlineData(InboxEventKind.Release, null, 0, true)]
    [InlineData(InboxEventKind.TagsChanged, "vip,bot-on", 0, true)]
    [InlineData(InboxEventKind.TagsChanged, "vip", 0, false)]
    [InlineData(InboxEventKind.TagsChanged, "bot-off", 0, false)]
    [InlineData(InboxEventKind.LeadMessage, null, 0, false)]
    [InlineData(InboxEventKind.LeadMessage, null, 24, false)]
    [InlineData(InboxEventKind.LeadMessage, null, 25, true)]
    [InlineData(InboxEventKind.PersonMessage, null, 25, false)]
    public void It_is_given_back_by_operators_by_tag_and_by_a_message_after_the_timeout(InboxEventKind kind, string? detail, int hours, bool released)
    {
        var talk = new Talk().Lead("hola").Happens(InboxEventKind.TakeOver, "luis");
        var setting = talk.Setting with { Now = talk.State.HandedOffAt!.Value.AddHours(hours) };

        talk.State.IsReleasedBy(talk.Event(kind) with { Detail = detail }, setting).ShouldBe(released);
        (talk.State with { Stage = Stage.Qualifying }).IsReleasedBy(talk.Event(kind) with { Detail = detail }, setting).ShouldBeFalse();
    }

    [Fact]
    public void What_we_had_asked_and_offered_is_void_once_a_person_spoke()
    {
        var asked = new Talk().Lead("hola").Happens(InboxEventKind.PersonMessage, text: "Hola, soy Luis").Happens(InboxEventKind.Release).State;
        (asked.Stage, asked.Asked, asked.OpensWith).ShouldBe((Stage.Qualifying, null, "resumed"));

        var offered = Talk.Offering().Happens(InboxEventKind.PersonMessage, text: "Hola, soy Luis").Happens(InboxEventKind.Release).State;
        offered.Stage.ShouldBe(Stage.Offering);
        offered.Offer.ShouldBeEmpty();
    }

    [Fact]
    public void It_stands_where_nobody_said_anything()
    {
        var asked = new Talk().Lead("hola").Happens(InboxEventKind.TakeOver, "luis").Happens(InboxEventKind.Release).State;
        (asked.Stage, asked.Asked, asked.OpensWith).ShouldBe((Stage.Qualifying, Field.Name, null));

        var talk = Talk.Offering().Lead("la que sea", new Reading { Intent = Intent.ChooseSlot, Slot = new(SlotMatch.Any, []) });
        var before = talk.State;
        var offered = talk.Happens(InboxEventKind.TakeOver, "luis").Happens(InboxEventKind.Release).State;
        (offered.Stage, offered.Proposed).ShouldBe((Stage.Offering, before.Proposed));
        offered.Offer.ShouldBe(before.Offer);
    }

    [Fact]
    public void Taking_over_twice_forgets_neither_the_stage_before_nor_when_it_began()
    {
        var talk = Talk.Offering().Happens(InboxEventKind.TakeOver, "luis");
        var began = talk.Now;
        talk.Now = began.AddMinutes(30);
        talk.Happens(InboxEventKind.PersonMessage, text: "Aquí sigo");
        talk.Meanwhile = [Said("g1", inbound: true, "¿sigue ahí?", began.AddMinutes(10))];

        talk.Happens(InboxEventKind.Release);

        talk.State.Stage.ShouldBe(Stage.Offering);
        talk.State.Unrecorded.ShouldContain(row => row.MessageId == "g1" && row.Author == Author.Lead);
        (talk.State.HandedOffAt, talk.State.HandedOffSince).ShouldBe((null, null));
    }

    [Fact]
    public void What_was_heard_is_heard_once()
    {
        var talk = new Talk().Lead("hola").Happens(InboxEventKind.PersonMessage, text: "¿Cómo te llamas?").Lead("soy Carlos").Happens(InboxEventKind.PersonMessage, text: "Gracias").Happens(InboxEventKind.Release);

        talk.State.History.ShouldAllBe(spoken => !spoken.Overheard);
        talk.State.Lead.Name.ShouldBe("Carlos");
    }

    [Theory]
    [InlineData(-3, "antes", false)]
    [InlineData(-2, "justo", true)]
    [InlineData(5, "durante", true)]
    [InlineData(5, "", false)]
    public void GHLs_list_is_read_from_the_hand_off_on_give_or_take_two_minutes(int minute, string text, bool read)
    {
        var talk = new Talk().Lead("hola").Happens(InboxEventKind.TakeOver, "luis");
        talk.Meanwhile = [Said("g1", inbound: true, text, talk.Now.AddMinutes(minute))];
        talk.Now = talk.Now.AddMinutes(10);

        talk.Happens(InboxEventKind.Release);

        talk.State.Unrecorded.Any(row => row.MessageId == "g1").ShouldBe(read);
        talk.State.Unanswered.ShouldBe(read ? text : "");
    }

    [Fact]
    public void All_that_was_left_unanswered_is_answered_in_its_order()
    {
        var talk = new Talk().Lead("hola").Happens(InboxEventKind.TakeOver, "luis");
        talk.Meanwhile = [Said("g2", inbound: true, "¿y dónde están?", talk.Now.AddMinutes(2)), Said("g1", inbound: true, "¿cuánto cuesta?", talk.Now.AddMinutes(1))];
        talk.Now = talk.Now.AddMinutes(10);

        talk.Happens(InboxEventKind.Release);

        talk.State.Unanswered.ShouldBe("¿cuánto cuesta?\n¿y dónde están?");
    }

    [Fact]
    public void Of_more_than_can_be_answered_the_latest_is()
    {
        var talk = new Talk().Lead("hola").Happens(InboxEventKind.TakeOver, "luis");
        talk.Meanwhile = [Said("g1", inbound: true, new('a', 2_000), talk.Now.AddMinutes(1)), Said("g2", inbound: true, $"{new string('b', 2_000)} ¿dónde están?", talk.Now.AddMinutes(2))];
        talk.Now = talk.Now.AddMinutes(10);

        var read = talk.Happens(InboxEventKind.Release).State.Unanswered;

        (read.Length, read[^14..]).ShouldBe((2_400, " ¿dónde están?"));
    }

    [Fact]
    public void What_webhooks_brought_is_not_recorded_again()
    {
        var talk = new Talk().Lead("hola").Happens(InboxEventKind.PersonMessage, text: "Hola, soy Luis").Lead("¿cuánto cuesta?").Happens(InboxEventKind.PersonMessage, text: "Son 450");
        talk.Meanwhile =
        [
            Said("g3", inbound: false, "Son 450", talk.Now.AddMinutes(-1)),
            Said("g2", inbound: true, "¿cuánto cuesta?", talk.Now.AddMinutes(-2)),
            Said("g1", inbound: false, "Hola, soy Luis", talk.Now.AddMinutes(-2)),
        ];

        var before = talk.State.History.Select(spoken => spoken.Text).ToArray();

        talk.Happens(InboxEventKind.Release);

        talk.State.Unrecorded.ShouldNotContain(row => row.MessageId.StartsWith('g'));
        talk.State.History.Select(spoken => spoken.Text).ShouldBe(before);
        talk.State.AwaitsReply.ShouldBeFalse();
    }

    [Fact]
    public void A_webhook_of_a_persons_message_that_was_read_in_GHL_adds_nothing()
    {
        var talk = new Talk().Lead("hola").Happens(InboxEventKind.TakeOver, "luis");
        talk.Meanwhile = [Said("g1", inbound: false, "Hola, soy Luis", talk.Now.AddMinutes(1))];
        talk.Now = talk.Now.AddMinutes(10);
        talk.Happens(InboxEventKind.Release);

        talk.Absorbs(talk.Event(InboxEventKind.PersonMessage) with { MessageId = "g1", Text = "Hola, soy Luis" });

        talk.State.Unrecorded.Count(row => row.Text == "Hola, soy Luis").ShouldBe(1);
    }

    [Fact]
    public void What_is_told_to_GHL_on_release_has_ids_of_its_own()
    {
        var talk = new Talk().Lead("quiero hablar con una persona", Of(Intent.Human)).Happens(InboxEventKind.PersonMessage, text: "¿Cómo te llamas?").Lead("soy Carlos").Happens(InboxEventKind.PersonMessage, text: "Gracias");
        var turn = talk.State.Turn;

        talk.Happens(InboxEventKind.Release);

        talk.State.Turn.ShouldBe(turn + 2);
        talk.State.Effects.Select(effect => (effect.GetType().Name, effect.Id)).ShouldBe([(nameof(UpdateContact), $"{turn + 1}-0"), (nameof(RemoveTags), $"{turn + 2}-0")], ignoreOrder: true);
    }

    [Fact]
    public void One_that_an_older_version_stored_is_given_back_too()
    {
        var talk = new Talk().Lead("hola").Happens(InboxEventKind.TakeOver, "luis");
        talk.State = talk.State with { StageBefore = Stage.HandedOff, HandedOffSince = null };
        talk.Meanwhile = [Said("g0", inbound: true, "mucho antes", talk.Now.AddDays(-1)), Said("g1", inbound: true, "¿sigue ahí?", talk.Now.AddMinutes(1))];
        talk.Now = talk.Now.AddMinutes(10);

        talk.Happens(InboxEventKind.Release);

        (talk.State.Stage, talk.State.Unanswered).ShouldBe((Stage.Qualifying, "¿sigue ahí?"));
    }

    [Fact]
    public void A_person_who_goes_on_keeps_the_time_that_an_older_version_stored()
    {
        var talk = new Talk().Lead("hola").Happens(InboxEventKind.TakeOver, "luis");
        var began = talk.State.HandedOffAt!.Value;
        talk.State = talk.State with { HandedOffSince = null };
        talk.Now = began.AddMinutes(30);

        talk.Happens(InboxEventKind.PersonMessage, text: "Aquí sigo");

        (talk.State.HandedOffSince, talk.State.HandedOffAt).ShouldBe((began, talk.Now));
        talk.Now = began.AddMinutes(40);
        talk.Happens(InboxEventKind.PersonMessage, text: "Y aquí").State.HandedOffSince.ShouldBe(began);
    }

    [Fact]
    public void Of_the_messages_that_were_read_there_the_latest_are_kept()
    {
        var talk = new Talk().Lead("hola").Happens(InboxEventKind.TakeOver, "luis");
        talk.Meanwhile = [.. Enumerable.Range(1, 25).Select(n => Said($"g{n}", inbound: true, $"mensaje {n}", talk.Now.AddSeconds(n)))];
        talk.Now = talk.Now.AddMinutes(10);

        talk.Happens(InboxEventKind.Release);

        talk.State.ReadIds.ShouldBe(Enumerable.Range(6, 20).Select(n => $"g{n}"));
    }

    [Fact]
    public void A_late_webhook_of_what_was_read_on_release_takes_over_nothing()
    {
        var talk = new Talk().Lead("hola").Happens(InboxEventKind.TakeOver, "luis");
        talk.Meanwhile = [Said("g1", inbound: false, "Hola, soy Luis", talk.Now.AddMinutes(1))];
        talk.Now = talk.Now.AddMinutes(10);
        talk.Happens(InboxEventKind.Release).Absorbs(talk.Event(InboxEventKind.LeadMessage) with { Text = "¿sigue ahí?" });

        talk.Absorbs(talk.Event(InboxEventKind.PersonMessage) with { MessageId = "g1", Text = "Hola,  soy Luis" });

        (talk.State.Stage, talk.State.Unanswered).ShouldBe((Stage.Qualifying, "¿sigue ahí?"));
    }

    private static CrmMessage Said(string id, bool inbound, string text, DateTimeOffset at) =>
        new(id, inbound, text, at, "app", inbound ? null : "u1", Channel.WhatsApp, false);
}
