namespace OutletBot.Conversations;

/// <summary>Chooses which free times are offered. All lists are ascending and carry the location's offset.</summary>
internal static class Offers
{
    private const int DaysInAnOffer = 3;

    /// <summary>
    /// The earliest times, over at least two days where there are as many. A well-filled calendar is spread over three
    /// days and over the hours of each, as half an hour sooner or later is no choice.
    /// </summary>
    public static IReadOnlyList<DateTimeOffset> Choose(IReadOnlyList<DateTimeOffset> free, int count)
    {
        if (free.Count <= count) return free;
        var days = free.GroupBy(t => t.Date).Select(d => d.ToArray()).Take(DaysInAnOffer).ToArray();
        if (days.Length == 1) return Spread(days[0], count);
        if (free.Count <= 2 * count)
        {
            var first = free.Take(count).ToArray();
            return first[0].Date != first[^1].Date ? first : [.. days[0].Take((count + 1) / 2), .. free.Skip(days[0].Length).Take(count / 2)];
        }

        var chosen = new List<DateTimeOffset>();
        for (var i = 0; i < days.Length; i++)
        {
            var daysLeft = days.Length - i;
            var quota = (count - chosen.Count + daysLeft - 1) / daysLeft;
            chosen.AddRange(Spread(days[i], quota));
        }

        return chosen;
    }

    /// <summary>Times other than those shown, later ones first of all; from the start again when there are none.</summary>
    public static IReadOnlyList<DateTimeOffset> After(IReadOnlyList<DateTimeOffset> free, IReadOnlyList<DateTimeOffset> shown, int count)
    {
        DateTimeOffset[] later = [.. free.Where(t => t > shown[^1])];
        if (later.Length > 0) return Choose(later, count);
        DateTimeOffset[] others = [.. free.Except(shown)];
        return Choose(others.Length > 0 ? others : free, count);
    }

    /// <summary>The times nearest to a wish.</summary>
    public static IReadOnlyList<DateTimeOffset> Near(IReadOnlyList<DateTimeOffset> free, SlotWish wish, int count)
    {
        DateTimeOffset[] fitting = [.. free.Where(t => Fits(t, wish))];
        if (fitting.Length > 0) return wish.Time is null ? Choose(fitting, count) : [.. fitting.Take(count)];
        return [.. free.OrderBy(t => Distance(t, wish)).ThenBy(t => t).Take(count).Order()];
    }

    /// <summary>Whether a time is what was asked for, as far as that was said.</summary>
    public static bool Fits(DateTimeOffset time, SlotWish wish) =>
        DaysFrom(time, wish) == 0
        && (wish.Time is not { } clock || TimeOnly.FromTimeSpan(time.TimeOfDay) == clock)
        && (wish.FromHour is not { } from || time.Hour >= from)
        && (wish.ToHour is not { } to || time.Hour < to);

    private static double Distance(DateTimeOffset time, SlotWish wish)
    {
        var days = DaysFrom(time, wish) * 24.0;
        var hour = wish.Time is { } clock ? clock.ToTimeSpan().TotalHours
            : wish.FromHour is { } from ? (from + (wish.ToHour ?? from + 1)) / 2.0
            : time.TimeOfDay.TotalHours;
        return days + Math.Abs(time.TimeOfDay.TotalHours - hour);
    }

    /// <summary>Days between a time and the days that were asked for; 0 where it is on one of them, or none was asked for.</summary>
    private static int DaysFrom(DateTimeOffset time, SlotWish wish)
    {
        if (wish.Date is not { } first) return 0;
        var day = DateOnly.FromDateTime(time.Date).DayNumber;
        var last = (wish.LastDate ?? first).DayNumber;
        return day < first.DayNumber ? first.DayNumber - day : Math.Max(0, day - last);
    }

    private static DateTimeOffset[] Spread(DateTimeOffset[] day, int count) =>
        day.Length <= count ? day : [.. Enumerable.Range(0, count).Select(i => day[i * (day.Length - 1) / Math.Max(1, count - 1)])];
}
