using System.Globalization;
using System.Text.Json;

namespace OutletBot.Evals;

/// <summary>Reads the values of one object of a data file; what does not fit is a <see cref="FormatException"/> that names the key.</summary>
internal static class JsonLine
{
    public static bool Has(this JsonElement element, string key) => element.TryGetProperty(key, out _);

    /// <summary>A value that is there and not null.</summary>
    public static JsonElement? Value(this JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static JsonElement? Object(this JsonElement element, string key) => element.Value(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.Object ? value
        : throw new FormatException($"\"{key}\" must be an object.");

    public static IEnumerable<JsonElement> Array(this JsonElement element, string key) => element.Value(key) is not { } value ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray()
        : throw new FormatException($"\"{key}\" must be an array.");

    public static string? Text(this JsonElement element, string key) => element.Value(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new FormatException($"\"{key}\" must be a string.");

    public static string RequiredText(this JsonElement element, string key) =>
        element.Text(key) ?? throw new FormatException($"\"{key}\" is missing.");

    /// <summary>An amount, written as a number or as a string that holds one.</summary>
    public static decimal? Amount(this JsonElement element, string key) => element.Value(key) is { } value ? AmountOf(value, key) : null;

    public static decimal AmountOf(JsonElement value, string key)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number))
            return number;

        return value.ValueKind == JsonValueKind.String && decimal.TryParse(value.GetString(), CultureInfo.InvariantCulture, out number)
            ? number
            : throw new FormatException($"\"{key}\" must be a number.");
    }

    public static int? Whole(this JsonElement element, string key) => element.Value(key) is { } value ? WholeOf(value, key) : null;

    public static int WholeOf(JsonElement value, string key) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
        ? number
        : throw new FormatException($"\"{key}\" must be a whole number.");

    /// <summary>A time. One without an offset has the given one; without that it is an error.</summary>
    public static DateTimeOffset TimeOf(JsonElement value, string key, TimeSpan? offset)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local))
            throw new FormatException($"\"{key}\" must be an ISO time with offset, such as 2026-11-23T10:00:00-06:00.");

        if (local.Kind != DateTimeKind.Unspecified)
            return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

        return offset is { } known ? new(local, known) : throw new FormatException($"\"{key}\" needs an offset, such as -06:00.");
    }

    public static DateTimeOffset? Time(this JsonElement element, string key, TimeSpan offset) =>
        element.Value(key) is { } value ? TimeOf(value, key, offset) : null;

    public static IReadOnlyList<DateTimeOffset> Times(this JsonElement element, string key, TimeSpan offset) =>
        [.. element.Array(key).Select(time => TimeOf(time, key, offset))];

    public static DateTimeOffset RequiredTime(this JsonElement element, string key) => element.Value(key) is { } value
        ? TimeOf(value, key, null)
        : throw new FormatException($"\"{key}\" is missing.");
}
