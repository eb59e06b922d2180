using OutletBot.Conversations;

namespace OutletBot.Unit.Understanding;

public sealed class WishToStopTests
{
    [Theory]
    [InlineData("dont text this number again")]
    [InlineData("ya estuvo de mensajes")]
    [InlineData("quien les dio mi numero? borrenlo")]
    [InlineData("no sigan escribiendo")]
    [InlineData("quiteme de su lista")]
    [InlineData("me quiero dar de baja")]
    [InlineData("ya paren")]
    [InlineData("les pido que no me contacten mas")]
    [InlineData("sacame del grupo este")]
    [InlineData("ya me cansaron")]
    [InlineData("por favor eliminarme")]
    [InlineData("stop msg")]
    [InlineData("can you stop")]
    [InlineData("you people need to stop texting me")]
    [InlineData("quiero salir de la lista")]
    [InlineData("unsub")]
    [InlineData("cancela todos los mensajes")]
    [InlineData("les voy a reportar si siguen escribiendo")]
    [InlineData("nunca les di permiso de escribirme")]
    [InlineData("esto es acoso")]
    [InlineData("this is spam, stop")]
    [InlineData("cease all messages")]
    public void Who_wants_no_more_messages_is_heard(string text) => Reads.Of(text, Field.Problem).Intent.ShouldBe(Intent.OptOut);

    [Theory]
    [InlineData("no paro de trabajar")]
    [InlineData("quiero dar de baja a mi agencia actual")]
    [InlineData("stop by the office tomorrow")]
    [InlineData("mis ventas van a la baja")]
    [InlineData("no dejan de preguntarme precios y no compran")]
    [InlineData("no me dejes en visto jaja")]
    [InlineData("my truck won't stop breaking down")]
    [InlineData("quiero dejar de perder clientes")]
    [InlineData("ya no me escribe nadie por la pagina")]
    [InlineData("no me mandes audios porfa, no puedo escucharlos")]
    [InlineData("hoy ya no me escribas que voy al doctor, mañana seguimos")]
    [InlineData("mis clientes se dan de baja al segundo mes")]
    [InlineData("no me mandaron la cotizacion")]
    [InlineData("no me marques, mandame mensaje")]
    [InlineData("stop me if i'm wrong but is it monthly?")]
    [InlineData("mi agencia anterior no me escribia nunca")]
    [InlineData("me borraron la cuenta")]
    [InlineData("is this spam?")]
    [InlineData("quiero que dejen de cancelarme")]
    public void Who_uses_the_same_words_of_something_else_is_not_silenced(string text) => Reads.Of(text, Field.Problem).Intent.ShouldNotBe(Intent.OptOut);

    [Theory]
    [InlineData("estoy bien asi gracias")]
    [InlineData("no es lo que busco")]
    [InlineData("no tengo tiempo para esto")]
    [InlineData("deja lo consulto con mi esposa")]
    [InlineData("mejor lo dejamos para despues")]
    [InlineData("nah im good")]
    [InlineData("ya no ocupo")]
    [InlineData("no mi amor gracias")]
    [InlineData("I found someone already")]
    [InlineData("not at this time")]
    [InlineData("prefiero esperar")]
    [InlineData("no me convence")]
    public void Who_turns_us_down_politely_is_heard(string text) => Reads.Of(text, Field.Problem).Intent.ShouldBe(Intent.NotInterested);

    [Fact]
    public void Turning_down_a_part_of_it_is_no_refusal()
    {
        var read = Reads.Of("no me interesa tener más seguidores, quiero ventas", Field.Goal);

        read.Intent.ShouldNotBe(Intent.NotInterested);
        read.Fields.Goal.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("primero digame de donde consiguieron mi numero")]
    [InlineData("en cuanto tiempo veo resultados")]
    [InlineData("hola vi su anuncio y quiero mas informacion")]
    [InlineData("hay contrato o es mes a mes")]
    [InlineData("donde los encuentro")]
    [InlineData("cuales son los requisitos")]
    public void A_question_is_heard_without_its_mark(string text) => Reads.Of(text, Field.Problem).Intent.ShouldBe(Intent.Question);

    [Theory]
    [InlineData("cancela esa y dame otra el lunes", Intent.Reschedule)]
    [InlineData("se me atravesó un compromiso, ¿tendrás más tarde?", Intent.Reschedule)]
    [InlineData("no podré asistir", Intent.Cancel)]
    [InlineData("ahí estaré, no la vayas a cancelar", Intent.Other)]
    [InlineData("perfecto, ahí nos vemos", Intent.Confirm)]
    public void With_an_appointment_each_verb_means_its_own(string text, Intent intent)
    {
        var read = OutletBot.Understanding.Reader.Read(new() { Text = text, Now = Reads.Now, Appointment = Reads.At(26, 9), LastReply = "¡Listo! Tu cita quedó para el jueves 26 a las 9:00 a. m." }).Intent;

        (read is Intent.Answer or Intent.ChooseSlot ? Intent.Other : read).ShouldBe(intent);
    }
}
