using System.Globalization;

namespace OutletBot.Crm.Contacts;

/// <summary>People's names, between GHL's way and ours.</summary>
internal static class Names
{
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "de", "del", "la", "las", "los", "y", "e", "da", "do", "dos", "van", "von" };

    /// <summary>GHL returns names in lower case. One that has a capital is left as it is.</summary>
    public static string? TitleCase(string? name)
    {
        if (name is null || name.Any(char.IsUpper))
            return name;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join(' ', words.Select((word, i) =>
            i > 0 && Particles.Contains(word) ? word : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word)));
    }

    /// <summary>The first word, and the rest. Null for what there is nothing of.</summary>
    public static (string? First, string? Last) Split(string? name)
    {
        var words = (name ?? "").Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (words.ElementAtOrDefault(0), words.ElementAtOrDefault(1));
    }
}
