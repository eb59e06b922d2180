using OutletBot.Conversations;

namespace OutletBot.Unit.Understanding;

/// <summary>What is heard whatever words it is put in, as verb, denial and object are read and not the sentence.</summary>
public sealed class FamilyTests
{
    [Theory]
    [InlineData("te pediría que no me mandaras nada")]
    [InlineData("no acepto que me estén buscando")]
    [InlineData("nunca me vuelvas a textear")]
    [InlineData("favor de no contactarme")]
    [InlineData("absténgase de llamarme")]
    [InlineData("ya dejen de molestar")]
    [InlineData("I don't wish to be texted")]
    [InlineData("would rather you never called me")]
    [InlineData("I asked you to quit emailing me")]
    [InlineData("como los denuncio, los denuncio si siguen")]
    [InlineData("keep me off your list")]
    public void A_denied_verb_of_reaching_the_lead_silences_us(string text) => Reads.Of(text, Field.Problem).Intent.ShouldBe(Intent.OptOut);

    [Theory]
    [InlineData("no me marquen, contesto por whatsapp")]
    [InlineData("solo mensajes, no me llamen")]
    [InlineData("quiero cancelar el contrato con la otra agencia")]
    [InlineData("no quiero que me dejen de comprar")]
    [InlineData("nadie me escribe ni me llama")]
    [InlineData("mis clientes no me vuelven a buscar")]
    [InlineData("no paren de mandarme información, me sirve")]
    [InlineData("voy a dar de baja la cuenta de instagram, quiero dar de baja mi pagina")]
    public void The_same_verbs_of_another_way_or_of_other_people_do_not(string text) => Reads.Of(text, Field.Problem).Intent.ShouldNotBe(Intent.OptOut);

    [Theory]
    [InlineData("prefiero dejarlo para otra ocasión")]
    [InlineData("lo tengo que platicar con mi socio")]
    [InlineData("estamos contentos con nuestra agencia")]
    [InlineData("queda fuera de mi presupuesto")]
    [InlineData("we're going to hold off")]
    [InlineData("mejor ahí lo dejamos")]
    public void A_polite_no_is_heard_by_what_is_done_instead(string text) => Reads.Of(text, Field.Problem).Intent.ShouldBe(Intent.NotInterested);

    [Theory]
    [InlineData("y la llamada dura mucho o es rápida")]
    [InlineData("ustedes trabajan con estéticas")]
    [InlineData("oigan en qué parte de texas están")]
    [InlineData("aceptan pagos en efectivo")]
    [InlineData("me devuelven el dinero si no funciona")]
    [InlineData("es robot o persona")]
    [InlineData("do yall also run google ads")]
    [InlineData("how fast would it work")]
    [InlineData("a poco garantizan resultados")]
    [InlineData("platícame más de cómo le hacen")]
    public void A_question_without_its_mark_is_no_answer(string text)
    {
        var read = Reads.Of(text, Field.Problem);

        read.Question.ShouldNotBeNull();
        read.Fields.Problem.ShouldBeNull();
    }

    [Theory]
    [InlineData("cuando baja la temporada no vendo nada")]
    [InlineData("que no me llegan clientes")]
    [InlineData("donde está mi local no pasa gente")]
    [InlineData("trabajo mucho y no veo dinero")]
    [InlineData("no sé cómo conseguir clientes")]
    [InlineData("hay que pagar mucha renta y no vendemos")]
    public void An_answer_that_opens_like_a_question_stays_one(string text) => Reads.Of(text, Field.Problem).Fields.Problem.ShouldNotBeNull();

    [Theory]
    [InlineData("comuníquenme con un encargado")]
    [InlineData("no me gusta hablar con robots")]
    [InlineData("is there a manager, let me speak to a manager")]
    [InlineData("¿me pueden llamar ustedes?")]
    [InlineData("mejor llámenme")]
    public void Who_wants_a_person_is_heard(string text) => Reads.Of(text, Field.Goal).Intent.ShouldBe(Intent.Human);

    [Theory]
    [InlineData("necesito un vendedor que venda más")]
    [InlineData("no hay persona que compre")]
    [InlineData("¿la cita es en persona o por llamada?")]
    public void Who_speaks_of_people_does_not_want_one_of_ours(string text) => Reads.Of(text, Field.Problem).Intent.ShouldNotBe(Intent.Human);

    [Theory]
    [InlineData("¿y si no alcanzo a llegar ese día?", Intent.Reschedule)]
    [InlineData("ese día no puedo siempre", Intent.Reschedule)]
    [InlineData("what if I can't get there on thursday", Intent.Reschedule)]
    [InlineData("ya no me sirve ese horario", Intent.Reschedule)]
    [InlineData("olvídate de la cita", Intent.Cancel)]
    [InlineData("siempre no voy a ocupar la llamada", Intent.Cancel)]
    [InlineData("no cuenten con nosotros", Intent.Cancel)]
    [InlineData("no, cancélenla mejor", Intent.Cancel)]
    public void With_an_appointment_trouble_with_its_time_moves_it_and_with_itself_cancels(string text, Intent intent) =>
        OutletBot.Understanding.Reader.Read(new() { Text = text, Now = Reads.Now, Appointment = Reads.At(26, 9), LastReply = "¡Listo! Tu cita quedó para el jueves 26 a las 9:00 a. m." }).Intent.ShouldBe(intent);

    [Fact]
    public void A_plea_not_to_cancel_keeps_the_appointment() =>
        OutletBot.Understanding.Reader.Read(new() { Text = "sí, pero no me las vayan a cancelar", Now = Reads.Now, Appointment = Reads.At(26, 9), LastReply = "Te recuerdo tu cita de mañana. ¿Confirmas?" }).Intent.ShouldNotBe(Intent.Cancel);

    [Fact]
    public void The_minutes_of_a_reminder_are_no_budget() =>
        Reads.Of("sí señora, ahí estaré", last: "Te recuerdo tu llamada de hoy a las 4:45 p. m. ¿Confirmas?").Fields.MonthlyBudgetUsd.ShouldBeNull();

    [Theory]
    [InlineData("me dicen Nacho pero mi nombre es Ignacio Luna", "Ignacio Luna")]
    [InlineData("mi nombre es este Ulises Prado", "Ulises Prado")]
    public void A_name_outweighs_what_people_are_called_and_fillers_are_none(string text, string name) => Reads.Of(text, Field.Name).Fields.Name.ShouldBe(name);

    [Theory]
    [InlineData("RD$30,000")]
    [InlineData("RD$ 9,500 al mes")]
    public void Dominican_pesos_are_no_dollars(string text)
    {
        var read = Reads.Of(text, Field.Budget);

        read.Fields.MonthlyBudgetUsd.ShouldBeNull();
        read.ForeignCurrency.ShouldBe("DOP");
    }

    [Theory]
    [InlineData("esperame tantito, me está entrando una llamada")]
    [InlineData("no t entendí bien la pregunta")]
    public void Talk_about_the_talk_is_no_trouble(string text) => Reads.Of(text, Field.Problem).Fields.Problem.ShouldBeNull();
}
