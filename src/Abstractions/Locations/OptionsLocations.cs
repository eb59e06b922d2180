using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using OutletBot.FollowUps;
using OutletBot.Options;
using OutletBot.Playbooks;

namespace OutletBot.Locations;

/// <summary>
/// Locations out of the configuration. A key of <c>Locations:{id}</c> goes before the location's playbook, and that before the
/// sections that hold for all.
/// </summary>
internal sealed class OptionsLocations : ILocations
{
    private readonly LocationSettings standard;
    private readonly ConversationOptions conversation;
    private readonly AgentOptions agent;
    private readonly FollowUpOptions followUps;
    private readonly string facts;
    private readonly IDictionary<string, LocationOptions> overrides;
    private readonly ConcurrentDictionary<string, Playbook> playbooks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, LocationSettings> configured = new(StringComparer.Ordinal);

    public OptionsLocations(
        IOptions<CrmOptions> crm,
        IOptions<AgentOptions> agent,
        IOptions<ConversationOptions> conversation,
        IOptions<FollowUpOptions> followUps,
        IOptions<LocationsOptions> locations)
    {
        this.followUps = followUps.Value;
        this.conversation = conversation.Value;
        this.agent = agent.Value;
        facts = FactsOf(agent.Value);
        overrides = locations.Value.Locations;
        DefaultLocationId = Value(crm.Value.LocationId);
        standard = Combine(DefaultLocationId ?? "", new LocationOptions { ApiKey = crm.Value.ApiKey, CalendarId = crm.Value.CalendarId });
    }

    public string? DefaultLocationId { get; }

    public IReadOnlyCollection<string> Configured => DefaultLocationId is { } location ? [location, .. overrides.Keys.Where(id => id != location)] : [.. overrides.Keys];

    public LocationSettings Get(string locationId) =>
        overrides.TryGetValue(locationId, out var own)
            ? configured.GetOrAdd(locationId, id => Combine(id, own))
            : standard with { LocationId = locationId };

    private LocationSettings Combine(string locationId, LocationOptions own)
    {
        var playbook = playbooks.GetOrAdd(Value(own.Playbook) ?? conversation.Playbook.Trim(), PlaybookOf);
        return new()
        {
            LocationId = locationId,
            ApiKey = Value(own.ApiKey) ?? standard?.ApiKey,
            CalendarId = Value(own.CalendarId) ?? standard?.CalendarId,
            TimeZone = Value(own.TimeZone) ?? conversation.TimeZone,
            Playbook = playbook,
            Language = Value(own.Language) ?? playbook.Language ?? conversation.Language,
            MinimumBudget = own.MinimumBudget ?? playbook.MinimumBudget ?? conversation.MinimumBudget,
            SlotCount = own.SlotCount ?? playbook.SlotCount ?? conversation.SlotCount,
            DaysAhead = own.DaysAhead ?? playbook.DaysAhead ?? conversation.DaysAhead,
            SlotDuration = own.SlotDuration ?? playbook.SlotDuration ?? conversation.SlotDuration,
            FollowUps = FollowUpTimes.Combine(followUps, own.FollowUps),
            ModelBudget = agent.Budget.With(own.Budget),
            AgentName = Value(own.AgentName) ?? playbook.AgentName ?? agent.Name,
            BusinessFacts = Value(own.BusinessFacts) ?? playbook.BusinessFacts ?? facts,
        };
    }

    private static Playbook PlaybookOf(string name) =>
        PlaybookSource.Read(name) is { Playbook: { } playbook } ? playbook : throw new ConfigurationFaultException(ConfigurationFindings.Line("Conversation:Playbook", $"'{name}' cannot be used"));

    private static string? Value(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string FactsOf(AgentOptions agent) =>
        Value(agent.BusinessFacts) ?? (Value(agent.BusinessFactsFile) is { } file ? File.ReadAllText(file) : "");
}
