using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using OutletBot.Options;

namespace OutletBot.Locations;

/// <summary>Locations out of the configuration: the default one, and what <c>Locations:{id}</c> has different.</summary>
internal sealed class OptionsLocations : ILocations
{
    private readonly LocationSettings standard;
    private readonly IDictionary<string, LocationOptions> overrides;
    private readonly ConcurrentDictionary<string, LocationSettings> configured = new(StringComparer.Ordinal);

    public OptionsLocations(
        IOptions<CrmOptions> crm,
        IOptions<AgentOptions> agent,
        IOptions<ConversationOptions> conversation,
        IOptions<LocationsOptions> locations)
    {
        var ghl = crm.Value;
        overrides = locations.Value.Locations;
        DefaultLocationId = string.IsNullOrWhiteSpace(ghl.LocationId) ? null : ghl.LocationId;
        standard = new()
        {
            LocationId = DefaultLocationId ?? "",
            ApiKey = Value(ghl.ApiKey),
            CalendarId = Value(ghl.CalendarId),
            TimeZone = conversation.Value.TimeZone,
            Language = conversation.Value.Language,
            MinimumBudget = conversation.Value.MinimumBudget,
            AgentName = agent.Value.Name,
            BusinessFacts = FactsOf(agent.Value),
        };
    }

    public string? DefaultLocationId { get; }

    public IReadOnlyCollection<string> Configured => DefaultLocationId is { } location ? [location, .. overrides.Keys.Where(id => id != location)] : [.. overrides.Keys];

    public LocationSettings Get(string locationId) =>
        overrides.TryGetValue(locationId, out var own)
            ? configured.GetOrAdd(locationId, id => Combine(id, own))
            : standard with { LocationId = locationId };

    private LocationSettings Combine(string locationId, LocationOptions own) => standard with
    {
        LocationId = locationId,
        ApiKey = Value(own.ApiKey) ?? standard.ApiKey,
        CalendarId = Value(own.CalendarId) ?? standard.CalendarId,
        TimeZone = Value(own.TimeZone) ?? standard.TimeZone,
        Language = Value(own.Language) ?? standard.Language,
        MinimumBudget = own.MinimumBudget ?? standard.MinimumBudget,
        AgentName = Value(own.AgentName) ?? standard.AgentName,
        BusinessFacts = Value(own.BusinessFacts) ?? standard.BusinessFacts,
    };

    private static string? Value(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string FactsOf(AgentOptions agent) =>
        Value(agent.BusinessFacts) ?? (Value(agent.BusinessFactsFile) is { } file ? File.ReadAllText(file) : "");
}
