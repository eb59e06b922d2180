using OutletBot.Conversations;

namespace OutletBot.Unit.Understanding;

public sealed class MoneyTests
{
    private const string Nurture = "Por ahora nuestro mínimo es de 300 dólares al mes. Si más adelante puedes, aquí estamos.";

    [Theory]
    [InlineData("quinientos", 500)]
    [InlineData("unos 500 al mes", 500)]
    [InlineData("$1,200/mes", 1200)]
    [InlineData("1.200", 1200)]
    [InlineData("1,500.00", 1500)]
    [InlineData("2.5k", 2500)]
    [InlineData("2 k", 2000)]
    [InlineData("unos 3 mil", 3000)]
    [InlineData("dos mil quinientos", 2500)]
    [InlineData("dosmil", 2000)]
    [InlineData("1 mil 500", 1500)]
    [InlineData("1 500 dls", 1500)]
    [InlineData("mil", 1000)]
    [InlineData("mil y pico", 1000)]
    [InlineData("mil y medio", 1500)]
    [InlineData("medio millar", 500)]
    [InlineData("un par de cientos", 200)]
    [InlineData("five hundred", 500)]
    [InlineData("two fifty", 250)]
    [InlineData("fifteen hundred", 1500)]
    [InlineData("a grand", 1000)]
    [InlineData("half a grand", 500)]
    [InlineData("a couple hundred bucks", 200)]
    [InlineData("quinentos", 500)]
    [InlineData("sincuenta y cinco", 55)]
    [InlineData("0", 0)]
    public void A_number_is_read_however_it_is_written(string text, int budget) => Budget(text).ShouldBe(budget);

    [Theory]
    [InlineData("entre 400 y 600", 600)]
    [InlineData("de 400 a 600", 600)]
    [InlineData("400-600", 600)]
    [InlineData("de 3 a 5 mil", 5000)]
    [InlineData("300 o 400", 400)]
    [InlineData("minimo 300 maximo 600", 600)]
    [InlineData("maximo unos 800 pero minimo 500", 800)]
    [InlineData("máximo 600 mínimo 400", 600)]
    [InlineData("como mucho 900 y como poco 350", 900)]
    [InlineData("unos 400, tal vez 500", 500)]
    [InlineData("no mas de 400", 400)]
    [InlineData("no puedo mas de 250", 250)]
    [InlineData("menos de 1000", 1000)]
    public void Of_a_range_the_upper_end_counts(string text, int budget) => Budget(text).ShouldBe(budget);

    [Theory]
    [InlineData("100 a la semana", 433)]
    [InlineData("por semana unos 100", 433)]
    [InlineData("250 quincenales", 500)]
    [InlineData("cada 15 dias 200", 406)]
    [InlineData("150 every two weeks", 326)]
    [InlineData("10 a day", 304)]
    [InlineData("6000 al año", 500)]
    [InlineData("al año unos 12 mil", 1000)]
    [InlineData("900 por tres meses", 300)]
    public void An_amount_for_another_period_becomes_a_month(string text, int budget) => Budget(text).ShouldBe(budget);

    [Theory]
    [InlineData("no, espera, son 500", 500)]
    [InlineData("perdon quise decir 400", 400)]
    [InlineData("400... bueno 450", 450)]
    [InlineData("son 300 no 3000", 300)]
    [InlineData("no 500, 400", 400)]
    [InlineData("no son 800 son 80", 80)]
    [InlineData("puse 100 y son 1000", 1000)]
    [InlineData("500 en vez de 300", 500)]
    [InlineData("en vez de 300 pon 500", 500)]
    [InlineData("I said 300 but it's 500", 500)]
    [InlineData("300 wait no 350", 350)]
    [InlineData("no 500", 500)]
    public void Of_two_amounts_the_one_that_is_put_right_counts(string text, int budget) => Budget(text).ShouldBe(budget);

    [Theory]
    [InlineData("no puedo tanto, como 200", 200)]
    [InlineData("no puedo tanto como 200", 200)]
    [InlineData("no tengo 500 pero si 350", 350)]
    [InlineData("500 es mucho, 300", 300)]
    [InlineData("500 no puedo, 300 si", 300)]
    [InlineData("I can't do 600, maybe 350", 350)]
    [InlineData("no puedo pagar 500", null)]
    [InlineData("no llego a 500", null)]
    [InlineData("ni 100 tengo", null)]
    [InlineData("300 es mucho para mi", null)]
    [InlineData("no tengo presupuesto", null)]
    public void An_amount_that_is_turned_down_is_none(string text, int? budget) => Budget(text).ShouldBe(budget);

    [Theory]
    [InlineData("pago 2000 de renta, puedo 400", 400)]
    [InlineData("vendo 10 mil al mes, le puedo meter 500", 500)]
    [InlineData("gaste 2000 el año pasado pero ahora solo puedo 400", 400)]
    [InlineData("facturo 20k, presupuesto 1k", 1000)]
    [InlineData("empezar con 300 y si funciona subir a 600", 300)]
    [InlineData("tengo un presupuesto de 2000", 2000)]
    public void The_budget_is_told_from_the_other_amounts_beside_it(string text, int budget) => Budget(text).ShouldBe(budget);

