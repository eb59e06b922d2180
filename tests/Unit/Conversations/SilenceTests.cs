using OutletBot.Conversations;
using OutletBot.Inbox;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Conversations;

public sealed class SilenceTests
{
    [Fact]
    public void An_opt_out_is_confirmed_once_then_tagged_and_do_not_disturb_is_set()
    {
        var talk = new Talk().Lead("STOP", Of(Intent.OptOut));

        talk.State.Stage.ShouldBe(Stage.OptedOut);
        talk.Done[0].ShouldBeOfType<SendReply>();
        talk.TagsAdded.ShouldBe([Tags.OptedOut]);
        talk.Done.OfType<UpdateContact>().ShouldHaveSingleItem().Patch.DoNotDisturb.ShouldBe(true);
    }

    [Fact]
    public void After_an_opt_out_nothing_is_sent_until_the_lead_asks_for_it()
    {
        var talk = new Talk().Lead("STOP", Of(Intent.OptOut)).Lead("hola", Of(Intent.Greeting)).Lead("¿cuánto cuesta?", Of(Intent.Question)).Lead("STOP", Of(Intent.OptOut));
        talk.Done.OfType<SendReply>().Count().ShouldBe(1);

        talk.Lead("INICIAR", Of(Intent.OptIn));
        talk.State.Stage.ShouldBe(Stage.Qualifying);
        talk.Done.OfType<SendReply>().Count().ShouldBe(2);
    }

    [Fact]
    public void A_persons_message_silences_the_bot_until_released()
    {
        var talk = new Talk().Lead("hola", Of(Intent.Greeting)).Happens(InboxEventKind.PersonMessage, text: "Hola, soy Luis");
        talk.Lead("gracias Luis", Of(Intent.Other));
        talk.LastReply.ShouldBe("");
        talk.State.Stage.ShouldBe(Stage.HandedOff);

        talk.Happens(InboxEventKind.Release);
        talk.State.Stage.ShouldBe(Stage.Qualifying);
        talk.State.AwaitsReply.ShouldBeTrue("what the lead wrote meanwhile is read on release");
    }

    [Fact]
    public void The_bot_answers_again_when_the_hand_off_has_timed_out()
    {
        var talk = new Talk().Lead("hola", Of(Intent.Greeting)).Happens(InboxEventKind.TakeOver, "ana");
        talk.Now = talk.Now.AddHours(25);
        talk.Lead("¿sigues ahí?", Of(Intent.Question));
        talk.LastReply.ShouldNotBe("");
    }

    [Fact]
    public void A_reply_that_waits_is_dropped_when_a_person_takes_over()
    {
        var talk = new Talk();
        var waiting = talk.State.Absorb([talk.Event(InboxEventKind.LeadMessage) with { Text = "hola" }], new Setting { Location = talk.Location, Now = talk.Now })
            .Decide(new Proposal { Reading = Of(Intent.Greeting) }, new Setting { Location = talk.Location, Now = talk.Now }).Next!;
        waiting.Effects.OfType<SendReply>().ShouldHaveSingleItem();

        waiting.Absorb([talk.Event(InboxEventKind.PersonMessage) with { Text = "yo sigo" }], new Setting { Location = talk.Location, Now = talk.Now })
            .Effects.OfType<SendReply>().ShouldAllBe(send => send.Withdrawn);
    }

    [Fact]
    public void Not_interested_is_closed_politely_once_and_a_later_message_resumes()
    {
        var talk = new Talk().Lead("hola", Of(Intent.Greeting)).Lead("no me interesa", Of(Intent.NotInterested)).Lead("que no", Of(Intent.NotInterested));
        talk.Done.OfType<SendReply>().Count().ShouldBe(2);
        talk.TagsAdded.ShouldBe([Tags.NotInterested]);

        talk.Lead("bueno sí, soy Ana", Gives(new Lead { Name = "Ana" }));
        talk.State.Asked.ShouldBe(Field.BusinessType);
    }

    [Fact]
    public void Who_asks_for_a_person_gets_one()
    {
        var talk = new Talk().Lead("quiero hablar con alguien", Of(Intent.Human));
        talk.State.Stage.ShouldBe(Stage.HandedOff);
        talk.State.NeedsHuman.ShouldNotBeNull();
        talk.TagsAdded.ShouldBe([Tags.NeedsHuman]);
    }

    [Fact]
    public void The_same_event_is_absorbed_once()
    {
        var talk = new Talk();
        var setting = new Setting { Location = talk.Location, Now = talk.Now };
        var e = talk.Event(InboxEventKind.LeadMessage) with { Text = "hola" };
        talk.State.Absorb([e, e], setting).Absorb([e], setting).Unanswered.ShouldBe("hola");
    }
}
