using OutletBot.Conversations;
using OutletBot.Inbox;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Conversations;

public sealed class AnsweringTests
{
    private const string Facts = """
        ## Precios
        El plan inicial es de 450 dólares al mes. ¿Y el contrato? No hay contrato anual.

        ## Ubicación
        Estamos en Houston y atendemos a todo el país por teléfono.

        ## Inteligencia artificial
        Usamos inteligencia artificial y robots para tus anuncios.
        """;

    private static readonly Lead Complete = new() { Name = "Ana", BusinessType = "b", Problem = "p", Goal = "g", MonthlyBudgetUsd = 500, Email = "ana@example.com" };

    private static Talk Informed(Lead? known = null)
    {
        var talk = new Talk { State = new Conversation { ContactRead = true, Lead = known ?? Lead.Unknown } };
        return new Talk { Location = talk.Location with { BusinessFacts = Facts }, State = talk.State };
    }

    [Fact]
    public void A_question_is_answered_from_the_facts_and_the_open_question_is_asked_again_in_other_words()
    {
        var talk = Informed().Lead("hola");
        var first = talk.LastReply;
        talk.Lead("¿dónde están?");

        talk.LastReply.ShouldStartWith("Estamos en Houston");
        talk.LastReply.ShouldEndWith("¿Cómo te llamas?");
        first.ShouldNotContain("¿Cómo te llamas?");
    }

    [Fact]
    public void Several_topics_in_one_message_get_a_passage_each()
    {
        var talk = Informed().Lead("hola").Lead("¿cuánto cuesta y dónde están?");

        talk.LastReply.ShouldContain("450 dólares");
        talk.LastReply.ShouldContain("Houston");
        talk.LastReply.Count(c => c == '?').ShouldBe(1);
    }

    [Fact]
    public void One_answer_may_be_as_long_as_a_message_and_several_share_its_length()
    {
        var price = string.Join(' ', Enumerable.Repeat("El plan cuesta 450 dólares al mes con todo incluido.", 7));
        var place = string.Join(' ', Enumerable.Repeat("Estamos en Houston, cerca del centro de la ciudad.", 7));
        var talk = Informed();
        talk = new Talk { Location = talk.Location with { BusinessFacts = $"## Precios\n{price}\n\n## Ubicación\n{place}" }, State = talk.State };
        talk.Lead("hola").Lead("¿cuánto cuesta?");

        Times(talk.LastReply, "450 dólares").ShouldBe(5);
        talk.Lead("¿cuánto cuesta y dónde están?");

        Times(talk.LastReply, "450 dólares").ShouldBe(3);
        Times(talk.LastReply, "Houston").ShouldBe(3);

        static int Times(string text, string words) => (text.Length - text.Replace(words, "", StringComparison.Ordinal).Length) / words.Length;
    }

    [Fact]
    public void A_topic_that_a_model_read_answers_words_that_do_not_show_it()
    {
        var reading = new Reading { Intent = Intent.Question, Question = Topic.Place };

        Informed().Lead("hola").Lead("¿y eso por qué rumbo anda?", reading).LastReply.ShouldStartWith("Estamos en Houston");
        Informed().Lead("hola").Lead("por qué rumbo andan me pregunto", reading).LastReply.ShouldStartWith("Estamos en Houston");
    }

    [Fact]
    public void A_question_that_stands_in_the_facts_is_not_asked_by_us()
    {
        var talk = Informed().Lead("hola").Lead("¿cuánto cuesta?");

        talk.LastReply.ShouldContain("No hay contrato anual.");
        talk.LastReply.ShouldNotContain("¿Y el contrato?");
    }

    [Fact]
    public void What_is_not_known_is_said_so_beside_what_is()
    {
        var talk = Informed().Lead("hola").Lead("¿dónde están y dan garantía?");

        talk.LastReply.ShouldContain("Houston");
        talk.LastReply.ShouldContain("no lo tengo a la mano");
        talk.LastReply.ShouldContain("persona");
    }

    [Fact]
    public void Asked_whether_she_is_a_robot_she_admits_it_whatever_the_facts_and_the_model_say()
    {
        var talk = Informed().Lead("hola");
        talk.Lead("¿eres un robot?", reply: "No, soy una persona real. ¿Cómo te llamas?", replyAsks: Field.Name);

        talk.LastReply.ShouldContain("inteligencia artificial del equipo");
        talk.LastReply.ShouldNotContain("persona real");
        talk.LastReply.ShouldContain("¿");
    }

