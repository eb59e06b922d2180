namespace OutletBot.Simulator.Crm;

/// <summary>A GHL sub-account.</summary>
internal sealed class SimLocation(string id, SimulatorOptions options)
{
    private static readonly string[] DefaultFields = ["Problem", "Goal", "Budget", "Business Type"];

    public string Id { get; } = id;

    public string Name { get; set; } = "Outlet Media";

    public string TimeZone { get; set; } = options.TimeZone;

    public bool AllowDuplicates { get; set; }

    public TimeSpan SlotInterval { get; } = options.Locations.GetValueOrDefault(id)?.SlotInterval ?? options.SlotInterval ?? TimeSpan.FromMinutes(30);

    public IReadOnlyList<SimField> Fields { get; } =
        [.. (options.Locations.GetValueOrDefault(id)?.Fields ?? options.Fields ?? DefaultFields).Select(name => SimField.Of(id, name))];
}

/// <summary>A custom field of a location; its id differs from location to location.</summary>
internal sealed record SimField(string Id, string Name, string Key)
{
    // No key holds it, so an id falls into its two parts again.
    private const char Separator = '-';

    /// <summary>A field that was given this name; its key is made of the name, as GHL does.</summary>
    public static SimField Of(string locationId, string name)
    {
        var key = string.Concat(name.Trim().ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        return new SimField($"{locationId}{Separator}{key}", name, $"contact.{key}");
    }

    /// <summary>The id of the location that a field's id was made for; null when it was made for none.</summary>
    public static string? OwnerOf(string fieldId) => fieldId.LastIndexOf(Separator) is > 0 and var at ? fieldId[..at] : null;
}
