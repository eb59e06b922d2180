using OutletBot.Conversations;
using OutletBot.Inbox;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Conversations;

/// <summary>What a decision leaves behind, beside its words.</summary>
public sealed class DecidingTests
{
    private static readonly Lead Complete = new() { Name = "Ana", BusinessType = "b", Problem = "p", Goal = "g", MonthlyBudgetUsd = 500, Email = "ana@example.com" };

    private static readonly SlotReading Any = new(SlotMatch.Any, []);

    [Fact]
    public void What_the_model_cost_adds_up_over_the_turns()
    {
        var talk = new Talk();
        for (var n = 0; n < 2; n++)
        {
            talk.Happens(InboxEventKind.LeadMessage, text: "hola");
            talk.State = talk.State.Decide(new Proposal { Reading = Of(Intent.Greeting), Usage = new ModelUsage(100, 20, 0.5m) }, talk.Setting).Next! with { Effects = [] };
        }

        (talk.State.InputTokens, talk.State.OutputTokens, talk.State.CostUsd, talk.State.Turn).ShouldBe((200L, 40L, 1.0m, 2L));
    }

    [Fact]
    public void The_reply_goes_before_what_only_the_record_needs_and_each_effect_has_its_own_id()
    {
        var talk = new Talk().Lead("soy Ana", Gives(new Lead { Name = "Ana" }));

        talk.Done.Select(effect => effect.GetType().Name).ShouldBe([nameof(SendReply), nameof(UpdateContact)]);
        talk.Done.Select(effect => effect.Id).ShouldBe(["1-1", "1-0"]);
        talk.Done.ShouldAllBe(effect => effect.Since == Talk.Monday);
    }

    [Fact]
    public void Ghl_gets_what_is_new_and_nothing_that_it_has()
    {
        var talk = new Talk().Lead("soy Ana", Gives(new Lead { Name = "Ana" })).Lead("todo", Gives(Complete with { Email = null }));

        var patches = talk.Done.OfType<UpdateContact>().Select(update => update.Patch).ToArray();
        (patches[0].Name, patches[0].BusinessType, patches[0].MonthlyBudgetUsd).ShouldBe(("Ana", null, null));
        (patches[1].Name, patches[1].BusinessType, patches[1].Problem, patches[1].Goal, patches[1].MonthlyBudgetUsd, patches[1].Email).ShouldBe((null, "b", "p", "g", 500m, null));
        talk.Lead("soy Ana", Gives(new Lead { Name = "Ana" })).Done.OfType<UpdateContact>().Count().ShouldBe(2);
    }

    [Fact]
    public void A_lead_of_a_form_is_greeted_by_the_workflow_where_there_is_one_and_else_in_words()
    {
        var greeting = new Conversation { MustGreet = true };
        var setting = new Talk().Setting;

        greeting.Decide(new Proposal { Reading = new Reading() }, setting with { GreetingWorkflowId = "wf" }).Next!.Effects.ShouldHaveSingleItem().ShouldBeOfType<StartWorkflow>().WorkflowId.ShouldBe("wf");
        var reply = greeting.Decide(new Proposal { Reading = new Reading() }, setting).Next!.Effects.ShouldHaveSingleItem().ShouldBeOfType<SendReply>();
        (reply.Channel, reply.Text.StartsWith("¡Hola! Soy María", StringComparison.Ordinal)).ShouldBe((Channel.WhatsApp, true));
        (greeting with { MustGreet = false, Unanswered = "hola" }).Decide(new Proposal { Reading = new Reading() }, setting with { GreetingWorkflowId = "wf" }).Next!.Effects.ShouldHaveSingleItem().ShouldBeOfType<SendReply>();
    }

    [Fact]
    public void The_lead_is_answered_in_the_language_that_they_write()
    {
        var talk = new Talk().Lead("hello", new Reading { Intent = Intent.Greeting, Language = "en" });
        talk.State.Language.ShouldBe("en");

        talk.Lead("500", Gives(new Lead { MonthlyBudgetUsd = 500 }));
        talk.State.Language.ShouldBe("en");
    }

    [Fact]
    public void An_opt_out_forgets_what_was_open_and_opting_in_again_takes_the_tag_off_and_finds_the_appointment()
    {
        var talk = Booked().Lead("STOP", Of(Intent.OptOut));
        (talk.State.Offer.Count, talk.State.Proposed, talk.State.Moving, talk.State.Asked).ShouldBe((0, null, false, null));
        talk.LastReply.ShouldContain("INICIAR");

        talk.Lead("INICIAR", Of(Intent.OptIn));
        talk.State.Stage.ShouldBe(Stage.Booked);
        talk.Done.OfType<RemoveTags>().SelectMany(tags => tags.Tags).ShouldContain(Tags.OptedOut);
    }

    [Fact]
    public void Who_asks_for_a_person_is_told_so_and_goes_on_from_where_they_were()
    {
        var talk = Offering().Lead("quiero hablar con alguien", Of(Intent.Human));

        talk.LastReply.ShouldStartWith("Claro, te comunico con una persona");
        (talk.State.NeedsHuman, talk.State.StageBefore, talk.State.Asked).ShouldBe(("The lead asked for a person.", Stage.Offering, null));
        talk.State.HandedOffAt.ShouldBe(talk.State.UpdatedAt);
        talk.State.HandedOffSince.ShouldBe(talk.State.UpdatedAt);
    }

