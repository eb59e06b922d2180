using OutletBot.Conversations;
using OutletBot.Understanding;

namespace OutletBot.Unit.Understanding;

/// <summary>What leads ask to be done, in every form of address, against sentences that share the words.</summary>
public sealed class RequestTests
{
    private static Intent Booked(string text) => Reader.Read(new() { Text = text, Now = Reads.Now, Appointment = Reads.At(26, 9), LastReply = "Todo listo: te esperamos el jueves 26 a las 9:00 a. m." }).Intent;

    [Theory]
    [InlineData("dar de baja mi numero por favor")]
    [InlineData("den de baja este número")]
    [InlineData("solicito mi baja")]
    [InlineData("quiero que me den de baja")]
    [InlineData("me pueden dar de baja por favor")]
    [InlineData("favor de dar de baja mi contacto")]
    [InlineData("elimine mi contacto")]
    [InlineData("eliminen mis datos por favor")]
    [InlineData("podrían borrar mi número")]
    [InlineData("bórrenme de su base")]
    [InlineData("sáqueme de esta lista")]
    [InlineData("retírenme de la lista por favor")]
    [InlineData("quítenos de sus contactos")]
    [InlineData("no me marquen más")]
    [InlineData("ya no nos escriba")]
    [InlineData("no me busque")]
    [InlineData("no me hablen nunca más después de las 9 ni antes")]
    [InlineData("no me escriban por favor")]
    [InlineData("ya no me mande mensajes por favor")]
    [InlineData("dejen de estar marcando")]
    [InlineData("stop texting me at this number")]
    [InlineData("erase my number")]
    [InlineData("no vuelva a marcarme")]
    [InlineData("please take this number off")]
    [InlineData("ya déjense de mensajes")]
    [InlineData("never contact me again")]
    public void Who_asks_to_be_left_alone_is_heard_in_every_form_of_address(string text) => Reads.Of(text, Field.Email).Intent.ShouldBe(Intent.OptOut);

    [Theory]
    [InlineData("no me marquen antes de las 9")]
    [InlineData("no me llamen al trabajo")]
    [InlineData("no me escriban tan temprano por favor")]
    [InlineData("no me marque los domingos")]
    [InlineData("no me llame entre las 2 y las 4")]
    [InlineData("no me hable mientras manejo")]
    [InlineData("ya no me marquen por la noche")]
    [InlineData("no me llamen hasta el lunes")]
    [InlineData("please don't call me before noon")]
    [InlineData("quiero borrar mi número de Google")]
    [InlineData("ya eliminé mi número de la página")]
    [InlineData("quiero dar de baja a mi agencia actual")]
    [InlineData("borrar esa mala fama del local")]
    [InlineData("quitarme las deudas de encima")]
    [InlineData("sacar más clientes de mi lista")]
    public void Who_limits_or_means_something_else_is_not_silenced(string text) => Reads.Of(text, Field.Goal).Intent.ShouldNotBe(Intent.OptOut);

    [Theory]
    [InlineData("anule mi cita por favor, salgo de viaje")]
    [InlineData("anúlame la cita")]
    [InlineData("anulen la reunión porfa")]
    [InlineData("quiero anularla")]
    [InlineData("cancélemela por favor")]
    [InlineData("cancelen mi cita")]
    [InlineData("quisiera que la cancele")]
    [InlineData("suspenda la cita")]
    [InlineData("elimine la cita del jueves")]
    [InlineData("quíteme la cita")]
    [InlineData("libere mi espacio")]
    [InlineData("suelten el horario, no voy")]
    [InlineData("den de baja mi cita")]
    [InlineData("no me esperen")]
    [InlineData("no asistiré")]
    [InlineData("quiero cancelar porque tengo otra cita")]
    [InlineData("scratch that appointment")]
    [InlineData("I won't be there")]
    public void Who_gives_an_appointment_up_is_heard(string text) => Booked(text).ShouldBe(Intent.Cancel);

    [Theory]
    [InlineData("mi otra cita la cancelé para estar en la suya, ahi nos vemos")]
    [InlineData("cancelé la cita con el dentista para poder ir")]
    [InlineData("voy a cancelar mi otra reunión, ahí estaré")]
    [InlineData("ya anulé el viaje, ahí estoy")]
    [InlineData("me cancelan mucho los clientes")]
    public void Who_gave_something_else_up_keeps_the_appointment(string text) => Booked(text).ShouldNotBe(Intent.Cancel);

    [Theory]
    [InlineData("no gracias me dicen todos cuando les doy el precio")]
    [InlineData("me dicen que no gracias")]
    [InlineData("no gracias es lo que oigo todo el día")]
    [InlineData("no me interesa, me contestan siempre")]
    [InlineData("lo voy a pensar, es lo que me dicen")]
    [InlineData("not interested is what people say when I call")]
    [InlineData("los jovenes ya no se interesan en aprender musica")]
    public void Others_who_turn_the_lead_down_are_the_leads_problem(string text)
    {
        var read = Reads.Of(text, Field.Problem);

        read.Intent.ShouldBe(Intent.Answer);
        read.Fields.Problem.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("todo correcto")]
    [InlineData("correctísimo")]
    [InlineData("si porfis")]
    [InlineData("tal cual")]
    [InlineData("todo bien")]
    [InlineData("así mero")]
    [InlineData("está todo bien")]
    [InlineData("todo está correcto, gracias")]
    [InlineData("eso mero")]
    [InlineData("exactamente")]
    [InlineData("todo en orden")]
    [InlineData("desde luego")]
    [InlineData("looks good")]
    [InlineData("everything is correct")]
    [InlineData("all good")]
    public void What_was_read_back_is_confirmed(string text)
    {
        var read = Reads.Of(text, last: "Tengo: 800 USD mensuales y correo nadia.cocina@example.com. ¿Todo correcto?");

        read.Intent.ShouldBe(Intent.Confirm);
        read.Fields.MonthlyBudgetUsd.ShouldBe(800);
        read.Fields.Email.ShouldBe("nadia.cocina@example.com");
    }

    [Theory]
    [InlineData("todo mal")]
    [InlineData("no todo está correcto")]
    [InlineData("no, está mal el correo")]
    public void What_is_wrong_is_not_confirmed(string text) =>
        Reads.Of(text, last: "Tengo: 800 USD mensuales y correo nadia.cocina@example.com. ¿Todo correcto?").Intent.ShouldNotBe(Intent.Confirm);
}
