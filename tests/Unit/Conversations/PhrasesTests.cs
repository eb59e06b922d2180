using OutletBot.Conversations;

namespace OutletBot.Unit.Conversations;

/// <summary>How lines are put together.</summary>
public sealed class PhrasesTests
{
    private static readonly string Question = new('q', 99);

    [Fact]
    public void What_fits_into_a_reply_is_said_whole()
    {
        var opening = new string('a', Phrases.LongestReply - 100);

        Phrases.Join(null, Question).ShouldBe(Question);
        Phrases.Join(opening, Question).ShouldBe($"{opening} {Question}");
    }

    [Fact]
    public void Of_what_does_not_fit_the_opening_is_cut_and_the_question_stays()
    {
        var sentence = new string('a', 298) + ".";

        Phrases.Join($"{sentence} {new string('b', 101)}", Question).ShouldBe($"{sentence} {Question}");
        Phrases.Join($"{sentence} {new string('b', 400)}", Question).ShouldBe($"{sentence} {Question}");
        Phrases.Join($"{new string('a', 50)} {new string('b', 460)}", new string('q', 480)).Length.ShouldBeLessThanOrEqualTo(Phrases.LongestReply);
    }

    [Theory]
    [InlineData("300", "300 dólares")]
    [InlineData("299.50", "299.5 dólares")]
    public void The_minimum_is_said_as_people_write_it(string minimum, string said)
    {
        var location = new Talk().Location with { MinimumBudget = decimal.Parse(minimum, System.Globalization.CultureInfo.InvariantCulture) };

        Phrases.For("es", location).Line("nurture", 0).ShouldContain(said);
    }

    [Fact]
    public void Some_times_of_a_list_keep_its_numbers()
    {
        DateTimeOffset[] all = [Talk.Monday, Talk.Monday.AddHours(1), Talk.Monday.AddHours(2), Talk.Monday.AddHours(3)];

        Phrases.For("es", new Talk().Location).List([all[1], all[3]], all).Split('\n').Select(line => line[..2]).ShouldBe(["2.", "4."]);
    }
}
