using OutletBot.Conversations;

namespace OutletBot.Unit.Conversations;

public sealed class OffersTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(-6));

    private static DateTimeOffset[] FullWeek => [.. Enumerable.Range(0, 7).SelectMany(d => Enumerable.Range(0, 16).Select(h => Day.AddDays(d).AddMinutes(30 * h)))];

    [Fact]
    public void A_full_calendar_is_offered_over_three_days_and_their_hours()
    {
        var offer = Offers.Choose(FullWeek, 5);
        offer.Count.ShouldBe(5);
        offer.Select(t => t.Date).Distinct().Count().ShouldBe(3);
        offer.ShouldBeInOrder();
    }

    [Fact]
    public void Few_times_are_offered_as_they_are()
    {
        DateTimeOffset[] few = [Day, Day.AddHours(1), Day.AddDays(3)];
        Offers.Choose(few, 5).ShouldBe(few);
    }

    [Fact]
    public void Two_days_are_offered_where_there_are_as_many()
    {
        DateTimeOffset[] free = [.. Enumerable.Range(0, 6).Select(h => Day.AddHours(h)), Day.AddDays(1)];
        Offers.Choose(free, 5).Select(t => t.Date).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void More_times_are_others()
    {
        var shown = Offers.Choose(FullWeek, 5);
        Offers.After(FullWeek, shown, 5).Intersect(shown).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2027-03-13T16:00:00+00:00", "sábado 13 de marzo, 10:00 am", "Saturday, March 13, 10:00 am")]
    [InlineData("2027-03-14T16:00:00+00:00", "domingo 14 de marzo, 11:00 am", "Sunday, March 14, 11:00 am")]
    [InlineData("2026-11-01T18:30:00+00:00", "domingo 1 de noviembre, 12:30 pm", "Sunday, November 1, 12:30 pm")]
    public void Times_are_written_by_the_locations_clock_across_daylight_saving(string utc, string spanish, string english)
    {
        var local = LocalTimes.In(LocalTimes.Zone("America/Chicago"), DateTimeOffset.Parse(utc));
        LocalTimes.Write(local, "es").ShouldBe(spanish);
        LocalTimes.Write(local, "en").ShouldBe(english);
    }
}
