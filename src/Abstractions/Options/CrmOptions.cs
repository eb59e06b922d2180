using System.ComponentModel.DataAnnotations;
using OutletBot.Conversations;
using OutletBot.Playbooks;

namespace OutletBot.Options;

/// <summary>The section <c>Crm</c>: where GHL is and how the default location signs in.</summary>
public sealed class CrmOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Crm";

    /// <summary>GHL's API, absolute http(s).</summary>
    [Required] public string BaseUrl { get; set; } = "https://services.leadconnectorhq.com";

    /// <summary>The default location's private integration token, <c>pit-…</c>.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The default location's id.</summary>
    public string? LocationId { get; set; }

    /// <summary>The default location's calendar that appointments are booked in.</summary>
    public string? CalendarId { get; set; }

    /// <summary>Requests per 10 seconds and location, across all silos. GHL's own limit is 100.</summary>
    [Range(1, 10_000)] public int RequestsPer10Seconds { get; set; } = 100;

    /// <summary>Longest wait for one answer of GHL.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The location's custom fields, by name or key.</summary>
    public CrmFieldOptions Fields { get; set; } = new();
}

/// <summary>The section <c>Crm:Fields</c>: names (or keys) of custom fields, found without regard to case and blanks.</summary>
public sealed class CrmFieldOptions
{
    /// <summary>Where the lead's problem is kept.</summary>
    public string Problem { get; set; } = "problem";

    /// <summary>Where the lead's goal is kept.</summary>
    public string Goal { get; set; } = "goal";

    /// <summary>Where the monthly budget in USD is kept.</summary>
    public string Budget { get; set; } = "budget";

    /// <summary>Where the kind of business is kept.</summary>
    public string BusinessType { get; set; } = "business type";

    /// <summary>The name (or key) of the custom field that holds a field: the playbook's own name for it goes before these.</summary>
    public string NameOf(Field field, Playbook playbook)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        return playbook.Find(field)?.CrmField
            ?? (field == Field.BusinessType ? BusinessType
                : field == Field.Problem ? Problem
                : field == Field.Goal ? Goal
                : field == Field.Budget ? Budget
                : field.Key);
    }
}
