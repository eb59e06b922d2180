using OutletBot.Agent;
using OutletBot.Conversations;

namespace OutletBot.Unit.Agent;

public sealed class BusinessFactsTests
{
    private const string Facts = """
        # La agencia

        ## Precios
        El plan inicial es de $450 al mes y no hay contrato anual.

        ## Ubicación
        Estamos en Houston, Texas, y atendemos a todo el país por teléfono.

        ## Resultados
        - Los primeros clientes llegan en unas dos semanas
        """;

    [Theory]
    [InlineData("¿cuánto cuesta?", Topic.Price, "El plan inicial es de $450 al mes y no hay contrato anual.")]
    [InlineData("donde estan", Topic.Place, "Estamos en Houston, Texas, y atendemos a todo el país por teléfono.")]
    [InlineData("en cuanto tiempo veo resultados", Topic.Time, "Los primeros clientes llegan en unas dos semanas.")]
    [InlineData("¿tienen sucursal en Marte?", Topic.Other, null)]
    public void The_passage_that_fits_the_question_answers_it(string question, Topic topic, string? answer) =>
        BusinessFacts.Answer(question, topic, Facts, "es").ShouldBe(answer);

    [Fact]
    public void Facts_in_another_language_are_not_quoted() =>
        BusinessFacts.Answer("how much is it", Topic.Price, Facts, "en").ShouldBeNull();

    [Fact]
    public void A_cut_off_emoji_does_not_break_the_search() =>
        BusinessFacts.Answer("precio \ud83d", Topic.Price, Facts, "es").ShouldNotBeNull();

    [Fact]
    public void A_long_passage_ends_with_a_sentence() =>
        BusinessFacts.Answer("precios", Topic.Price, "## Precios\n" + string.Concat(Enumerable.Repeat("El precio de un plan es claro. ", 20)), "es")!
            .ShouldSatisfyAllConditions(text => text.Length.ShouldBeLessThanOrEqualTo(300), text => text.ShouldEndWith("."));
}
