using OutletBot.Conversations;
using OutletBot.Understanding;

namespace OutletBot.Unit.Understanding;

/// <summary>What a question asks for, where nothing but its words says so.</summary>
public sealed class QuestionTests
{
    [Theory]
    [InlineData("Qué gusto. ¿Quién me escribe?")]
    [InlineData("¿Quién nos contacta?")]
    [InlineData("¿Quién eres?")]
    [InlineData("¿Con quién tengo el gusto?")]
    [InlineData("¿Me regalas tu nombre?")]
    [InlineData("¿Tu nombre cuál es?")]
    [InlineData("¿Cómo te digo?")]
    [InlineData("¿Cómo te gusta que te digan?")]
    [InlineData("¿Cómo prefieres que te llame?")]
    [InlineData("¿A nombre de quién lo anoto?")]
    [InlineData("¿Cómo te registro?")]
    [InlineData("¿Cuál es su gracia?")]
    [InlineData("¿Y tu apellido?")]
    [InlineData("Who is this?")]
    [InlineData("Who do I have the pleasure of chatting with?")]
    [InlineData("Can I get your name?")]
    [InlineData("What should I call you?")]
    [InlineData("And you are? Tell me your name.")]
    public void Who_writes(string reply) => Asked(reply).ShouldBe(Field.Name);

    [Theory]
    [InlineData("Genial, Bryan. ¿De qué trata tu emprendimiento?")]
    [InlineData("¿Qué negocio manejas?")]
    [InlineData("¿Y tu empresa a qué se dedica?")]
    [InlineData("¿En qué sector estás?")]
    [InlineData("¿Qué servicios ofreces?")]
    [InlineData("¿Cuál es tu oficio?")]
    [InlineData("¿De qué va tu proyecto?")]
    [InlineData("¿Qué ofreces?")]
    [InlineData("What does your company do?")]
    [InlineData("What line of work are you in?")]
    [InlineData("What do you sell?")]
    [InlineData("What do you do for a living?")]
    public void What_they_do_for_a_living(string reply) => Asked(reply).ShouldBe(Field.BusinessType);

    [Theory]
    [InlineData("¿Qué te está quitando el sueño con el negocio?")]
    [InlineData("¿Qué es lo que hoy te frena para crecer?")]
    [InlineData("¿Qué te preocupa más del negocio?")]
    [InlineData("¿Qué te roba la paz?")]
    [InlineData("¿Qué no te deja dormir?")]
    [InlineData("¿Qué te está limitando ahorita?")]
    [InlineData("¿Qué te trajo hasta aquí?")]
    [InlineData("¿Cuál es la principal barrera?")]
    [InlineData("¿Qué te urge más?")]
    [InlineData("¿Cuál es tu mayor dolor de cabeza?")]
    [InlineData("¿Qué te hizo escribirnos?")]
    [InlineData("What keeps you up at night?")]
    [InlineData("What's getting in the way?")]
    [InlineData("What's holding the business back?")]
    [InlineData("Where are you stuck?")]
    [InlineData("What made you reach out?")]
    public void What_troubles_them(string reply) => Asked(reply).ShouldBe(Field.Problem);

    [Theory]
    [InlineData("¿Cómo se vería el éxito para ti en seis meses?")]
    [InlineData("¿Qué esperas lograr con nosotros?")]
    [InlineData("Si todo saliera bien, ¿qué te gustaría conseguir?")]
    [InlineData("¿Dónde te imaginas en un año?")]
    [InlineData("¿Qué deseas para el negocio?")]
    [InlineData("¿Qué te dejaría contento?")]
    [InlineData("¿Cuáles son tus expectativas?")]
    [InlineData("¿Cuántos clientes quieres al mes?")]
    [InlineData("¿Cuánto te gustaría vender al mes?")]
    [InlineData("¿Cuál es tu visión?")]
    [InlineData("What would success look like for you?")]
    [InlineData("What outcome are you after?")]
    [InlineData("What would make you happy?")]
    [InlineData("What's the dream?")]
    [InlineData("How much do you want to make per month?")]
    public void What_they_hope_for(string reply) => Asked(reply).ShouldBe(Field.Goal);

