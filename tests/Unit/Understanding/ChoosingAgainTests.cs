using OutletBot.Conversations;
using OutletBot.Understanding;

namespace OutletBot.Unit.Understanding;

/// <summary>Choices taken back, by what is left, by a date in words and in polite forms.</summary>
public sealed class ChoosingAgainTests
{
    /// <summary>Thursday 26 at 9:00, Friday 27 at 15:00, Tuesday 1 December at 12:00.</summary>
    private static readonly DateTimeOffset[] Three = [Reads.At(26, 9), Reads.At(27, 15), new(2026, 12, 1, 12, 0, 0, TimeSpan.FromHours(-6))];

    [Theory]
    [InlineData("5... ay no, el 2", 1)]
    [InlineData("el 5, ay no, el 2", 1)]
    [InlineData("el 5 ay no el 2", 1)]
    [InlineData("la 5, uy no, la 2", 1)]
    [InlineData("5. ups, el 2", 1)]
    [InlineData("5, me equivoqué, el 2", 1)]
    [InlineData("el 5, más bien el 2", 1)]
    [InlineData("el 5, cambié de opinión, el 2", 1)]
    [InlineData("5, corrijo: 2", 1)]
    [InlineData("5 no no, 2", 1)]
    [InlineData("5, oops, 2", 1)]
    [InlineData("5, scratch that, 2", 1)]
    [InlineData("agendeme a las 4:30 plis", 3)]
    [InlineData("resérveme el jueves por favor", 4)]
    [InlineData("apúnteme en el de las 4:30", 3)]
    [InlineData("póngame el jueves señorita", 4)]
    [InlineData("anótenme para el jueves a las 9", 4)]
    [InlineData("deme la 3", 2)]
    [InlineData("me podría agendar el jueves, xfa", 4)]
    [InlineData("sepáreme el segundo", 1)]
    [InlineData("quisiéramos el jueves", 4)]
    [InlineData("mm\nel 2", 1)]
    [InlineData("bookeme el 4 porfa", 3)]
    [InlineData("a ver, la 2", 1)]
    public void A_choice_is_heard_in_every_form(string text, int slot)
    {
        var read = Reads.Slot(text);

        read.Match.ShouldBe(SlotMatch.One);
        read.Matches.ShouldBe([slot]);
    }

    [Theory]
    [InlineData("ni jueves ni viernes, el otro", 2)]
    [InlineData("el jueves no puedo y el viernes tampoco, la otra", 2)]
    [InlineData("jueves no, viernes no, el que queda", 2)]
    [InlineData("not thursday, not friday, the other one", 2)]
    [InlineData("ni la primera ni la segunda, la otra", 2)]
    [InlineData("la única que puedo es la del primero de diciembre", 2)]
    [InlineData("el primero de diciembre", 2)]
    [InlineData("el día primero", 2)]
    [InlineData("the first of december", 2)]
    [InlineData("no me marquen antes de las 9 eh, el viernes esta bueno", 1)]
    public void A_choice_is_heard_by_what_is_left_or_by_its_date(string text, int slot)
    {
        var read = Reads.Slot(text, offer: Three);

        read.Match.ShouldBe(SlotMatch.One);
        read.Matches.ShouldBe([slot]);
    }

    [Theory]
    [InlineData("el otro")]
    [InlineData("uno en la mañana")]
    [InlineData("uno que sea temprano")]
    [InlineData("el jueves no, el otro")]
    [InlineData("ni jueves ni viernes, el otro mes")]
    [InlineData("ni jueves ni viernes")]
    [InlineData("¿ni jueves ni viernes, el otro?")]
    [InlineData("ni jueves ni viernes, tal vez el otro")]
    [InlineData("ninguno, otro día")]
    [InlineData("el primero de enero")]
    [InlineData("déjeme ver si el jueves")]
    [InlineData("el 2, no el 3")]
    [InlineData("ay no, el viernes no")]
    [InlineData("no me marquen el viernes")]
    public void What_leaves_several_or_is_doubtful_books_nothing(string text) => Reads.Slot(text, offer: Three).Match.ShouldNotBe(SlotMatch.One);

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("👍")]
    public void A_message_without_words_is_read(string text) => Reads.Slot(text, "Te anoté.", Three).Match.ShouldBe(SlotMatch.None);
}
