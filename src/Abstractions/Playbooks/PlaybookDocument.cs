using System.Text.Json;
using System.Text.Json.Nodes;

namespace OutletBot.Playbooks;

/// <summary>A playbook's JSON, laid over that of the playbook it extends.</summary>
internal static class PlaybookDocument
{
    private const int Deepest = 5;

    private static readonly JsonDocumentOptions Json = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    /// <summary>The whole document; null, and a fault, when it cannot be read.</summary>
    public static JsonObject? Load(string nameOrPath, PlaybookFaults faults, int depth = 0)
    {
        if (Text(nameOrPath) is not { } text)
        {
            faults.Add("", $"'{nameOrPath}' is neither a file nor a playbook that is built in ({string.Join(", ", PlaybookSource.BuiltIns)})", "dental-clinic");
            return null;
        }

        if (Parse(text, faults) is not { } own || !TakeFacts(own, nameOrPath, faults)) return null;
        if (own["extends"] is not { } extends) return own;
        if (extends is not JsonValue value || !value.TryGetValue<string>(out var parent) || depth == Deepest)
        {
            faults.Add("extends", depth == Deepest ? "goes in circles" : "is no name of a playbook", "\"extends\": \"agency\"");
            return null;
        }

        var path = PlaybookSource.BuiltIns.Contains(parent) ? parent : Path.Combine(Path.GetDirectoryName(nameOrPath) ?? "", parent);
        return Load(path, faults, depth + 1) is { } theirs ? Over(own, theirs, faults) : null;
    }

    private static string? Text(string nameOrPath)
    {
        if (PlaybookSource.BuiltIns.Contains(nameOrPath))
        {
            using var stream = typeof(PlaybookDocument).Assembly.GetManifestResourceStream($"playbook.{nameOrPath}.json")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }

        return File.Exists(nameOrPath) ? File.ReadAllText(nameOrPath) : null;
    }

    private static JsonObject? Parse(string text, PlaybookFaults faults)
    {
        try
        {
            if (JsonNode.Parse(text, documentOptions: Json) is JsonObject document) return document;
            faults.Add("", "is no JSON object", "{ \"extends\": \"agency\" }");
        }
        catch (JsonException e)
        {
            faults.Add("", $"is no JSON: {e.Message.TrimEnd('.')}", "{ \"extends\": \"agency\" }");
        }

        return null;
    }

    /// <summary>Puts the text of the facts' file, which stands beside the playbook, where the facts are.</summary>
    private static bool TakeFacts(JsonObject document, string nameOrPath, PlaybookFaults faults)
    {
        if (document["businessFactsFile"] is not { } file) return true;
        var path = Path.Combine(Path.GetDirectoryName(nameOrPath) ?? "", file.ToString());
        if (!File.Exists(path))
        {
            faults.Add("businessFactsFile", $"'{path}' does not exist", "\"businessFactsFile\": \"facts.md\"");
            return false;
        }

        document.Remove("businessFactsFile");
        document["businessFacts"] = File.ReadAllText(path);
        return true;
    }

    private static JsonObject Over(JsonObject own, JsonObject theirs, PlaybookFaults faults)
    {
        if (own["fields"] is JsonArray asked) DropLines(theirs, asked);
        foreach (var (name, value) in own)
        {
            switch (name)
            {
                case "extends":
                    break;
                case "tags" or "phrases" when value is JsonObject changes && theirs[name] is JsonObject kept:
                    Merge(changes, kept);
                    break;
                case "fields" when value is JsonArray fields:
                    theirs[name] = Fields(fields, theirs["fields"] as JsonArray ?? [], faults);
                    break;
                default:
                    theirs[name] = value?.DeepClone();
                    break;
            }
        }

        return theirs;
    }

    /// <summary>The questions for fields that are not asked any more are no lines of the playbook.</summary>
    private static void DropLines(JsonObject theirs, JsonArray asked)
    {
        foreach (var dropped in KeysOf(theirs["fields"] as JsonArray ?? []).Except(KeysOf(asked)).Where(key => key.Length > 0))
        {
            var spec = new FieldSpec { Field = new(dropped), Kind = FieldKind.Text };
            foreach (var (_, lines) in theirs["phrases"] as JsonObject ?? [])
            {
                (lines as JsonObject)?.Remove(spec.AskLine);
                (lines as JsonObject)?.Remove(spec.NudgeLine);
            }
        }
    }

    private static IEnumerable<string> KeysOf(JsonArray fields) => fields.Select(field => (field is JsonObject o ? o["key"] : field)?.ToString() ?? "");

    private static void Merge(JsonObject changes, JsonObject kept)
    {
        foreach (var (name, value) in changes)
        {
            if (value is JsonObject inner && kept[name] is JsonObject old) Merge(inner, old);
            else kept[name] = value?.DeepClone();
        }
    }

    /// <summary>A field that is given by its key alone is the one of the playbook that is extended.</summary>
    private static JsonArray Fields(JsonArray own, JsonArray theirs, PlaybookFaults faults)
    {
        var all = new JsonArray();
        foreach (var field in own)
        {
            if (field is not JsonValue key)
            {
                all.Add(field?.DeepClone());
                continue;
            }

            var known = theirs.FirstOrDefault(f => f is JsonObject o && o["key"]?.ToString() == key.ToString());
            if (known is null) faults.Add($"fields[{all.Count}]", $"'{key}' is no field of the playbook that is extended", "\"fields\": [ \"name\", { \"key\": \"treatment\", \"kind\": \"text\" } ]");
            all.Add(known?.DeepClone() ?? new JsonObject { ["key"] = key.ToString() });
        }

        return all;
    }
}
