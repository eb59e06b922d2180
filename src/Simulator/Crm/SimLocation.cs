namespace OutletBot.Simulator.Crm;

/// <summary>A GHL sub-account.</summary>
internal sealed class SimLocation(string id, string timeZone)
{
    private static readonly (string Name, string Key)[] DefaultFields =
        [("Problem", "problem"), ("Goal", "goal"), ("Budget", "budget"), ("Business Type", "business_type")];

    public string Id { get; } = id;

    public string Name { get; set; } = "Outlet Media";

    public string TimeZone { get; set; } = timeZone;

    public bool AllowDuplicates { get; set; }

    public List<SimField> Fields { get; } =
        [.. DefaultFields.Select(field => new SimField($"{id}-{field.Key}", field.Name, $"contact.{field.Key}"))];
}

/// <summary>A custom field of a location; its id differs from location to location.</summary>
internal sealed record SimField(string Id, string Name, string Key);
