using OutletBot.Conversations;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Conversations;

public sealed class QualifyingTests
{
    private static readonly Lead Complete = new() { Name = "Carlos", BusinessType = "restaurante", Problem = "pocos clientes", Goal = "llenar las mesas", MonthlyBudgetUsd = 500, Email = "carlos@restaurante.mx" };

    [Fact]
    public void What_is_missing_is_asked_one_question_a_message_in_order()
    {
        var talk = new Talk();
        talk.Lead("Hola", Of(Intent.Greeting));
        talk.State.Asked.ShouldBe(Field.Name);
        talk.Lead("soy Carlos", Gives(new Lead { Name = "Carlos" }));
        talk.State.Asked.ShouldBe(Field.BusinessType);
        talk.Lead("un restaurante", Gives(new Lead { BusinessType = "restaurante" }));
        talk.State.Asked.ShouldBe(Field.Problem);
        talk.Lead("pocos clientes", Gives(new Lead { Problem = "pocos clientes" }));
        talk.State.Asked.ShouldBe(Field.Goal);
        talk.Lead("llenar", Gives(new Lead { Goal = "llenar" }));
        talk.State.Asked.ShouldBe(Field.Budget);
        talk.Lead("500", Gives(new Lead { MonthlyBudgetUsd = 500 }));
        talk.State.Asked.ShouldBe(Field.Email);
        talk.Replies.ShouldAllBe(r => r.Count(c => c == '?') <= 1);
    }

    [Fact]
    public void The_business_is_asked_once_and_never_holds_up_a_booking()
    {
        var talk = new Talk();
        talk.Lead("soy Ana", Gives(new Lead { Name = "Ana" }));
        talk.State.Asked.ShouldBe(Field.BusinessType);
        talk.Lead("mmm", Of(Intent.Other));
        talk.State.Asked.ShouldBe(Field.Problem);
    }

    [Fact]
    public void All_fields_in_one_message_bring_the_times_at_once()
    {
        var talk = new Talk().Lead("todo", Gives(Complete));

        talk.State.Stage.ShouldBe(Stage.Offering);
        talk.State.Offer.Count.ShouldBe(5);
        talk.LastReply.ShouldContain("1. martes 24 de noviembre, 9:00 am");
        talk.LastReply.ShouldContain("5. jueves 26 de noviembre, 9:00 am");
    }

    [Fact]
    public void A_budget_under_the_minimum_is_told_once_and_a_higher_one_resumes()
    {
        var talk = new Talk().Lead("100", Gives(Complete with { MonthlyBudgetUsd = 100 }));
        talk.State.Stage.ShouldBe(Stage.Nurture);
        talk.LastReply.ShouldContain("300");
        talk.TagsAdded.ShouldContain(Tags.Nurture);

        talk.Lead("bueno, 400", Gives(new Lead { MonthlyBudgetUsd = 400 }));
        talk.State.Stage.ShouldBe(Stage.Offering);
        talk.Done.OfType<RemoveTags>().ShouldContain(t => t.Tags.Contains(Tags.Nurture));
    }

    [Fact]
    public void What_the_crm_knows_is_never_asked()
    {
        var talk = new Talk();
        talk.State = new Conversation().Know(new Crm.Contact { Id = "ana", Name = "Ana", Problem = "p", Goal = "g", MonthlyBudgetUsd = 500, Email = "ana@example.com" }, Tags);
        talk.Lead("hola", Of(Intent.Greeting));
        talk.State.Asked.ShouldBe(Field.BusinessType);
        talk.LastReply.ShouldContain("Ana");
    }

    [Fact]
    public void The_models_words_are_used_when_they_ask_for_what_is_missing()
    {
        var talk = new Talk().Lead("hola", Of(Intent.Greeting), reply: "¡Hola! ¿Me dices tu nombre?", replyAsks: Field.Name);
        talk.LastReply.ShouldBe("¡Hola! ¿Me dices tu nombre?");

        talk.Lead("soy Ana", Gives(new Lead { Name = "Ana" }), reply: "¿Y tu correo?", replyAsks: Field.Email);
        talk.LastReply.ShouldNotContain("correo");
    }

    [Fact]
    public void A_question_asked_three_times_without_an_answer_calls_a_person()
    {
        var talk = new Talk();
        for (var i = 0; i < 4; i++) talk.Lead("mmm", Of(Intent.Other));

        talk.Replies.Take(3).Distinct().Count().ShouldBe(3);
        talk.State.Stage.ShouldBe(Stage.HandedOff);
        talk.TagsAdded.ShouldContain(Tags.NeedsHuman);
    }

    [Fact]
    public void Another_currency_is_asked_back_in_dollars()
    {
        var talk = new Talk();
        talk.State = talk.State with { Lead = Complete with { MonthlyBudgetUsd = null, Email = null } };
        talk.Lead("5000 pesos", new Reading { Intent = Intent.Answer, ForeignCurrency = "MXN" });
        talk.LastReply.ShouldContain("dólares");
        talk.State.Lead.MonthlyBudgetUsd.ShouldBeNull();
    }

    [Fact]
    public void Who_begins_with_a_question_is_greeted_and_answered()
    {
        var talk = new Talk().Lead("hola, ¿cuánto cuesta?", new Reading { Intent = Intent.Question, Question = Topic.Price });

        talk.LastReply.ShouldContain("María");
        talk.LastReply.ShouldContain("300 dólares");
        talk.LastReply.ShouldEndWith("¿Con quién tengo el gusto?");
    }
}
