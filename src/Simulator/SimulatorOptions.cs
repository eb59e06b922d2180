namespace OutletBot.Simulator;

/// <summary>The <c>Simulator</c> section of the configuration.</summary>
public sealed class SimulatorOptions
{
    /// <summary>The location of contacts that name none.</summary>
    public string LocationId { get; set; } = "sim-location";

    /// <summary>IANA time zone of a location until it is given another.</summary>
    public string TimeZone { get; set; } = "America/Chicago";

    /// <summary>Length of a bookable slot, and the distance between two; 30 minutes when null.</summary>
    public TimeSpan? SlotInterval { get; set; }

    /// <summary>Names of a contact's custom fields; problem, goal, budget and business type when null.</summary>
    public string[]? Fields { get; set; }

    /// <summary>What single locations have different, by their ids.</summary>
    public Dictionary<string, SimulatorLocationOptions> Locations { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Whether a contact asked for by an unknown id comes into being; otherwise GHL's 400 is given.</summary>
    public bool AutoCreateContacts { get; set; } = true;

    /// <summary>Requests per 10 seconds and location before GHL's stand-in answers 429; 0 switches the limit off.</summary>
    public int RequestsPer10Seconds { get; set; } = 100;

    /// <summary>The only token that GHL's stand-in takes beside those it issues itself; any token when empty.</summary>
    public string? GhlToken { get; set; }

    /// <summary>Lists messages as <c>{messages,nextPage}</c> instead of the shape seen in production, one level deeper.</summary>
    public bool FlatMessages { get; set; }

    /// <summary>Added to each answer of GHL's stand-in.</summary>
    public TimeSpan GhlLatency { get; set; }

    /// <summary>Added to each answer of OpenAI's stand-in.</summary>
    public TimeSpan ModelLatency { get; set; }

    /// <summary>Where a lead's messages and Meta's notifications are posted; this host's <c>/webhook/meta-lead</c> when empty.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>Where marketplace events are posted; the webhook's host's <c>/webhook/ghl</c> when empty.</summary>
    public string? EventsUrl { get; set; }

    /// <summary>Bearer secret sent with workflow webhooks.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>Signs Meta's notifications.</summary>
    public string MetaAppSecret { get; set; } = "simulator";

    /// <summary>Seed of the Ed25519 key that signs marketplace events: 32 bytes, base64. A new key per process when empty.</summary>
    public string? SigningSeed { get; set; }

    /// <summary>Whether each message that the bot sends comes back as an <c>OutboundMessage</c> event with source <c>api</c>.</summary>
    public bool EchoSends { get; set; }

    /// <summary>How often a webhook answered 429 is sent again.</summary>
    public int WebhookRetries { get; set; } = 6;

    /// <summary>Pause before a webhook is sent again; GHL's own is ten minutes.</summary>
    public TimeSpan WebhookRetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Contacts kept; the oldest are dropped with all that is theirs.</summary>
    public int MaxContacts { get; set; } = 20_000;

    /// <summary>Ledger entries and logged requests kept of each; the oldest are dropped.</summary>
    public int MaxEntries { get; set; } = 400_000;

    /// <summary>Bodies of model requests kept.</summary>
    public int MaxModelBodies { get; set; } = 500;
}

/// <summary>The section <c>Simulator:Locations:{id}</c>: what a location has different; null is as everywhere.</summary>
public sealed class SimulatorLocationOptions
{
    /// <summary>Length of a bookable slot, and the distance between two.</summary>
    public TimeSpan? SlotInterval { get; set; }

    /// <summary>Names of a contact's custom fields.</summary>
    public string[]? Fields { get; set; }

    /// <summary>The calendar that is this location's alone, with its slots; a call for free slots names no location.</summary>
    public string? CalendarId { get; set; }
}
