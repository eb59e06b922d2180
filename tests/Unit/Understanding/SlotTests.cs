using OutletBot.Conversations;
using OutletBot.Understanding;

namespace OutletBot.Unit.Understanding;

public sealed class SlotTests
{
    [Theory]
    [InlineData("2", 1)]
    [InlineData("el 2", 1)]
    [InlineData("la 3 por favor", 2)]
    [InlineData("opción dos", 1)]
    [InlineData("el segundo", 1)]
    [InlineData("me quedo con el último", 4)]
    [InlineData("la primera", 0)]
    [InlineData("the second one", 1)]
    [InlineData("the last one works", 4)]
    [InlineData("el jueves", 4)]
    [InlineData("jueves esta bien", 4)]
    [InlineData("el martes a las 10", 0)]
    [InlineData("martes 3pm", 1)]
    [InlineData("mañana a las tres de la tarde", 1)]
    [InlineData("mañana en la tarde", 1)]
    [InlineData("pasado mañana a las 11", 2)]
    [InlineData("a las 4 y media", 3)]
    [InlineData("4:30", 3)]
    [InlineData("el 26", 4)]
    [InlineData("24 de noviembre a las 10", 0)]
    [InlineData("11/26", 4)]
    [InlineData("el lunes, no mejor el jueves", 4)]
    [InlineData("el 1, perdón el 2", 1)]
    [InlineData("el martes no puedo, mejor el jueves", 4)]
    [InlineData("tuesday at 10", 0)]
    [InlineData("thursday works for me", 4)]
    [InlineData("si el juebes porfa", 4)]
    [InlineData("el ultimo del martes", 1)]
    [InlineData("puede ser el jueves?", 4)]
    [InlineData("mierc 430", 3)]
    [InlineData("a las 430", 3)]
    [InlineData("el penúltimo", 3)]
    [InlineData("el de en medio", 2)]
    [InlineData("la primera del miércoles", 2)]
    [InlineData("miercolez a las 11", 2)]
    [InlineData("martez a las 3", 1)]
    [InlineData("not wednesday, thursday is better", 4)]
    [InlineData("cualquiera menos el martes, o sea el jueves", 4)]
    [InlineData("el jueves salgo temprano asi que ese", 4)]
    [InlineData("a las nueve", 4)]
    [InlineData("el de las nueve", 4)]
    [InlineData("simon el jueves jalo", 4)]
    [InlineData("I'm free thursday", 4)]
    [InlineData("estoy libre el jueves", 4)]
    [InlineData("the 4:30 one", 3)]
    [InlineData("wednesday afternoon", 3)]
    [InlineData("option 3 please", 2)]
    [InlineData("thursday the 26th at 9am", 4)]
    public void One_time_that_fits_is_chosen(string text, int slot)
    {
        var reading = Reads.Slot(text);

        reading.Match.ShouldBe(SlotMatch.One);
        reading.Matches.ShouldBe([slot]);
    }

    [Theory]
    [InlineData("el martes")]
    [InlineData("el martes o el jueves")]
    [InlineData("sí")]
    [InlineData("el lunes")]
    [InlineData("a las 8")]
    [InlineData("7")]
    [InlineData("el jueves no puedo")]
    [InlineData("el jueves trabajo")]
    [InlineData("tal vez el jueves")]
    [InlineData("mañana te aviso")]
    [InlineData("tengo 2 hijos")]
    [InlineData("dame 2 minutos")]
    [InlineData("un segundo")]
    [InlineData("¿el jueves tienes?")]
    [InlineData("cualquiera")]
    [InlineData("la que sea")]
    [InlineData("ninguno me queda")]
    [InlineData("otro dia")]
    [InlineData("los jueves cierro")]
    [InlineData("el jueves pasado hablé con ustedes")]
    [InlineData("832-555-0142")]
    [InlineData("quiero invertir 2")]
    [InlineData("el 2, no el 3")]
    [InlineData("si salgo temprano el jueves")]
    [InlineData("no puedo el jueves")]
    [InlineData("antes del jueves")]
    [InlineData("el martes a las 10 sigue libre?")]
    [InlineData("is thursday still open?")]
    [InlineData("menos el lunes")]
    [InlineData("el jueves no puedo, no mejor si")]
    [InlineData("el jueves o el miercoles a las 11")]
    [InlineData("thursday or wednesday at 11")]
    [InlineData("creo que el jueves pero no estoy seguro")]
    [InlineData("algo mas tarde")]
    [InlineData("the 2 or the 3")]
    [InlineData("savado")]
    [InlineData("el jueves estoy ocupado")]
    [InlineData("si me desocupo el jueves")]
    [InlineData("el jueves pero mas tarde")]
    [InlineData("dejame ver si puedo el jueves")]
    [InlineData("son 3 personas")]
    [InlineData("jueves no")]
    [InlineData("thursday doesn't work")]
    [InlineData("mi esposa puede el jueves, yo no")]
    public void No_time_is_chosen_where_none_or_several_fit(string text) =>
        Reads.Slot(text).Match.ShouldNotBe(SlotMatch.One);

