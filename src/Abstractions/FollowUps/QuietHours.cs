using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace OutletBot.FollowUps;

/// <summary>Windows of the day in which nobody is written to unasked, by the location's clocks.</summary>
public sealed class QuietHours
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly (LocalTime From, LocalTime To)[] windows;

    private QuietHours((LocalTime From, LocalTime To)[] windows) => this.windows = windows;

    /// <summary>No window at all.</summary>
    public static QuietHours None { get; } = new([]);

    /// <summary>Nine in the evening to eight in the morning.</summary>
    public static QuietHours AtNight { get; } = new([(new(21, 0), new(8, 0))]);

    /// <summary>Reads windows as they are configured: <c>21:00-08:00, 13:00-15:00</c>. An empty text is no window; a day without a free minute is refused.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out QuietHours? hours)
    {
        hours = null;
        var found = new List<(LocalTime, LocalTime)>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || !Clock.Parse(ends[0]).TryGetValue(default, out var from) || !Clock.Parse(ends[1]).TryGetValue(default, out var to) || from == to) return false;
            found.Add((from, to));
        }

        var read = new QuietHours([.. found]);
        var midnight = LocalTime.Midnight;
        if (!Enumerable.Range(0, 24 * 60).Any(minute => read.WindowAt(midnight.PlusMinutes(minute)) is null)) return false;
        hours = read;
        return true;
    }

    /// <summary>Whether a moment lies in a window.</summary>
    public bool Hold(Instant at, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return WindowAt(at.InZone(zone).TimeOfDay) is not null;
    }

    /// <summary>The moment itself where it is free, else the end of the windows that it lies in.</summary>
    public Instant EndFrom(Instant at, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        while (at.InZone(zone) is var local && WindowAt(local.TimeOfDay) is { } window)
        {
            var day = window.To > local.TimeOfDay ? local.Date : local.Date.PlusDays(1);
            var end = Occurrences(day + window.To, zone).First(end => end > at);
            // When clocks are set back, a window may be left before its end is shown.
            at = zone.GetZoneInterval(at) is { HasEnd: true } interval && interval.End < end ? interval.End : end;
        }

        return at;
    }

    /// <summary>When the next window begins after a free moment, null when there is none.</summary>
    public Instant? NextStart(Instant at, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var today = at.InZone(zone).Date;
        Instant[] starts =
        [
            .. windows.SelectMany(window => new[] { today, today.PlusDays(1) }.SelectMany(day => Occurrences(day + window.From, zone))),
            // When clocks are set back, a window that was over begins again.
            .. zone.GetZoneInterval(at) is { HasEnd: true } interval && Hold(interval.End, zone) ? new[] { interval.End } : [],
        ];
        return starts.Where(start => start > at).Select(start => (Instant?)start).Min();
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(", ", windows.Select(window => $"{window.From.ToString("HH:mm", CultureInfo.InvariantCulture)}-{window.To.ToString("HH:mm", CultureInfo.InvariantCulture)}"));

    private (LocalTime From, LocalTime To)? WindowAt(LocalTime time)
    {
        foreach (var window in windows)
            if (window.From < window.To ? time >= window.From && time < window.To : time >= window.From || time < window.To) return window;
        return null;
    }

    /// <summary>When clocks show a time: twice when they are set back, and right after the gap when they are set forward over it.</summary>
    private static IEnumerable<Instant> Occurrences(LocalDateTime local, DateTimeZone zone)
    {
        var mapped = zone.MapLocal(local);
        return mapped.Count == 0 ? [mapped.LateInterval.Start] : mapped.Count == 1 ? [mapped.Single().ToInstant()] : [mapped.First().ToInstant(), mapped.Last().ToInstant()];
    }
}