    [Fact]
    public void A_calendar_without_a_free_time_calls_a_person()
    {
        var talk = new Talk();
        talk.Free.Clear();
        talk.Lead("todo", Gives(Complete));

        talk.LastReply.ShouldStartWith("En este momento no veo horarios libres");
        (talk.State.Stage, talk.State.NeedsHuman).ShouldBe((Stage.HandedOff, "No free time in the calendar."));
    }

    [Fact]
    public void A_booking_that_ghl_refuses_for_good_is_told_and_left_to_a_person()
    {
        var talk = Offering();
        talk.Happens(InboxEventKind.LeadMessage, text: "1");
        var chosen = talk.State.Decide(new Proposal { Reading = Chooses(0) }, talk.Setting).Next!;

        var refused = chosen.BookingRefused(chosen.Effects.OfType<BookSlot>().Single().Id, "calendar gone", talk.Setting);

        (refused.Stage, refused.NeedsHuman).ShouldBe((Stage.HandedOff, "calendar gone"));
        refused.Effects.OfType<SendReply>().ShouldHaveSingleItem().Text.ShouldStartWith("No pude apartar el horario");
        refused.Effects.OfType<AddTags>().ShouldHaveSingleItem().Tags.ShouldBe([Tags.NeedsHuman]);
    }

    [Fact]
    public void What_ghl_refuses_for_good_is_tagged_once_and_every_reason_is_told()
    {
        var once = new Conversation().CallOperators("first", "3-0", new Talk().Setting);
        var twice = once.CallOperators("second", "3-1", new Talk().Setting);

        once.Effects.ShouldHaveSingleItem().ShouldBeOfType<AddTags>().Id.ShouldBe("3-0-refused");
        (twice.NeedsHuman, twice.Effects.Count).ShouldBe(("second", 1));
    }

    [Fact]
    public void A_farewell_is_answered_and_only_something_new_opens_the_conversation_again()
    {
        var talk = Booked().Lead("cancélala", Of(Intent.Cancel));
        talk.LastReply.ShouldContain("martes 24 de noviembre, 9:00 am");
        (talk.State.Stage, talk.State.Closed, talk.State.Moving).ShouldBe((Stage.Qualifying, true, false));

        talk.Lead("gracias", Of(Intent.Other));
        new[] { "Gracias a ti. Aquí estoy cuando lo necesites.", "Perfecto, cualquier cosa me escribes." }.ShouldContain(talk.LastReply);
        talk.Lead("no", Of(Intent.Deny)).State.Closed.ShouldBeTrue();

        talk.Lead("mejor sí, otra hora", Of(Intent.MoreSlots));
        (talk.State.Stage, talk.State.Closed).ShouldBe((Stage.Offering, false));
    }

    [Fact]
    public void A_booking_is_confirmed_with_day_time_and_zone_and_tagged()
    {
        var talk = Booked();

        talk.LastReply.ShouldContain("martes 24 de noviembre, 9:00 am");
        talk.LastReply.ShouldContain("hora de Chicago");
        talk.TagsAdded.ShouldBe([Tags.Qualified, Tags.Scheduled]);
        (talk.State.Offer.Count, talk.State.OfferCount, talk.State.Tries, talk.State.Moving, talk.State.Closed).ShouldBe((0, 0, 0, false, false));
        talk.Done.OfType<AddNote>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Any_time_is_proposed_by_its_time_and_another_yes_is_needed()
    {
        var talk = Offering().Lead("la que sea", new Reading { Intent = Intent.ChooseSlot, Slot = Any });
        talk.State.Proposed.ShouldBe(talk.State.Offer[0]);
        talk.LastReply.ShouldContain("martes 24 de noviembre, 9:00 am");

        talk.Lead("cualquiera de la tarde", new Reading { Intent = Intent.ChooseSlot, Slot = new SlotReading(SlotMatch.Any, [3]) });
        talk.State.Proposed.ShouldBe(talk.State.Offer[3]);
        talk.Lead("sí", new Reading { Intent = Intent.Confirm, Slot = Any }).State.Appointment!.Start.ShouldBe(Talk.Monday.AddDays(2).AddHours(6));
    }

    [Fact]
    public void A_time_that_has_begun_cannot_be_chosen()
    {
        var talk = Offering();
        talk.Now = talk.State.Offer[0];
        talk.Lead("1", Chooses(0));

        talk.Done.OfType<BookSlot>().ShouldBeEmpty();
        talk.State.Offer.ShouldAllBe(start => start > talk.Now.AddMinutes(-1));
    }

    [Fact]
    public void A_choice_out_of_the_list_books_nothing() => Offering().Lead("8", Chooses(7)).Done.OfType<BookSlot>().ShouldBeEmpty();

    [Fact]
    public void While_an_appointment_is_moved_its_own_time_is_not_offered_and_the_old_one_can_still_be_cancelled()
    {
        var talk = Booked();
        talk.Free.Add(talk.State.Appointment!.Start);
        talk.Lead("otro día", Of(Intent.Reschedule));
        talk.State.Offer.ShouldNotContain(talk.State.Appointment!.Start);

        talk.Lead("mejor cancélala", Of(Intent.Cancel)).Done.OfType<CancelAppointment>().ShouldHaveSingleItem().AppointmentId.ShouldBe("a1");
    }

    private static Talk Offering() => new Talk().Lead("todo", Gives(Complete));

    private static Talk Booked() => Offering().Lead("1", Chooses(0));
}
