using OutletBot.Conversations;

namespace OutletBot.Unit.Understanding;

public sealed class ReasonTests
{
    [Theory]
    [InlineData("el jueves porque el martes y el miércoles trabajo", 4)]
    [InlineData("el martes a las 3 ya que en la mañana abro el local", 1)]
    [InlineData("wednesday at 11 because i work every afternoon", 2)]
    [InlineData("miércoles 4:30 saliendo de la oficina", 3)]
    [InlineData("el martes ala 3 no, el jueves", 4)]
    [InlineData("thursday works 4 me", 4)]
    [InlineData("si hay espacio el jueves, mejor", 4)]
    [InlineData("would the last one work?", 4)]
    [InlineData("lo más tarde del miércoles", 3)]
    public void Why_a_time_is_chosen_does_not_stand_in_its_way(string text, int chosen)
    {
        var slot = Reads.Slot(text);

        slot.Match.ShouldBe(SlotMatch.One);
        slot.Matches.ShouldBe([chosen]);
    }

    [Theory]
    [InlineData("el martes porque a las 11 puedo")]
    [InlineData("el miércoles porque ya estoy libre a las 11")]
    [InlineData("el jueves porque en la tarde salgo")]
    public void When_the_lead_says_that_they_can_come_is_no_reason_to_book_another_time(string text) => Reads.Slot(text).Match.ShouldNotBe(SlotMatch.One);

    [Theory]
    [InlineData("me sirven la 2 y la 3")]
    [InlineData("puedo el 1 y el 4")]
    [InlineData("la 1 y la 2 me quedan")]
    public void Two_that_would_both_do_are_asked_about(string text)
    {
        Reads.Slot(text).Match.ShouldNotBe(SlotMatch.One);
        Reads.Slot(text, offer: [Reads.At(24, 10), Reads.At(24, 13), Reads.At(25, 14), Reads.At(26, 9)]).Match.ShouldNotBe(SlotMatch.One);
    }

    [Theory]
    [InlineData("lo antes posible", 0)]
    [InlineData("asap please", 0)]
    [InlineData("el de enmedio", 2)]
    public void The_soonest_and_the_middle_one_are_known(string text, int chosen) => Reads.Slot(text).Matches.ShouldBe([chosen]);

    [Theory]
    [InlineData("el 2", 1)]
    [InlineData("la 3", 2)]
    public void A_number_is_the_place_in_a_numbered_list_though_a_day_bears_it_too(string text, int chosen)
    {
        DateTimeOffset[] offer = [new(2026, 12, 1, 10, 0, 0, TimeSpan.FromHours(-6)), new(2026, 12, 1, 15, 0, 0, TimeSpan.FromHours(-6)), new(2026, 12, 2, 11, 0, 0, TimeSpan.FromHours(-6)), new(2026, 12, 3, 9, 0, 0, TimeSpan.FromHours(-6))];
        const string list = "Tengo estos horarios:\n1. martes 1 de diciembre, 10:00 am\n2. martes 1 de diciembre, 3:00 pm\n3. miércoles 2 de diciembre, 11:00 am\n4. jueves 3 de diciembre, 9:00 am\n¿Cuál te queda mejor?";

        Reads.Slot(text, list, offer).Matches.ShouldBe([chosen]);
        Reads.Slot($"el día {text[^1]}", list, offer).Matches.ShouldNotBe([chosen]);
    }

    [Fact]
    public void The_only_time_is_taken_by_praise_of_it()
    {
        const string list = "Por ahora solo me queda este espacio:\n1. martes 24 de noviembre, 10:00 am\n¿Lo tomamos?";

        foreach (var text in (string[])["sí, esa está perfecta", "me queda de lujo", "se arma", "está increíble"])
            Reads.Slot(text, list, [Reads.Offer[0]]).Match.ShouldBe(SlotMatch.One, text);
    }
}
