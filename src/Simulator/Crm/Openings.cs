namespace OutletBot.Simulator.Crm;

/// <summary>When a calendar can be booked: weekdays from 09:00, the last slot ending by 17:00, in the location's time zone.</summary>
internal static class Openings
{
    private static readonly TimeSpan Open = TimeSpan.FromHours(9);
    private static readonly TimeSpan Close = TimeSpan.FromHours(17);

    /// <summary>Starts of the slots in [from, to) later than now that nobody holds, ascending.</summary>
    public static IEnumerable<DateTimeOffset> Free(World world, string calendarId, SimLocation location, DateTimeOffset from, DateTimeOffset to)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(location.TimeZone);
        var length = location.SlotInterval;
        var taken = world.Appointments.Where(one => one.CalendarId == calendarId && one.TakesTime).ToList();
        var last = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(to, zone).DateTime);

        for (var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime); day <= last; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                continue;

            for (var time = Open; time + length <= Close; time += length)
            {
                var local = day.ToDateTime(TimeOnly.FromTimeSpan(time));
                var start = new DateTimeOffset(local, zone.GetUtcOffset(local));
                if (start >= from && start < to && start > world.Now && !taken.Any(one => one.Start < start + length && start < one.End))
                    yield return start;
            }
        }
    }

    /// <summary>Whether exactly this time can be booked.</summary>
    public static bool IsFree(World world, string calendarId, SimLocation location, DateTimeOffset start) =>
        Free(world, calendarId, location, start, start.AddTicks(1)).Any();
}