    [Theory]
    [InlineData("el martes", new[] { 0, 1 })]
    [InlineData("el martes o el jueves", new[] { 0, 1, 4 })]
    public void Several_that_fit_are_named(string text, int[] slots)
    {
        var reading = Reads.Slot(text);

        reading.Match.ShouldBe(SlotMatch.Several);
        reading.Matches.ShouldBe(slots);
    }

    [Theory]
    [InlineData("algo más tarde")]
    [InlineData("something later")]
    [InlineData("otro dia")]
    public void Other_times_asked_for_are_no_choice(string text)
    {
        var reading = Reader.Read(new() { Text = text, Now = Reads.Now, Offered = Reads.Offer, LastReply = "¿Cuál te queda mejor?" });

        reading.Intent.ShouldBe(Intent.MoreSlots);
        reading.Slot.Matches.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("mejor el viernes a las 4", 16)]
    [InlineData("la podemos mover al viernes a las 2", 14)]
    [InlineData("can we move it to friday at 3pm", 15)]
    public void Moving_an_appointment_carries_the_wish(string text, int hour)
    {
        var reading = Reader.Read(new() { Text = text, Now = Reads.Now, Appointment = Reads.At(26, 9), LastReply = "Tu cita quedó para el jueves 26." });

        reading.Intent.ShouldBe(Intent.Reschedule);
        reading.Slot.Wish.ShouldBe(new SlotWish(new DateOnly(2026, 11, 27), new TimeOnly(hour, 0)));
    }

    [Theory]
    [InlineData("el 1", 0)]
    [InlineData("1", 0)]
    [InlineData("la 5 por favor", 4)]
    [InlineData("number 5", 4)]
    public void Of_a_short_list_the_number_is_taken_also_where_a_day_has_it_too(string text, int chosen)
    {
        DateTimeOffset[] offer = [Reads.At(27, 9), Reads.At(27, 16), Reads.At(30, 9), Reads.At(30, 16), Reads.At(30, 9).AddDays(1)];

        Reads.Slot("el 1", offer: offer).Matches.ShouldBe([0, 4]);
        var reading = Reads.Slot(text, "¿Cuál de estos?\n1. viernes 27 de noviembre, 9:00 am\n5. martes 1 de diciembre, 9:00 am", offer);

        reading.Match.ShouldBe(SlotMatch.One);
        reading.Matches.ShouldBe([chosen]);
    }

    [Fact]
    public void A_time_that_is_not_offered_is_a_wish()
    {
        var reading = Reads.Slot("el viernes a las 2");

        reading.Match.ShouldBe(SlotMatch.NotOffered);
        reading.Wish.ShouldBe(new SlotWish(new DateOnly(2026, 11, 27), new TimeOnly(14, 0)));
    }

    [Fact]
    public void A_yes_takes_the_only_time_on_offer() => Reads.Slot("sí", offer: [Reads.At(24, 10)]).Matches.ShouldBe([0]);

    [Fact]
    public void A_yes_takes_the_time_that_was_proposed() => Reads.Slot("sí", "¿Te agendo el jueves 26 a las 9:00?").Matches.ShouldBe([4]);

    [Theory]
    [InlineData("cualquiera")]
    [InlineData("la que sea")]
    [InlineData("any works")]
    public void Any_time_will_do(string text) => Reads.Slot(text).Match.ShouldBe(SlotMatch.Any);
}