    [Theory]
    [InlineData("Xiomara, ¿cuánto estarías dispuesto a poner mensualmente?")]
    [InlineData("¿De cuánto dispones cada mes para esto, en dólares?")]
    [InlineData("¿Con cuánto cuentas?")]
    [InlineData("¿Cuánto le meterías a la publicidad?")]
    [InlineData("¿Cuánto podrías apartar para esto?")]
    [InlineData("¿Cuánto dinero tienes para arrancar?")]
    [InlineData("¿Hasta cuánto podrías pagar?")]
    [InlineData("¿Qué rango te resulta cómodo?")]
    [InlineData("¿Cuánto aportarías cada mes?")]
    [InlineData("¿Tienes un monto mensual en mente?")]
    [InlineData("¿Cuánto podrías al mes?")]
    [InlineData("What could you put toward this each month?")]
    [InlineData("How much could you commit every month?")]
    [InlineData("How much can you set aside?")]
    [InlineData("How much are you comfortable putting in?")]
    [InlineData("What number works for you monthly?")]
    public void What_they_can_put_in(string reply) => Asked(reply).ShouldBe(Field.Budget);

    [Theory]
    [InlineData("¿A qué dirección de correo te envío los detalles?")]
    [InlineData("¿A dónde te mando la invitación?")]
    [InlineData("¿Adónde te envío la confirmación?")]
    [InlineData("¿A qué cuenta te lo mando?")]
    [InlineData("¿Cuál es tu e-mail?")]
    [InlineData("Where should I send the invite?")]
    [InlineData("What address should we send it to?")]
    [InlineData("Where should I email the details?")]
    public void Where_to_write_to(string reply) => Asked(reply).ShouldBe(Field.Email);

    [Theory]
    [InlineData("¿Cuánto tiempo llevas?")]
    [InlineData("¿Sigues interesado en la llamada?")]
    [InlineData("¿Cuánto vendes al mes?")]
    [InlineData("¿Quién te recomendó?")]
    [InlineData("¿Cómo te va?")]
    [InlineData("")]
    public void What_no_field_holds_is_not_asked_for(string reply) => Asked(reply).ShouldBeNull();

    [Theory]
    [InlineData("¿Te registro como Paloma Zepeda?", "si porfis", "Paloma Zepeda")]
    [InlineData("¿Te registro como Paloma Zepeda?", "nop, Paola Zepeda", "Paola Zepeda")]
    [InlineData("¿Te apunto como Rubén Lara?", "sí", "Rubén Lara")]
    [InlineData("¿Te puedo decir Rubén?", "claro", "Rubén")]
    [InlineData("¿Me escribe Rubén Lara?", "el mismo", "Rubén Lara")]
    [InlineData("¿Me escribe Rubén Lara?", "así es", "Rubén Lara")]
    [InlineData("¿Tu nombre es Rubén Lara?", "correctísimo", "Rubén Lara")]
    [InlineData("¿Tu nombre es Rubén Lara?", "no, Darío Lara", "Darío Lara")]
    [InlineData("Should I put you down as Karen Holt?", "yes please", "Karen Holt")]
    [InlineData("Can I call you Karen?", "sure", "Karen")]
    [InlineData("Is your name Karen Holt?", "nope, Carol Holt", "Carol Holt")]
    public void A_name_that_we_propose_is_taken_or_put_right(string reply, string text, string? name) => Reads.Of(text, last: reply).Fields.Name.ShouldBe(name);

    [Theory]
    [InlineData("¿Sigues con la heladería?", "claro, ahi seguimos", "heladería")]
    [InlineData("¿Continúas con la panadería?", "sí", "panadería")]
    public void A_business_that_we_propose_is_taken(string reply, string text, string business) => Reads.Of(text, last: reply).Fields.BusinessType.ShouldBe(business);

    [Theory]
    [InlineData("todo correcto")]
    [InlineData("todo bien")]
    [InlineData("tal cual")]
    [InlineData("exactamente")]
    [InlineData("all good")]
    public void A_yes_in_other_words_confirms_a_summary(string text)
    {
        var read = Reads.Of(text, last: "Tengo: 800 USD mensuales y correo nadia.cocina@example.com. ¿Todo correcto?").Fields;

        read.MonthlyBudgetUsd.ShouldBe(800);
        read.Email.ShouldBe("nadia.cocina@example.com");
    }

    private static Field? Asked(string reply) => Asking.Of(new() { Text = "", Now = Reads.Now, LastReply = reply }, Message.Of("")).Field;
}
