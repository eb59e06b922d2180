using System.Globalization;
using System.Text.Json;

namespace OutletBot.Gateway.Webhooks;

/// <summary>Reads fields of a JSON object under any of their names (<c>message.body</c> is a path), and remembers what is wrong with them.</summary>
internal sealed class JsonFields(JsonElement root)
{
    private const string Expected = "must be a string";
    private const int MostErrors = 20;
    private readonly Dictionary<string, string[]> errors = new(StringComparer.Ordinal);

    public IDictionary<string, string[]> Errors => errors;

    public bool Sound => errors.Count == 0;

    /// <summary>Remembers what is wrong with a field; after the first few, more say nothing new.</summary>
    public void Wrong(string field, string what)
    {
        if (errors.Count < MostErrors) errors.TryAdd(field, [what]);
    }

    /// <summary>The value under a path, or null when it is absent or JSON null.</summary>
    public JsonElement? Find(string path)
    {
        var found = root;
        foreach (var name in path.Split('.'))
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found))
                return null;

        return found.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : found;
    }

    /// <summary>The first text that is not blank. A value that is no string is an error under its own name.</summary>
    public string? Text(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (Find(path) is not { } value) continue;
            if (value.ValueKind != JsonValueKind.String)
            {
                Wrong(path, Expected);
                return null;
            }

            var text = value.GetString()!;
            if (text.Contains('\0', StringComparison.Ordinal))
            {
                Wrong(path, "must not hold U+0000");
                return null;
            }

            if (!string.IsNullOrWhiteSpace(text)) return text;
        }

        return null;
    }

    /// <summary>The first text that is not blank; values that are no strings count as absent.</summary>
    public string? Word(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
            if (Find(path) is { ValueKind: JsonValueKind.String } value && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
                return text;

        return null;
    }

    /// <summary>A number, as such or as a text.</summary>
    public int? Number(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (Find(path) is not { } value) continue;
            if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)) return number;
            if (value.ValueKind == JsonValueKind.String && int.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out number)) return number;
        }

        return null;
    }

    /// <summary>A point in time: ISO 8601, or the seconds or milliseconds since 1970.</summary>
    public DateTimeOffset? Time(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
            if (Find(path) is { } value && TimeOf(value) is { } time)
                return time;

        return null;
    }

    /// <summary>An id of a location or contact; one that cannot be an id is an error under its first name.</summary>
    public string? Id(params ReadOnlySpan<string> paths)
    {
        var id = Text(paths);
        if (id is null || ConversationId.IsValidPart(id)) return id;
        Wrong(paths[0], $"must be 1 to {ConversationId.MaxIdLength} letters, digits or _ - . : @ = ~, and more than dots");
        return null;
    }

    /// <summary>An id that is only compared and shown, of at most 256 characters.</summary>
    public string? Key(params ReadOnlySpan<string> paths)
    {
        const int longest = 256;
        var key = Text(paths);
        if (key is null || (key.Length <= longest && key.All(IsPrintable))) return key;
        Wrong(paths[0], $"must be at most {longest} printable characters");
        return null;
    }

    // Neither what ends a line nor what turns its direction, so that an id reads as what it is wherever it is shown.
    private static bool IsPrintable(char c) => char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse);

    private static DateTimeOffset? TimeOf(JsonElement value)
    {
        const long mostSeconds = 100_000_000_000, mostMilliseconds = 100_000_000_000_000;
        if (value.ValueKind == JsonValueKind.String)
            return DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number) || number < 0) return null;
        return number switch
        {
            < mostSeconds => DateTimeOffset.FromUnixTimeSeconds(number),
            < mostMilliseconds => DateTimeOffset.FromUnixTimeMilliseconds(number),
            _ => null,
        };
    }
}