    [Fact]
    public void A_question_while_times_are_offered_is_answered_and_a_time_is_asked_for_again()
    {
        var talk = Informed(Complete).Lead("hola");
        talk.State.Stage.ShouldBe(Stage.Offering);
        talk.Lead("¿dónde están?").Lead("¿y cuánto cuesta?");

        talk.Replies[1].ShouldContain("Houston");
        talk.Replies[2].ShouldContain("450");
        Questions(talk).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void A_question_after_booking_is_answered()
    {
        var talk = Informed(Complete).Lead("hola").Lead("el 1").Lead("¿dónde están?");

        talk.State.Stage.ShouldBe(Stage.Booked);
        talk.LastReply.ShouldBe("Estamos en Houston y atendemos a todo el país por teléfono.");
    }

    [Fact]
    public void Whoever_asks_and_asks_is_answered_without_being_asked_a_third_time_in_the_same_words()
    {
        var talk = Informed().Lead("hola");
        for (var i = 0; i < 10; i++) talk.Lead(i % 2 == 0 ? "¿cuánto cuesta?" : "¿dónde están?");

        talk.State.Stage.ShouldBe(Stage.Qualifying);
        Questions(talk).GroupBy(q => q).ShouldAllBe(g => g.Count() <= 2);
        talk.LastReply.ShouldContain("Houston");
    }

    [Fact]
    public void Whoever_keeps_wanting_other_times_is_not_asked_a_third_time_in_the_same_words()
    {
        var talk = Informed(Complete).Lead("hola");
        for (var i = 0; i < 12 && talk.State.Stage == Stage.Offering; i++) talk.Lead("otro", Of(Intent.MoreSlots));

        Questions(talk).GroupBy(q => q).ShouldAllBe(g => g.Count() <= 2);
        talk.State.Stage.ShouldBe(Stage.HandedOff);
    }

    [Fact]
    public void Three_tries_in_vain_while_times_are_offered_call_a_person()
    {
        var talk = Informed(Complete).Lead("hola");
        for (var i = 0; i < 3; i++) talk.Lead("mmm", Of(Intent.Other));

        talk.State.Stage.ShouldBe(Stage.HandedOff);
        talk.State.NeedsHuman.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("audio", "escr")]
    [InlineData("image", "imagen")]
    [InlineData("sticker", "sticker")]
    [InlineData("location", "ubicación")]
    [InlineData("video", "video")]
    [InlineData("file", "recibí")]
    public void What_is_no_text_gets_a_fitting_line_and_the_open_question(string kind, string word)
    {
        var talk = Informed().Lead("hola");
        talk.Sends(kind);

        talk.LastReply.ShouldContain(word, Case.Insensitive);
        talk.LastReply.ShouldEndWith("¿Cómo te llamas?");
        talk.State.Asked.ShouldBe(Field.Name);
    }

    [Fact]
    public void Three_voice_notes_that_nobody_can_hear_call_a_person()
    {
        var talk = Informed().Lead("hola").Sends("audio").Sends("audio").Sends("audio");

        talk.State.Stage.ShouldBe(Stage.HandedOff);
    }

    [Theory]
    [InlineData("eres un idiota", "molestia")]
    [InlineData("jajajaja", "Jaja")]
    [InlineData("ya te lo dije", "disculpa|insistencia")]
    public void Insults_and_jokes_get_a_fitting_line(string text, string word)
    {
        var talk = Informed().Lead("hola").Lead(text);

        word.Split('|').ShouldContain(w => talk.LastReply.Contains(w, StringComparison.Ordinal));
        talk.LastReply.Count(c => c == '?').ShouldBe(1);
    }

    [Fact]
    public void The_models_question_in_words_used_before_is_put_in_others()
    {
        var talk = Informed().Lead("hola", Of(Intent.Greeting), reply: "¡Hola! ¿Me dices tu nombre?", replyAsks: Field.Name);
        talk.Lead("ajá", Of(Intent.Other), reply: "Claro. ¿Me dices tu nombre?", replyAsks: Field.Name);

        talk.LastReply.ShouldNotContain("¿Me dices tu nombre?");
        talk.State.Asked.ShouldBe(Field.Name);
    }

    private static IEnumerable<string> Questions(Talk talk) => talk.Replies.Select(OutletBot.Agent.Questions.In).OfType<string>();
}
