using System.Text.Json.Nodes;

namespace OutletBot.Leads;

/// <summary>The times that a location's calendar had when the run began; whatever is offered must be one of them.</summary>
internal sealed class Openings
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    private readonly Dictionary<string, HashSet<DateTime>> _times = new(StringComparer.Ordinal);

    public static async Task<Openings> ReadAsync(LocalProcess process, IEnumerable<string> locations)
    {
        var openings = new Openings();
        foreach (var location in locations)
        {
            var calendar = await process.GetAsync($"/simulator/calendar/cal-1?locationId={location}&days=14");
            openings._times[location] = [.. calendar["slots"]!.AsArray().Select(slot => openings.Local((DateTimeOffset)(slot is JsonValue ? slot : slot!["start"])!))];
        }

        return openings;
    }

    public bool Has(string location, DateTime local) => _times[location].Contains(local);

    public DateTime Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Zone).DateTime;
}
