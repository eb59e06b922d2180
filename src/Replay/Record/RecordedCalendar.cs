using NodaTime;
using OutletBot.Conversations;
using OutletBot.Locations;

namespace OutletBot.Replay;

/// <summary>The calendar as the record shows it: what was free at each turn, and how bookings ended.</summary>
internal sealed class RecordedCalendar(IReadOnlyList<TurnGrounds> grounds, LocationSettings location)
{
    private const int OpensAt = 9;
    private const int ClosesAt = 17;

    private readonly HashSet<string> _used = [];

    /// <summary>Whether the record holds no free times at all, so that office hours stand for them.</summary>
    public bool IsAssumed { get; } = !grounds.Any(g => g.Free is { Times.Count: > 0 });

    /// <summary>What was free at a turn: as it was looked up then, or else at the nearest turn that looked.</summary>
    public IReadOnlyList<DateTimeOffset> FreeAt(int turn)
    {
        if (grounds[turn].Free is { } own) return own.Times;
        if (IsAssumed) return OfficeHours(grounds[turn].At);
        return grounds.Index().Where(g => g.Item.Free is { Times.Count: > 0 }).MinBy(g => Math.Abs(g.Index - turn)).Item.Free!.Times;
    }

    /// <summary>How the booking of a time ended; null where it was not tried, or not so often.</summary>
    public TurnGrounds? Ended(DateTimeOffset start)
    {
        var outcome = grounds.FirstOrDefault(g => g.Booking?.Start == start && !_used.Contains(g.Id));
        if (outcome is not null) _used.Add(outcome.Id);
        return outcome;
    }

    private IReadOnlyList<DateTimeOffset> OfficeHours(DateTimeOffset now)
    {
        var zone = LocalTimes.Zone(location.TimeZone);
        var today = LocalDate.FromDateTime(LocalTimes.In(zone, now).Date);
        return
        [
            .. Enumerable.Range(1, location.DaysAhead).Select(today.PlusDays).Where(day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
                .SelectMany(day => Enumerable.Range(OpensAt, ClosesAt - OpensAt).Select(hour => day.At(new LocalTime(hour, 0)).InZoneLeniently(zone).ToDateTimeOffset())),
        ];
    }
}
