using OutletBot.Conversations;
using OutletBot.Evals;

namespace OutletBot.Unit.EvalsScoring;

public sealed class AskedFieldsTests
{
    [Theory]
    [InlineData("¡Hola! Soy María. ¿Cómo te llamas?", Field.Name)]
    [InlineData("Gracias. ¿Con quién tengo el gusto?", Field.Name)]
    [InlineData("What's your name?", Field.Name)]
    [InlineData("¿Qué tipo de negocio tienes?", Field.BusinessType)]
    [InlineData("What kind of business do you have?", Field.BusinessType)]
    [InlineData("¿Cuál es el principal problema que tienes hoy?", Field.Problem)]
    [InlineData("What's your biggest challenge right now?", Field.Problem)]
    [InlineData("¿Qué te gustaría lograr?", Field.Goal)]
    [InlineData("What would you like to achieve?", Field.Goal)]
    [InlineData("¿Cuánto podrías invertir al mes?", Field.Budget)]
    [InlineData("What monthly budget do you have in mind?", Field.Budget)]
    [InlineData("Pásame tu correo, por favor.", Field.Email)]
    [InlineData("What's the best email for you?", Field.Email)]
    public void A_question_asks_for_its_field(string reply, Field asked) => AskedFields.In(reply).ShouldBe([asked]);

    [Theory]
    [InlineData("Listo, Carlos. Te mandé la confirmación a tu correo.")]
    [InlineData("¿Quisiste decir lupita.rios@gmail.com?")]
    [InlineData("Nuestro presupuesto mínimo es de 300 dólares al mes.")]
    [InlineData("1) martes 24, 10:00 a. m. ¿Cuál te queda mejor?")]
    [InlineData("")]
    public void What_only_mentions_a_field_asks_for_none(string reply) => AskedFields.In(reply).ShouldBeEmpty();
}
