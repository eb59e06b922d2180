using OutletBot.Conversations;

namespace OutletBot.Unit.Understanding;

public sealed class FieldTests
{
    [Theory]
    [InlineData("tengo un restaurante", "restaurante")]
    [InlineData("soy dentista", "dentista")]
    [InlineData("I own my roofing company", "roofing company")]
    [InlineData("vendo seguros", "seguros")]
    public void A_business_is_named_shortly(string text, string business) => Reads.Of(text).Fields.BusinessType.ShouldBe(business);

    [Theory]
    [InlineData("no me llegan clientes entre semana")]
    [InlineData("my ads don't work")]
    [InlineData("no tengo ventas")]
    public void A_problem_is_heard_unasked(string text) => Reads.Of(text).Fields.Problem.ShouldNotBeNull();

    [Theory]
    [InlineData("nesesito mas clientez")]
    [InlineData("quiero más clientes")]
    [InlineData("llenar las mesas")]
    [InlineData("I want more bookings")]
    public void A_goal_is_heard_unasked(string text) => Reads.Of(text).Fields.Goal.ShouldNotBeNull();

    [Theory]
    [InlineData("no sé")]
    [InlineData("hola")]
    [InlineData("sí")]
    [InlineData("¿por qué preguntas?")]
    public void What_says_nothing_answers_no_question(string text) => Reads.Of(text, Field.Problem).Fields.Problem.ShouldBeNull();
}
