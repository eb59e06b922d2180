namespace OutletBot.Options;

/// <summary>The section <c>Locations:{id}</c>: what one GHL sub-account has different from the default. What is null is the default's.</summary>
public sealed class LocationOptions
{
    /// <summary>The name of the section that holds one section for each location.</summary>
    public const string Section = "Locations";

    /// <summary>What is asked and said there: a playbook that is built in, or a file's path.</summary>
    public string? Playbook { get; set; }

    /// <summary>Its private integration token, <c>pit-…</c>.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The calendar that its appointments are booked in.</summary>
    public string? CalendarId { get; set; }

    /// <summary>IANA name of its time zone.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Its default language, <c>es</c> or <c>en</c>.</summary>
    public string? Language { get; set; }

    /// <summary>The budget that qualifies a lead, USD a month.</summary>
    public decimal? MinimumBudget { get; set; }

    /// <summary>How many times are offered at most.</summary>
    public int? SlotCount { get; set; }

    /// <summary>How many days ahead times are offered.</summary>
    public int? DaysAhead { get; set; }

    /// <summary>How long an appointment takes.</summary>
    public TimeSpan? SlotDuration { get; set; }

    /// <summary>When its leads are written to unasked.</summary>
    public LocationFollowUpOptions? FollowUps { get; set; }

    /// <summary>What the model may cost there; <see cref="ModelBudget.PerDay"/> is for all.</summary>
    public LocationModelBudget? Budget { get; set; }

    /// <summary>The agent's name.</summary>
    public string? AgentName { get; set; }

    /// <summary>Facts about the business, markdown.</summary>
    public string? BusinessFacts { get; set; }
}

/// <summary>Every location that is configured by itself, by its id.</summary>
public sealed class LocationsOptions
{
    /// <summary>Settings by location id; ids are told apart by case.</summary>
    public IDictionary<string, LocationOptions> Locations { get; } = new Dictionary<string, LocationOptions>(StringComparer.Ordinal);
}
