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

    /// <summary>The id of the location that a custom field belongs to, known from the field's id alone; null for none of ours.</summary>
    public static string? OwnerOf(string fieldId) => DefaultFields
        .Where(field => fieldId.EndsWith($"-{field.Key}", StringComparison.Ordinal))
        .Select(field => fieldId[..^(field.Key.Length + 1)])
        .FirstOrDefault();
}

/// <summary>A custom field of a location; its id differs from location to location.</summary>
internal sealed record SimField(string Id, string Name, string Key);
