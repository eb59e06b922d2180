using OutletBot.Conversations;
using OutletBot.Evals;

namespace OutletBot.Unit.EvalsScoring;

public sealed class AskedFieldsTests
{
    [Theory]
    [InlineData("¡Hola! Soy María. ¿Cómo te llamas?", "name")]
    [InlineData("Gracias. ¿Con quién tengo el gusto?", "name")]
    [InlineData("What's your name?", "name")]
    [InlineData("¿Qué tipo de negocio tienes?", "businessType")]
    [InlineData("What kind of business do you have?", "businessType")]
    [InlineData("¿Cuál es el principal problema que tienes hoy?", "problem")]
    [InlineData("What's your biggest challenge right now?", "problem")]
    [InlineData("¿Qué te gustaría lograr?", "goal")]
    [InlineData("What would you like to achieve?", "goal")]
    [InlineData("¿Cuánto podrías invertir al mes?", "budget")]
    [InlineData("What monthly budget do you have in mind?", "budget")]
    [InlineData("Pásame tu correo, por favor.", "email")]
    [InlineData("What's the best email for you?", "email")]
    public void A_question_asks_for_its_field(string reply, string asked) => AskedFields.In(reply).ShouldBe([new Field(asked)]);

    [Theory]
    [InlineData("Listo, Carlos. Te mandé la confirmación a tu correo.")]
    [InlineData("¿Quisiste decir lupita.rios@gmail.com?")]
    [InlineData("Nuestro presupuesto mínimo es de 300 dólares al mes.")]
    [InlineData("1) martes 24, 10:00 a. m. ¿Cuál te queda mejor?")]
    [InlineData("")]
    public void What_only_mentions_a_field_asks_for_none(string reply) => AskedFields.In(reply).ShouldBeEmpty();
}
