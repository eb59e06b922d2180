using CsCheck;
using OutletBot.Conversations;
using OutletBot.Understanding;

namespace OutletBot.Unit.Understanding;

public sealed class IntentTests
{
    [Theory]
    [InlineData("STOP")]
    [InlineData("baja")]
    [InlineData("ALTO")]
    [InlineData("cancelar suscripción")]
    [InlineData("no me escriban más")]
    [InlineData("ya no me manden mensajes")]
    [InlineData("quítenme de la lista")]
    [InlineData("déjenme en paz")]
    [InlineData("unsubscribe")]
    [InlineData("stop texting me")]
    public void Stop_writing_to_me_is_heard(string text) => Reads.Of(text).Intent.ShouldBe(Intent.OptOut);

    [Theory]
    [InlineData("no puedo parar de trabajar")]
    [InlineData("tiene un alto costo")]
    [InlineData("quiero bajar de peso")]
    [InlineData("dar de baja mi plan anterior")]
    [InlineData("can't stop losing clients")]
    [InlineData("quiero cancelar la cita")]
    [InlineData("no me interesa")]
    [InlineData("las ventas van a la baja")]
    public void Words_shared_with_an_opt_out_are_none(string text) => Reads.Of(text).Intent.ShouldNotBe(Intent.OptOut);

    [Theory]
    [InlineData("hola", Intent.Greeting)]
    [InlineData("buenas tardes", Intent.Greeting)]
    [InlineData("¿cuánto cuesta?", Intent.Question)]
    [InlineData("eres un robot", Intent.Question)]
    [InlineData("mandame info", Intent.Question)]
    [InlineData("no me interesa", Intent.NotInterested)]
    [InlineData("déjame pensarlo", Intent.NotInterested)]
    [InlineData("ahorita no", Intent.NotInterested)]
    [InlineData("quiero hablar con una persona", Intent.Human)]
    [InlineData("quiero cancelar mi cita", Intent.Cancel)]
    [InlineData("puedo cambiar mi cita para el viernes?", Intent.Reschedule)]
    [InlineData("soy Carlos", Intent.Answer)]
    [InlineData("sí", Intent.Confirm)]
    public void What_the_lead_is_after_is_told(string text, Intent intent) => Reads.Of(text).Intent.ShouldBe(intent);

    [Fact]
    public void Nothing_that_can_be_typed_breaks_the_reader() =>
        Gen.String.Sample(text =>
        {
            foreach (var last in (string[])["", text, "¿Cuánto puedes invertir al mes?"])
            {
                var slot = Reader.Read(new() { Text = text, LastReply = last, Now = Reads.Now, Offered = Reads.Offer }).Slot;
                if (slot.Matches.Any(index => index < 0 || index >= Reads.Offer.Length))
                    return false;
            }

            return true;
        });

    [Fact]
    public void A_slot_chosen_by_its_own_number_is_that_slot() =>
        Gen.Int[1, Reads.Offer.Length].Sample(number => Reads.Slot($"{number}").Matches.SequenceEqual([number - 1]));
}
