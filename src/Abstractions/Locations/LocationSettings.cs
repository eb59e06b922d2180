using OutletBot.Conversations;
using OutletBot.FollowUps;
using OutletBot.Options;
using OutletBot.Playbooks;

namespace OutletBot.Locations;

/// <summary>Everything that differs between GHL sub-accounts.</summary>
public sealed record LocationSettings
{
    /// <summary>The sub-account's id.</summary>
    public required string LocationId { get; init; }

    /// <summary>Its private integration token, null when none is configured.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The calendar that appointments are booked in, null when none is configured.</summary>
    public string? CalendarId { get; init; }

    /// <summary>IANA name of its time zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Its default language, <c>es</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The budget that qualifies a lead, USD a month.</summary>
    public required decimal MinimumBudget { get; init; }

    /// <summary>The agent's name.</summary>
    public required string AgentName { get; init; }

    /// <summary>Facts about the business, markdown.</summary>
    public string BusinessFacts { get; init; } = "";

    /// <summary>What is asked and said here.</summary>
    public Playbook Playbook { get; init; } = Playbook.Agency;

    /// <summary>How many times are offered at most.</summary>
    public int SlotCount { get; init; } = 5;

    /// <summary>How many days ahead times are offered.</summary>
    public int DaysAhead { get; init; } = 7;

    /// <summary>How long an appointment takes.</summary>
    public TimeSpan SlotDuration { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>When its leads are written to unasked.</summary>
    public FollowUpSettings FollowUps { get; init; } = new();

    /// <summary>What the model may cost here; null where nothing but <c>Agent:Budget</c> says.</summary>
    public ModelBudget? ModelBudget { get; init; }

    /// <summary>The budget that a lead must reach, USD a month; null where nobody is asked for a budget.</summary>
    public decimal? BudgetGate => Playbook.Asks(Field.Budget) ? MinimumBudget : null;
}

/// <summary>Finds a location's settings. A location that is not configured has the default one's, under its own id.</summary>
public interface ILocations
{
    /// <summary>The location of <c>Crm:LocationId</c>, or null.</summary>
    string? DefaultLocationId { get; }

    /// <summary>The ids of all locations that are configured.</summary>
    IReadOnlyCollection<string> Configured => DefaultLocationId is { } location ? [location] : [];

    /// <summary>The settings of a location.</summary>
    LocationSettings Get(string locationId);
}
