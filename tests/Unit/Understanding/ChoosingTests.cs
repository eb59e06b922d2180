using OutletBot.Conversations;

namespace OutletBot.Unit.Understanding;

/// <summary>Choices among Tuesday 10:00 and 15:00, Wednesday 11:00 and 16:30, Thursday 9:00.</summary>
public sealed class ChoosingTests
{
    [Theory]
    [InlineData("mañana despues de comer", 1)]
    [InlineData("puedo a partir de las 4", 3)]
    [InlineData("el miercoles antes de mediodia", 2)]
    [InlineData("miercoles ya tardecito", 3)]
    [InlineData("jueves si puedo", 4)]
    [InlineData("wed after 4", 3)]
    [InlineData("tues 10ish", 0)]
    [InlineData("24 a las 10", 0)]
    [InlineData("miercoles once", 2)]
    [InlineData("jueves a primera hora", 4)]
    [InlineData("second to last", 3)]
    [InlineData("me acomoda mas el jueves", 4)]
    [InlineData("el miercoles pero el de la tarde", 3)]
    [InlineData("el martes no puedo, el jueves sí", 4)]
    [InlineData("la 1... no espera, la 5", 4)]
    [InlineData("no, el jueves", 4)]
    [InlineData("martes 3 no, martes 10", 0)]
    public void A_choice_is_heard_however_it_is_worded(string text, int slot)
    {
        var read = Reads.Slot(text);
        read.Match.ShouldBe(SlotMatch.One);
        read.Matches.ShouldBe([slot]);
    }

    [Theory]
    [InlineData("la una")]
    [InlineData("martes")]
    [InlineData("a las 11 o a las 3")]
    [InlineData("el jueves pero no a las 9")]
    [InlineData("el jueves te aviso")]
    [InlineData("el jueves tengo junta")]
    [InlineData("trabajo los jueves")]
    [InlineData("mi hijo sale a las 3")]
    [InlineData("abro a las 9")]
    [InlineData("no pude el martes pasado")]
    [InlineData("tengo 3 locales")]
    [InlineData("el miercoles pero mas tarde")]
    [InlineData("la que sea")]
    [InlineData("entre las 3 y las 5")]
    [InlineData("no el jueves")]
    [InlineData("any day but thursday")]
    public void What_means_none_or_several_books_nothing(string text) => Reads.Slot(text).Match.ShouldNotBe(SlotMatch.One);

    [Theory]
    [InlineData("la más tarde", 1)]
    [InlineData("the earlier one", 0)]
    [InlineData("17 hrs", 1)]
    [InlineData("in the evening", 1)]
    public void Of_two_times_on_one_day_each_can_be_named_by_the_other(string text, int slot) =>
        Reads.Slot(text, "¿Cuál prefieres?", [Reads.At(24, 10), Reads.At(24, 17)]).Matches.ShouldBe([slot]);
}