    [Theory]
    [InlineData("pago 2000 de renta")]
    [InlineData("vendo 20 mil al mes")]
    [InlineData("mi renta es de 1200 al mes")]
    [InlineData("el año pasado gasté 3000 en publicidad")]
    [InlineData("me gasto 500 al mes en facebook y nada")]
    [InlineData("me cobran 30 dolares por lead")]
    [InlineData("pague 1500 por una pagina web")]
    [InlineData("vendo paquetes de 300 dolares")]
    [InlineData("tacos a 2 dolares")]
    [InlineData("tengo 35 años")]
    [InlineData("mi numero es 832 555 0142")]
    [InlineData("quiero llegar a 10 mil al mes")]
    [InlineData("tengo 20 mesas")]
    [InlineData("tengo 200 seguidores")]
    [InlineData("mi local mide 800 pies")]
    [InlineData("desde 2015")]
    [InlineData("cobro 50 por corte")]
    [InlineData("un 20%")]
    [InlineData("a las 5 pm")]
    [InlineData("¿son 500 al mes?")]
    [InlineData("500")]
    public void Other_numbers_are_no_budget(string text) => Reads.Of(text).Fields.MonthlyBudgetUsd.ShouldBeNull();

    [Theory]
    [InlineData("no tengo ventas y puedo invertir como 300 al mes", 300)]
    [InlineData("hola tengo 500 al mes para publicidad", 500)]
    [InlineData("quiero invertir unos 600 dolares", 600)]
    [InlineData("que suene el telefono, con 300 al mes se puede?", 300)]
    public void A_budget_is_heard_unasked(string text, int budget) => Reads.Of(text, Field.Problem).Fields.MonthlyBudgetUsd.ShouldBe(budget);

    [Theory]
    [InlineData("mejor ponle 700", 700)]
    [InlineData("digo 800, no 80", 800)]
    [InlineData("bajalo de 500 a 300", 300)]
    [InlineData("wait make that 700, not 300", 700)]
    [InlineData("tengo 3 hijos", null)]
    [InlineData("nos vemos a las 3", null)]
    [InlineData("500", null)]
    public void A_known_budget_is_put_right_by_what_says_so(string text, int? budget) =>
        Reads.Of(text, last: "Claro. ¿En qué más te puedo ayudar?", known: Lead.Unknown with { MonthlyBudgetUsd = 500 }).Fields.MonthlyBudgetUsd.ShouldBe(budget);

    [Theory]
    [InlineData("y si le pongo 300?", 300)]
    [InlineData("va, 350 entonces", 350)]
    [InlineData("300 es mucho para mi", null)]
    [InlineData("ok gracias", null)]
    public void What_answers_our_minimum_is_a_budget(string text, int? budget) => Reads.Of(text, last: Nurture).Fields.MonthlyBudgetUsd.ShouldBe(budget);

    [Theory]
    [InlineData("sí", 500)]
    [InlineData("no", null)]
    [InlineData("no, 400", 400)]
    [InlineData("si pero mejor 600", 600)]
    [InlineData("no puedo tanto, como 200", 200)]
    [InlineData("no, son pesos", null)]
    public void A_yes_takes_the_proposed_amount_and_a_no_only_its_own(string text, int? budget) =>
        Reads.Of(text, last: "¿Te refieres a 500 dólares al mes?").Fields.MonthlyBudgetUsd.ShouldBe(budget);

    [Theory]
    [InlineData("5000 pesos", "pesos")]
    [InlineData("400 euros", "EUR")]
    [InlineData("8000 mxn al mes", "MXN")]
    [InlineData("unos 8 mil pesos mexicanos", "MXN")]
    [InlineData("soles, unos 1500", "PEN")]
    [InlineData("en pesos serian como 8000", "pesos")]
    [InlineData("6000 pero en pesos", "pesos")]
    [InlineData("4000 quetzales", "GTQ")]
    [InlineData("200 mil colones", "CRC")]
    [InlineData("8000 pesos, no se cuanto sea en dolares", "pesos")]
    public void Another_currency_is_named_and_not_stored(string text, string currency)
    {
        var reading = Reads.Of(text, Field.Budget);

        reading.Fields.MonthlyBudgetUsd.ShouldBeNull();
        reading.ForeignCurrency.ShouldBe(currency);
    }

    [Theory]
    [InlineData("500 dlls", 500)]
    [InlineData("500$", 500)]
    [InlineData("us$400", 400)]
    [InlineData("500 varos", 500)]
    [InlineData("350 varos gringos o sea dolares", 350)]
    [InlineData("600 pesos no, dolares", 600)]
    [InlineData("seiscientos dolarucos", 600)]
    public void Dollars_go_by_many_names(string text, int budget) => Budget(text).ShouldBe(budget);

    private static decimal? Budget(string text) => Reads.Of(text, Field.Budget).Fields.MonthlyBudgetUsd;
}
