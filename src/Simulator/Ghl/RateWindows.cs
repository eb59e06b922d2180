using System.Globalization;
using Microsoft.Extensions.Options;

namespace OutletBot.Simulator.Ghl;

/// <summary>GHL's limits of a location: requests per 10 seconds and per day.</summary>
internal sealed class RateWindows(IOptions<SimulatorOptions> options, TimeProvider clock)
{
    private const int Daily = 200_000;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private readonly Dictionary<string, (DateTimeOffset Start, int Used, DateOnly Day, int Today)> windows = [];
    private readonly Lock gate = new();

    /// <summary>Counts a request and writes the headers. False when it is over the limit.</summary>
    public bool Take(string locationId, IHeaderDictionary headers)
    {
        var limit = options.Value.RequestsPer10Seconds;
        if (limit <= 0)
            return true;

        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        bool taken;
        int used, usedToday;
        lock (gate)
        {
            var window = windows.GetValueOrDefault(locationId);
            if (now - window.Start >= Interval)
                window = window with { Start = now, Used = 0 };
            if (window.Day != today)
                window = window with { Day = today, Today = 0 };

            taken = window.Used < limit && window.Today < Daily;
            if (taken)
                window = window with { Used = window.Used + 1, Today = window.Today + 1 };
            windows[locationId] = window;
            (used, usedToday) = (window.Used, window.Today);
        }

        headers["X-RateLimit-Limit-Daily"] = Text(Daily);
        headers["X-RateLimit-Daily-Remaining"] = Text(Daily - usedToday);
        headers["X-RateLimit-Interval-Milliseconds"] = Text((int)Interval.TotalMilliseconds);
        headers["X-RateLimit-Max"] = Text(limit);
        headers["X-RateLimit-Remaining"] = Text(limit - used);
        return taken;
    }

    public void Clear()
    {
        lock (gate)
            windows.Clear();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
