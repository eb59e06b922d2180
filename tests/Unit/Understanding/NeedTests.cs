using OutletBot.Conversations;

namespace OutletBot.Unit.Understanding;

public sealed class NeedTests
{
    [Theory]
    [InlineData("no me llega gente")]
    [InlineData("casi nadie entra al local")]
    [InlineData("se me caen las ventas en enero")]
    [InlineData("me cuesta conseguir pacientes")]
    [InlineData("muy pocas reservas entre semana")]
    [InlineData("mi negocio anda muy flojo")]
    [InlineData("hay mucha competencia por aquí")]
    [InlineData("el problema es que llueve y no vendo nada")]
    [InlineData("we're not getting enough calls")]
    [InlineData("we keep losing jobs")]
    [InlineData("la gente pregunta y no compra")]
    [InlineData("I get leads but they don't convert")]
    [InlineData("cada vez hay más competencia")]
    [InlineData("batallo para llenar mi agenda")]
    [InlineData("Tyrone here, we're dead on weekdays")]
    public void A_clause_that_lacks_or_loses_tells_of_a_trouble_unasked(string text)
    {
        var read = Reads.Of(text).Fields;
        read.Problem.ShouldNotBeNull();
        read.Goal.ShouldBeNull();
    }

    [Theory]
    [InlineData("quisiera llenarlos antes de agosto")]
    [InlineData("ocupo más trabajos en el área de Dallas")]
    [InlineData("vendo comida yucateca y quiero que me conozcan")]
    [InlineData("mi meta es abrir otra sucursal")]
    [InlineData("looking to grow my cleaning business")]
    [InlineData("mejores clientes")]
    [InlineData("nesesito mas clientez")]
    public void A_clause_that_wishes_for_what_a_business_lives_on_tells_of_a_goal_unasked(string text)
    {
        var read = Reads.Of(text).Fields;
        read.Goal.ShouldNotBeNull();
        read.Problem.ShouldBeNull();
    }

    [Theory]
    [InlineData("hola vi su anuncio y quiero más información")]
    [InlineData("quisiera agendar una llamada")]
    [InlineData("quiero hablar con alguien")]
    [InlineData("tengo una duda")]
    [InlineData("no me llegó el correo")]
    [InlineData("no hay problema, todo va bien")]
    [InlineData("tengo 3 hijos y poco tiempo")]
    [InlineData("no tengo negocio todavía")]
    [InlineData("¿ustedes tienen clientes?")]
    [InlineData("transportamos carros")]
    public void Talk_about_anything_else_is_neither(string text)
    {
        var read = Reads.Of(text).Fields;
        read.Problem.ShouldBeNull();
        read.Goal.ShouldBeNull();
    }

    [Theory]
    [InlineData("la renta me está comiendo")]
    [InlineData("que nadie sabe que existimos")]
    [InlineData("dependemos de recomendados nada más")]
    [InlineData("my website is outdated")]
    [InlineData("no sé nada de redes sociales")]
    [InlineData("me dieron de baja la página de facebook")]
    [InlineData("no sé vender")]
    [InlineData("que no tengo quien me ayude")]
    public void Any_statement_answers_the_question_for_the_problem(string text) => Reads.Of(text, Field.Problem).Fields.Problem.ShouldNotBeNull();

    [Theory]
    [InlineData("mañana te explico")]
    [InlineData("no entiendo la pregunta")]
    [InlineData("eso te lo digo cuando hablemos")]
    [InlineData("con permiso, estoy en una junta")]
    [InlineData("donde están ubicados")]
    [InlineData("eres persona o máquina")]
    [InlineData("cuánto me va a costar esto")]
    [InlineData("prefiero decírselo en la llamada")]
    [InlineData("ya te lo dije")]
    [InlineData("no lo he pensado")]
    [InlineData("depende")]
    [InlineData("mmm")]
    [InlineData("tú dime")]
    [InlineData("estoy comiendo")]
    [InlineData("mi número es 210 555 0134")]
    [InlineData("Ricardo")]
    [InlineData("qué opciones hay")]
    [InlineData("para qué sirve")]
    [InlineData("500")]
    [InlineData("quien sabe")]
    [InlineData("por qué la pregunta")]
    [InlineData("Me llamo Carlos Ruiz")]
    [InlineData("puedo invertir 500 al mes")]
    public void Questions_talk_about_the_talk_and_other_fields_answer_neither_question(string text)
    {
        Reads.Of(text, Field.Problem).Fields.Problem.ShouldBeNull();
        Reads.Of(text, Field.Goal).Fields.Goal.ShouldBeNull();
    }

    [Fact]
    public void Trouble_and_wish_of_one_breath_are_told_apart()
    {
        var read = Reads.Of("se me van los clientes con la competencia, lo que busco es llenar las 6 sillas del salón", Field.Problem).Fields;

        read.Problem.ShouldBe("se me van los clientes con la competencia");
        read.Goal.ShouldBe("lo que busco es llenar las 6 sillas del salón");
    }

    [Fact]
    public void A_run_on_without_a_comma_is_cut_at_its_verbs()
    {
        var read = Reads.Of("hola mire yo soy Graciela Montes y tengo una guardería aquí en Irving y pues lo que pasa es que me quedan como ocho lugares vacíos y quisiera llenarlos antes de agosto").Fields;

        read.Name.ShouldBe("Graciela Montes");
        read.BusinessType.ShouldBe("guardería");
        read.Problem.ShouldNotBeNull();
        read.Goal.ShouldBe("quisiera llenarlos antes de agosto");
    }

    [Fact]
    public void What_comes_before_a_question_is_still_an_answer() =>
        Reads.Of("que suene el teléfono, ¿con 300 al mes se puede?", Field.Goal).Fields.Goal.ShouldBe("que suene el teléfono");
}
