using OutletBot.Conversations;

namespace OutletBot.Unit.Conversations;

public sealed class OffersTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(-6));

    private static readonly DateOnly Tuesday = new(2026, 11, 24);

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
    public void A_full_day_is_spread_from_its_first_time_to_its_last() =>
        Offers.Choose([.. FullWeek.Take(16)], 5).ShouldBe([Day, Day.AddMinutes(90), Day.AddMinutes(210), Day.AddMinutes(330), Day.AddMinutes(450)]);

    [Fact]
    public void The_first_days_of_a_full_week_get_the_most_times() => Offers.Choose(FullWeek, 5).ShouldBe(
        [Day, Day.AddMinutes(450), Day.AddDays(1), Day.AddDays(1).AddMinutes(450), Day.AddDays(2)]);

    [Fact]
    public void The_earliest_are_offered_where_they_are_on_two_days_anyway()
    {
        DateTimeOffset[] free = [Day, Day.AddHours(1), .. Enumerable.Range(0, 8).Select(h => Day.AddDays(1).AddHours(h))];
        Offers.Choose(free, 5).ShouldBe(free.Take(5));
    }

    [Fact]
    public void A_day_that_would_fill_the_offer_alone_leaves_room_for_the_next()
    {
        DateTimeOffset[] free = [.. Enumerable.Range(0, 6).Select(h => Day.AddHours(h)), Day.AddDays(1), Day.AddDays(2), Day.AddDays(3)];
        Offers.Choose(free, 5).ShouldBe([Day, Day.AddHours(1), Day.AddHours(2), Day.AddDays(1), Day.AddDays(2)]);
    }

    [Fact]
    public void Later_times_are_shown_next_and_then_those_between_and_then_all_again()
    {
        DateTimeOffset[] free = [Day, Day.AddHours(1), Day.AddHours(2), Day.AddHours(3)];
        Offers.After(free, [free[0], free[1]], 2).ShouldBe([free[2], free[3]]);
        Offers.After(free, [free[0], free[3]], 2).ShouldBe([free[1], free[2]]);
        Offers.After(free, free, 4).ShouldBe(free);
    }

    public static TheoryData<string, bool> Wishes => new()
    {
        { "day", true }, { "other day", false }, { "hour", true }, { "other hour", false }, { "from", true }, { "later", false }, { "until", false }, { "before", true }, { "anything", true },
    };

    [Theory, MemberData(nameof(Wishes))]
    public void A_time_fits_a_wish_as_far_as_it_was_said(string wish, bool fits) => Offers.Fits(Day, wish switch
    {
        "day" => new SlotWish(Tuesday, null),
        "other day" => new SlotWish(Tuesday.AddDays(1), null),
        "hour" => new SlotWish(Tuesday, new TimeOnly(9, 0)),
        "other hour" => new SlotWish(Tuesday, new TimeOnly(10, 0)),
        "from" => new SlotWish(null, null, 9, null),
        "later" => new SlotWish(null, null, 10, null),
        "until" => new SlotWish(null, null, null, 9),
        "before" => new SlotWish(null, null, null, 10),
        _ => new SlotWish(null, null),
    }).ShouldBe(fits);

    [Fact]
    public void Of_the_times_that_fit_a_wish_the_earliest_or_a_choice_over_the_day_is_offered()
    {
        Offers.Near(FullWeek, new SlotWish(null, new TimeOnly(10, 0)), 3).ShouldBe([Day.AddHours(1), Day.AddDays(1).AddHours(1), Day.AddDays(2).AddHours(1)]);
        Offers.Near(FullWeek, new SlotWish(Tuesday.AddDays(1), null), 2).ShouldBe([Day.AddDays(1), Day.AddDays(1).AddMinutes(450)]);
    }

    [Fact]
    public void An_hour_that_is_wished_is_offered_on_as_many_days_as_it_is_free() =>
        Offers.Near(FullWeek, new SlotWish(null, new TimeOnly(10, 0)), 5).Select(time => time.Day).ShouldBe([24, 25, 26, 27, 28]);

    [Fact]
    public void A_span_of_days_fits_from_its_first_to_its_last()
    {
        var wish = new SlotWish(Tuesday.AddDays(1), null) { LastDate = Tuesday.AddDays(2) };

        Enumerable.Range(0, 4).Where(days => Offers.Fits(Day.AddDays(days), wish)).ShouldBe([1, 2]);
        Offers.Near([Day, Day.AddDays(5)], wish, 1).ShouldBe([Day]);
        Offers.Near([Day.AddDays(-3), Day.AddDays(4)], wish, 1).ShouldBe([Day.AddDays(4)]);
    }

    [Fact]
    public void A_part_of_the_day_is_nearest_to_its_middle() =>
        Offers.Near([Day.AddHours(4), Day.AddHours(11)], new SlotWish(null, null, 15, 19), 1).ShouldBe([Day.AddHours(11)]);

    [Fact]
    public void Where_nothing_fits_the_nearest_by_day_and_hour_are_offered_in_their_order()
    {
        DateTimeOffset[] free = [Day, Day.AddHours(5), Day.AddDays(2), Day.AddDays(2).AddHours(5)];
        Offers.Near(free, new SlotWish(Tuesday, new TimeOnly(12, 0)), 2).ShouldBe([free[0], free[1]]);
        Offers.Near(free, new SlotWish(Tuesday.AddDays(2), new TimeOnly(15, 0)), 1).ShouldBe([free[3]]);
        Offers.Near(free, new SlotWish(Tuesday.AddDays(3), null), 2).ShouldBe([free[2], free[3]]);
        Offers.Near(free, new SlotWish(null, null, 15, 19), 2).ShouldBe([free[1], free[3]]);
        Offers.Near(free, new SlotWish(null, null, 7, null) { ToHour = 8 }, 1).ShouldBe([free[0]]);
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
    [InlineData("2026-11-02T06:05:00+00:00", "lunes 2 de noviembre, 12:05 am", "Monday, November 2, 12:05 am")]
    [InlineData("2026-11-01T18:30:00+00:00", "domingo 1 de noviembre, 12:30 pm", "Sunday, November 1, 12:30 pm")]
    public void Times_are_written_by_the_locations_clock_across_daylight_saving(string utc, string spanish, string english)
    {
        var local = LocalTimes.In(LocalTimes.Zone("America/Chicago"), DateTimeOffset.Parse(utc));
        LocalTimes.Write(local, "es").ShouldBe(spanish);
        LocalTimes.Write(local, "en").ShouldBe(english);
    }

    [Fact]
    public void A_zone_is_named_by_its_city()
    {
        LocalTimes.WriteZone("America/New_York", "es").ShouldBe("hora de New York");
        LocalTimes.WriteZone("America/Chicago", "en").ShouldBe("Chicago time");
    }

    [Fact]
    public void A_zone_that_is_none_is_named_in_the_refusal() => Should.Throw<ArgumentException>(() => LocalTimes.Zone("America/Nowhere")).Message.ShouldContain("America/Nowhere");
}
