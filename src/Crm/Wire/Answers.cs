using System.Globalization;
using System.Text.Json;

namespace OutletBot.Crm.Wire;

/// <summary>Reads GHL's answers: wrapped or bare, values as text, numbers or lists of text.</summary>
internal static class Answers
{
    public static JsonElement? Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? value
            : null;

    /// <summary>The object under one of the names, or the element itself.</summary>
    public static JsonElement Body(this JsonElement element, params ReadOnlySpan<string> wrappers)
    {
        foreach (var wrapper in wrappers)
            if (element.Field(wrapper) is { ValueKind: JsonValueKind.Object } body)
                return body;
        return element;
    }

    /// <summary>The list under the name, at whatever depth of that same name, or the element itself when it is a list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string wrapper)
    {
        while (element.Field(wrapper) is { } inner)
            element = inner;
        return element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];
    }

    /// <summary>The value as text, null when it is absent, blank or an object. A list is joined.</summary>
    public static string? Text(this JsonElement element, string name) => element.Field(name)?.Text();

    public static string? Text(this JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text).OfType<string>()),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    public static bool Flag(this JsonElement element, string name) =>
        string.Equals(element.Text(name), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A time: ISO 8601, or milliseconds since 1970. One without offset is read in <paramref name="zone"/>.</summary>
    public static DateTimeOffset? Time(this JsonElement value, TimeZoneInfo zone)
    {
        var text = value.Text();
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            return milliseconds < 253_402_300_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
            return null;
        return time.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(time, zone.GetUtcOffset(time))
            : DateTimeOffset.Parse(text!, CultureInfo.InvariantCulture);
    }
}
