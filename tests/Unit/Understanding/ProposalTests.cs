using OutletBot.Understanding;

namespace OutletBot.Unit.Understanding;

/// <summary>A yes takes over the values in our question; a no takes over nothing.</summary>
public sealed class ProposalTests
{
    [Theory]
    [InlineData("¿Entonces tienes una barbería?", "si", null, "barbería", null)]
    [InlineData("¿Te llamas Carlos?", "sí", "Carlos", null, null)]
    [InlineData("¿Eres Fernando, verdad?", "asi es", "Fernando", null, null)]
    [InlineData("So you run a bakery?", "yes", null, "bakery", null)]
    [InlineData("Is your name Laura?", "no", null, null, null)]
    [InlineData("¿Entonces tienes una barbería?", "no", null, null, null)]
    [InlineData("Entonces serían como 600 dólares al mes, ¿correcto?", "sí", null, null, 600)]
    [InlineData("Entonces serían como 600 dólares al mes, ¿correcto?", "exacto", null, null, 600)]
    [InlineData("Serían 450 al mes, ¿verdad?", "no", null, null, null)]
    [InlineData("¿Te gustaría agendar una llamada?", "sí", null, null, null)]
    public void A_yes_takes_over_what_was_proposed(string question, string answer, string? name, string? business, int? budget)
    {
        var fields = Reader.Read(new Utterance { Text = answer, LastReply = question, Now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(-6)) }).Fields;

        fields.Name.ShouldBe(name);
        fields.BusinessType.ShouldBe(business);
        fields.MonthlyBudgetUsd.ShouldBe(budget);
        fields.Goal.ShouldBeNull();
    }

    [Theory]
    [InlineData("please cancel my appointment")]
    [InlineData("let me check my calendar")]
    [InlineData("ok I changed my mind")]
    public void My_something_is_no_name(string text) =>
        Reader.Read(new Utterance { Text = text, Now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(-6)) }).Fields.Name.ShouldBeNull();

    [Theory]
    [InlineData("no es restaurante, es cafeteria", "cafeteria")]
    [InlineData("no, es una zapateria", "zapateria")]
    public void What_follows_a_denial_is_the_business(string text, string business) =>
        Reader.Read(new Utterance { Text = text, LastReply = "¿A qué se dedica tu negocio?", Now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(-6)) })
            .Fields.BusinessType.ShouldBe(business);
}
