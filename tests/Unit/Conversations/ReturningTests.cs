using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.Playbooks;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Conversations;

public sealed class ReturningTests
{
    private static readonly Lead Complete = new() { Name = "Ana", BusinessType = "b", Problem = "p", Goal = "g", MonthlyBudgetUsd = 500, Email = "ana@example.com" };

    [Fact]
    public void Who_comes_back_after_days_is_welcomed_and_asked_for_what_is_missing_only()
    {
        var talk = new Talk().Lead("hola, soy Ana").Lead("tengo una panadería");
        talk.Now = talk.Now.AddDays(30);
        talk.Lead("hola");

        talk.LastReply.ShouldStartWith("¡Hola de nuevo, Ana!");
        talk.State.Asked.ShouldBe(Field.Problem);
        talk.Lead("pocos clientes");
        talk.LastReply.ShouldNotContain("de nuevo");
    }

    [Fact]
    public void Only_who_has_talked_with_us_and_left_nothing_undone_comes_back()
    {
        var talk = new Talk().Lead("hola");
        var away = talk.State.UpdatedAt.AddDays(3);

        talk.State.IsStale(away).ShouldBeTrue();
        talk.State.IsStale(away.AddTicks(-1)).ShouldBeFalse();
        (talk.State with { ContactRead = false }).IsStale(away).ShouldBeFalse();
        (talk.State with { Turn = 0 }).IsStale(away).ShouldBeFalse();
        (talk.State with { Effects = [new AddNote { Id = "1-1", Since = Talk.Monday, Body = "x" }] }).IsStale(away).ShouldBeFalse();
    }

    [Fact]
    public void What_GHL_says_of_channel_and_language_counts_until_it_is_known_better()
    {
        var talk = new Talk { Location = new Talk().Location with { Language = "en" } };
        var facts = new ContactFacts(null, null, Channel.Sms);

        var first = (talk.State with { ContactRead = false }).Know(facts, talk.Setting);
        (first.Channel, first.Language).ShouldBe((Channel.Sms, "en"));

        var again = (first with { Channel = Channel.WhatsApp, Language = "es" }).Know(facts, talk.Setting);
        (again.Channel, again.Language).ShouldBe((Channel.WhatsApp, "es"));
    }

    [Fact]
    public void Tries_in_vain_of_long_ago_do_not_count()
    {
        var talk = new Talk().Lead("mmm", Of(Intent.Other)).Lead("mmm", Of(Intent.Other)).Lead("mmm", Of(Intent.Other));
        talk.Now = talk.Now.AddDays(30);
        talk.Lead("hola", Of(Intent.Greeting));

        talk.State.Stage.ShouldBe(Stage.Qualifying);
    }

    [Fact]
    public void Times_offered_long_ago_cannot_be_chosen_and_fresh_ones_are_offered()
    {
        var talk = new Talk { State = new Conversation { ContactRead = true, Lead = Complete } }.Lead("hola");
        talk.Now = talk.Now.AddDays(10);
        talk.Free.Clear();
        talk.Free.Add(talk.Now.AddDays(1));
        talk.Lead("el 2");

        talk.Done.OfType<BookSlot>().ShouldBeEmpty();
        talk.State.Offer.ShouldBe([talk.Free[0]]);
        talk.LastReply.ShouldStartWith("¡Hola de nuevo, Ana!");
    }

    [Fact]
    public void After_the_appointment_a_thank_you_is_asked_whether_another_one_is_wanted()
    {
        var talk = Booked();
        talk.Now = talk.Now.AddDays(20);
        talk.Lead("gracias por todo");

        talk.LastReply.ShouldContain("otra cita?");
        talk.Done.OfType<RemoveTags>().ShouldContain(t => t.Tags.Contains("appointment-scheduled"));
        talk.Free.Add(talk.Now.AddDays(1));
        talk.Lead("sí");
        talk.State.Stage.ShouldBe(Stage.Offering);
    }

    [Fact]
    public void After_the_appointment_a_no_ends_it_politely()
    {
        var talk = Booked();
        talk.Now = talk.Now.AddDays(20);
        talk.Lead("gracias por todo").Lead("no, gracias");

        talk.LastReply.ShouldNotBeEmpty();
        talk.LastReply.ShouldNotContain("?");
        talk.State.Stage.ShouldBe(Stage.Qualifying);
    }

    [Fact]
    public void After_the_appointment_who_wants_another_one_is_offered_times_at_once()
    {
        var talk = Booked();
        talk.Now = talk.Now.AddDays(20);
        talk.Free.Add(talk.Now.AddDays(1));
        talk.Lead("hola, quiero agendar otra cita");

        talk.State.Stage.ShouldBe(Stage.Offering);
        talk.LastReply.ShouldStartWith("¡Hola de nuevo, Ana!");
    }

    [Fact]
    public void While_the_appointment_has_just_begun_it_is_the_one_that_is_meant()
    {
        var talk = Booked();
        talk.Now = talk.State.Appointment!.Start.AddMinutes(5);
        talk.Lead("ya estoy aquí");

        talk.State.Appointment.ShouldNotBeNull();
    }

    [Fact]
    public void Somebody_whose_budget_was_too_small_is_asked_whether_it_has_grown_and_a_yes_goes_on()
    {
        var talk = new Talk { State = new Conversation { ContactRead = true, Lead = Complete with { MonthlyBudgetUsd = 100 } } }.Lead("hola");
        talk.State.Stage.ShouldBe(Stage.Nurture);
        talk.Now = talk.Now.AddDays(60);
        talk.Free.Add(talk.Now.AddDays(1));
        talk.Lead("hola");
        talk.LastReply.ShouldEndWith("300 dólares al mes?");

        talk.Lead("sí");
        talk.State.Lead.MonthlyBudgetUsd.ShouldBe(300);
        talk.State.Stage.ShouldBe(Stage.Offering);
    }

    [Fact]
    public void Who_was_not_interested_and_comes_back_goes_on()
    {
        var talk = new Talk().Lead("hola, soy Ana").Lead("no me interesa");
        talk.Now = talk.Now.AddDays(30);
        talk.Lead("hola");

        talk.LastReply.ShouldStartWith("¡Hola de nuevo, Ana!");
        talk.State.Asked.ShouldNotBeNull();
    }

    [Fact]
    public void A_hand_off_of_long_ago_is_over()
    {
        var talk = new Talk().Lead("hola, soy Ana").Happens(InboxEventKind.PersonMessage, text: "Hola, soy Luis");
        talk.Now = talk.Now.AddDays(30);
        talk.Lead("hola");

        talk.State.Stage.ShouldBe(Stage.Qualifying);
        talk.LastReply.ShouldStartWith("¡Hola de nuevo, Ana!");
    }

    [Fact]
    public void A_contact_read_again_tells_which_tags_were_taken_off_and_fills_what_is_missing()
    {
        var before = new Conversation { ContactRead = true, TagsSet = ["nurture-lead", "needs-human"], Lead = new Lead { Name = "Ana" } };

        var known = before.Know(new Contact { Id = "ana", Name = "Otra", Email = "ana@example.com", Tags = ["nurture-lead"] }, new PlaybookTags());

        known.TagsSet.ShouldBe(["nurture-lead"]);
        known.Lead.Name.ShouldBe("Ana");
        known.Lead.Email.ShouldBe("ana@example.com");
    }

    private static Talk Booked()
    {
        var talk = new Talk { State = new Conversation { ContactRead = true, Lead = Complete } }.Lead("hola").Lead("el 1");
        talk.State.Stage.ShouldBe(Stage.Booked);
        return talk;
    }
}
