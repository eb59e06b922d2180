using OutletBot.Conversations;

namespace OutletBot.Unit.Understanding;

public sealed class FieldTests
{
    [Theory]
    [InlineData("quinientos", 500)]
    [InlineData("unos 500 al mes", 500)]
    [InlineData("$1,200/mes", 1200)]
    [InlineData("1.200", 1200)]
    [InlineData("2.5k", 2500)]
    [InlineData("unos 3 mil", 3000)]
    [InlineData("dos mil quinientos", 2500)]
    [InlineData("mil", 1000)]
    [InlineData("five hundred", 500)]
    [InlineData("un par de cientos", 200)]
    [InlineData("entre 400 y 600", 600)]
    [InlineData("de 400 a 600", 600)]
    [InlineData("400-600", 600)]
    [InlineData("100 a la semana", 433)]
    [InlineData("6000 al año", 500)]
    [InlineData("no, espera, son 500", 500)]
    [InlineData("no mas de 400", 400)]
    [InlineData("500 dlls", 500)]
    [InlineData("pago 2000 de renta, puedo 400", 400)]
    public void An_answer_to_the_budget_question_is_a_month_in_dollars(string text, int budget) =>
        Reads.Of(text, Field.Budget).Fields.MonthlyBudgetUsd.ShouldBe(budget);

    [Theory]
    [InlineData("pago 2000 de renta")]
    [InlineData("vendo 20 mil al mes")]
    [InlineData("tengo 35 años")]
    [InlineData("mi numero es 832 555 0142")]
    [InlineData("quiero llegar a 10 mil al mes")]
    [InlineData("gasté 3000 en facebook")]
    [InlineData("tengo 20 mesas")]
    [InlineData("desde 2015")]
    [InlineData("cobro 50 por corte")]
    [InlineData("un 20%")]
    [InlineData("a las 5 pm")]
    [InlineData("¿son 500 al mes?")]
    [InlineData("500")]
    public void Other_numbers_are_no_budget(string text) => Reads.Of(text).Fields.MonthlyBudgetUsd.ShouldBeNull();

    [Theory]
    [InlineData("5000 pesos", "pesos")]
    [InlineData("400 euros", "EUR")]
    [InlineData("8000 mxn al mes", "MXN")]
    public void Another_currency_is_named_and_not_stored(string text, string currency)
    {
        var reading = Reads.Of(text, Field.Budget);

        reading.Fields.MonthlyBudgetUsd.ShouldBeNull();
        reading.ForeignCurrency.ShouldBe(currency);
    }

    [Theory]
    [InlineData("soy Carlos, tengo un restaurante", "Carlos")]
    [InlineData("me llamo maría josé", "María José")]
    [InlineData("hola maría, soy pedro", "Pedro")]
    [InlineData("mi nombre es juan carlos de la cruz", "Juan Carlos de la Cruz")]
    [InlineData("habla Ana", "Ana")]
    [InlineData("this is John", "John")]
    [InlineData("I'm Will", "Will")]
    [InlineData("soy luz", "Luz")]
    public void An_introduction_names_the_lead(string text, string name) => Reads.Of(text).Fields.Name.ShouldBe(name);

    [Theory]
    [InlineData("carlos", "Carlos")]
    [InlineData("Rosa", "Rosa")]
    [InlineData("Hola, Luis Pérez mucho gusto", "Luis Pérez")]
    [InlineData("yuleisy", "Yuleisy")]
    [InlineData("Carlos y tú?", "Carlos")]
    public void A_bare_answer_to_the_name_question_is_the_name(string text, string name) => Reads.Of(text, Field.Name).Fields.Name.ShouldBe(name);

    [Theory]
    [InlineData("soy dentista")]
    [InlineData("soy de Houston")]
    [InlineData("soy yo")]
    [InlineData("soy nuevo en esto")]
    [InlineData("hola María")]
    [InlineData("mi esposo se llama Juan")]
    [InlineData("estoy interesado")]
    [InlineData("I'm interested")]
    [InlineData("buenas tardes")]
    public void What_only_looks_like_a_name_is_none(string text)
    {
        Reads.Of(text).Fields.Name.ShouldBeNull();
        Reads.Of(text, Field.Name).Fields.Name.ShouldBeNull();
    }

    [Theory]
    [InlineData("carlos@restaurante.mx", "carlos@restaurante.mx")]
    [InlineData("MARIA@GMAIL.COM.", "maria@gmail.com")]
    [InlineData("maria arroba gmail punto com", "maria@gmail.com")]
    [InlineData("mi correo es maria guion bajo lopez arroba hotmail punto com", "maria_lopez@hotmail.com")]
    [InlineData("maria at gmail dot com", "maria@gmail.com")]
    [InlineData("maria @ gmail . com", "maria@gmail.com")]
    [InlineData("viejo@yahoo.com no, mejor nuevo@yahoo.com", "nuevo@yahoo.com")]
    public void An_address_is_read(string text, string email) => Reads.Of(text, Field.Email).Fields.Email.ShouldBe(email);

    [Theory]
    [InlineData("maria@gmial.com")]
    [InlineData("maria@gmail.con")]
    [InlineData("maria@gmail")]
    public void A_mistyped_domain_is_asked_back(string text)
    {
        var reading = Reads.Of(text, Field.Email);

        reading.Fields.Email.ShouldBeNull();
        reading.EmailToConfirm.ShouldBe("maria@gmail.com");
    }

    [Fact]
    public void A_yes_takes_what_was_proposed()
    {
        Reads.Of("sí", last: "¿quisiste decir maria@gmail.com?").Fields.Email.ShouldBe("maria@gmail.com");
        Reads.Of("si", last: "¿Entonces 400 al mes?").Fields.MonthlyBudgetUsd.ShouldBe(400);
        Reads.Of("no", last: "¿Entonces 400 al mes?").Fields.MonthlyBudgetUsd.ShouldBeNull();
    }

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
