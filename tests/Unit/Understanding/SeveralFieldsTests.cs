using OutletBot.Conversations;

namespace OutletBot.Unit.Understanding;

/// <summary>Messages that bring several things at once, and answers that bring none.</summary>
public sealed class SeveralFieldsTests
{
    [Theory]
    [InlineData("No hay pasajeros. Meta: 12 viajes diarios. Presupuesto: 320 USD/mes. Mail: rutavan@example.org", null, "12 viajes diarios")]
    [InlineData("Giro: imprenta. Problema: solo trabajo en elecciones. Objetivo: contratos con escuelas", "imprenta", "contratos con escuelas")]
    [InlineData("Negocio: fletes\nProblema: muchos gastos, poca carga\nMeta: 3 rutas fijas", "fletes", "3 rutas fijas")]
    [InlineData("Business: bakery. Problem: nobody walks in. Goal: 20 cakes a week. Budget: 500", "bakery", "20 cakes a week")]
    [InlineData("mi negocio - pastelería, mi reto - los martes muertos, mi meta - abrir otra", "pastelería", "abrir otra")]
    public void A_list_with_labels_is_read_by_them(string text, string? business, string goal)
    {
        var read = Reads.Of(text, Field.Problem).Fields;

        read.BusinessType.ShouldBe(business);
        read.Problem.ShouldNotBeNull();
        read.Goal.ShouldBe(goal);
    }

    [Theory]
    [InlineData("soy Ludivina, cel 210-555-0166, 52 años, hago piñatas", "piñatas")]
    [InlineData("soy Norma y hago arreglos para mesas", "arreglos")]
    [InlineData("hago portones electricos en Weslaco, ocupo clientes de empresa", "portones electricos")]
    [InlineData("me llamo Rubén, damos talleres de lectura", "talleres de lectura")]
    public void What_is_made_as_a_habit_is_a_business_beside_a_name_or_a_need(string text, string business) => (Reads.Of(text).Fields.BusinessType ?? "").ShouldStartWith(business);

    [Theory]
    [InlineData("soy Norma y hago preguntas")]
    [InlineData("me llamo Rubén, hago compras los lunes")]
    [InlineData("hago portones")]
    [InlineData("hago anuncios y no me llegan clientes")]
    public void Chores_are_no_business(string text) => Reads.Of(text).Fields.BusinessType.ShouldBeNull();

    [Theory]
    [InlineData("alquiler de vestidos", "alquiler de vestidos")]
    [InlineData("renta de salones", "renta de salones")]
    [InlineData("sigo con la heladería", "heladería")]
    [InlineData("venta de zapatos", "zapatos")]
    public void A_rental_is_named_by_both_words_and_a_sale_by_what_is_sold(string text, string business) => Reads.Of(text, Field.BusinessType).Fields.BusinessType.ShouldBe(business);

    [Theory]
    [InlineData("nunca lo habia pensado")]
    [InlineData("no me lo había planteado")]
    [InlineData("jamás me lo han preguntado")]
    [InlineData("no lo tenemos definido")]
    [InlineData("buena pregunta")]
    [InlineData("híjole, ni idea")]
    [InlineData("prefiero platicarlo en persona")]
    [InlineData("never gave it much thought")]
    [InlineData("good question")]
    [InlineData("never really thought about it")]
    [InlineData("no tengo ni idea")]
    [InlineData("no me lo imaginaba")]
    public void Who_has_no_answer_gives_none(string text)
    {
        Reads.Of(text, Field.Goal).Fields.Goal.ShouldBeNull();
        Reads.Of(text, Field.Problem).Fields.Problem.ShouldBeNull();
    }

    [Theory]
    [InlineData("fifteen moves a week")]
    [InlineData("ganar 6000 limpios")]
    [InlineData("la neta nomas pagar la nomina a tiempo")]
    [InlineData("borrar esa mala fama del local")]
    [InlineData("que de 10 presupuestos me acepten 6")]
    [InlineData("agenda llena hasta enero, invierto 500, gano 7000 asi que si puedo")]
    [InlineData("dormir tranquila")]
    [InlineData("dejar el otro trabajo")]
    [InlineData("doce eventos al mes")]
    [InlineData("a waiting list")]
    [InlineData("15 moves a week")]
    [InlineData("fifteen jobs each week")]
    [InlineData("ten weddings")]
    [InlineData("20 sales daily")]
    [InlineData("rentar 30 vestidos al mes")]
    public void Any_wish_answers_the_question_for_the_goal(string text) => Reads.Of(text, Field.Goal).Fields.Goal.ShouldNotBeNull();
}
