using System.Text.Json.Nodes;

namespace OutletBot.Playbooks;

/// <summary>Values of a playbook's JSON; what has another type is a fault and reads as absent.</summary>
internal static class PlaybookJson
{
    /// <summary>A text; null when it is absent or blank.</summary>
    public static string? Text(this JsonObject o, string key, string path, PlaybookFaults faults)
    {
        if (o[key] is not { } node) return null;
        if (node is JsonValue value && value.TryGetValue<string>(out var text)) return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        faults.Add(path.Length == 0 ? key : $"{path}.{key}", "is no text", $"\"{key}\": \"…\"");
        return null;
    }

    /// <summary>An object; null when it is absent.</summary>
    public static JsonObject? Part(this JsonObject o, string key, PlaybookFaults faults, string path = "")
    {
        if (o[key] is not { } node) return null;
        if (node is JsonObject part) return part;
        faults.Add($"{path}{key}", "is no object", $"\"{key}\": {{ … }}");
        return null;
    }

    /// <summary>Texts, none of them blank; one alone may stand without brackets.</summary>
    public static IReadOnlyList<string> Texts(this JsonObject o, string key, string path, PlaybookFaults faults, bool mayBeEmpty = true)
    {
        var nodes = o[key] switch
        {
            null => [],
            JsonArray array => array.ToList(),
            var one => [one],
        };
        List<string> texts = [.. nodes.Select(node => node is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : "")];
        if (texts.Contains("") || (texts.Count == 0 && !mayBeEmpty)) faults.Add($"{path}{key}", "must hold texts, none of them empty", $"\"{key}\": [ \"…\" ]");
        return texts;
    }
}
