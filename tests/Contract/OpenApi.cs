using System.Text.Json.Nodes;
using System.Web;

namespace OutletBot.Contract;

/// <summary>The vendor's OpenAPI files, and what a request violates of them.</summary>
internal sealed class OpenApi(string folder)
{
    public const string Variable = "OUTLETBOT_GHL_OPENAPI";

    // The specification requires them, working integrations send neither: GHL takes messages without.
    private static readonly HashSet<string> NotNeeded = ["POST /conversations/messages status", "POST /conversations/messages subType"];

    private readonly JsonObject[] _documents = [.. new[] { "contacts", "conversations", "calendars", "locations" }
        .Select(name => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, name + ".json")))!.AsObject())];

    public static OpenApi? Find() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? new OpenApi(folder) : null;

    public IReadOnlyList<string> Violations(Captured request)
    {
        var segments = request.Url.AbsolutePath.Split('/');
        // Among the templates that fit, the one with the most literal segments is meant.
        var found = _documents
            .SelectMany(document => document["paths"]!.AsObject().Select(path => (document, template: path.Key, operation: path.Value![request.Method.ToLowerInvariant()])))
            .Where(path => path.operation is not null && Fits(path.template.Split('/'), segments))
            .OrderBy(path => path.template.Count(c => c == '{'))
            .FirstOrDefault();
        if (found.operation is null)
            return [$"{request.Line} is not documented"];

        var wrong = new List<string>();
        var parameters = found.operation["parameters"]?.AsArray().Select(p => p!).ToArray() ?? [];
        var versions = parameters.Single(p => (string?)p["name"] == "Version")["schema"]!["enum"]!.AsArray().Select(v => (string?)v);
        if (!versions.Contains(request.Version))
            wrong.Add($"Version {request.Version} is not documented");

        var sent = HttpUtility.ParseQueryString(request.Url.Query).AllKeys.OfType<string>().ToHashSet();
        var known = parameters.Where(p => (string?)p["in"] == "query").ToArray();
        wrong.AddRange(sent.Except(known.Select(p => (string)p["name"]!)).Select(name => $"query {name} is unknown"));
        wrong.AddRange(known.Where(p => (bool?)p["required"] is true && !sent.Contains((string)p["name"]!)).Select(p => $"query {p["name"]} is missing"));

        var schema = found.operation["requestBody"]?["content"]?["application/json"]?["schema"];
        if (schema is null && request.Body.Length > 0)
            wrong.Add("no body is documented");
        else if (schema is not null)
            Check(found.document, schema, request.Body.Length > 0 ? JsonNode.Parse(request.Body) : null, "body", $"{request.Method} {found.template}", wrong);
        return wrong;
    }

    private static bool Fits(string[] template, string[] path) =>
        template.Length == path.Length && template.Zip(path).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);

    private static void Check(JsonObject document, JsonNode schema, JsonNode? value, string at, string operation, List<string> wrong)
    {
        if ((string?)schema["$ref"] is { } reference)
            schema = reference["#/".Length..].Split('/').Aggregate((JsonNode)document, (node, part) => node[part]!);
        if (schema["anyOf"] is JsonArray choices)
        {
            var attempts = choices.Select(choice =>
            {
                var errors = new List<string>();
                Check(document, choice!, value, at, operation, errors);
                return errors;
            }).ToArray();
            if (attempts.All(errors => errors.Count > 0))
                wrong.AddRange(attempts[0]);
            return;
        }

        if (!IsOf((string?)schema["type"], value, at))
            wrong.Add($"{at} is no {schema["type"]}");
        if (schema["enum"] is JsonArray allowed && !allowed.Any(a => JsonNode.DeepEquals(a, value)))
            wrong.Add($"{at} is none of the documented values");
        if (value is JsonArray items && schema["items"] is { } item)
            foreach (var element in items)
                Check(document, item, element, at + "[]", operation, wrong);
        if (value is not JsonObject body)
            return;

        var properties = schema["properties"]?.AsObject() ?? [];
        foreach (var required in schema["required"]?.AsArray().Select(r => (string)r!) ?? [])
            if (!body.ContainsKey(required) && !NotNeeded.Contains($"{operation} {required}"))
                wrong.Add($"{at}.{required} is missing");
        foreach (var (name, inner) in body)
            if (properties[name] is { } known)
                Check(document, known, inner, $"{at}.{name}", operation, wrong);
            else
                wrong.Add($"{at}.{name} is unknown");
    }

    private static bool IsOf(string? type, JsonNode? value, string at) => type switch
    {
        "string" => value?.GetValueKind() == System.Text.Json.JsonValueKind.String,
        "number" or "integer" => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number,
        "boolean" => value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        "array" => value is JsonArray,
        // Numeric and monetary fields are written down as objects, with numbers as their examples.
        "object" => value is JsonObject || (at.EndsWith(".field_value", StringComparison.Ordinal) && value is not null),
        _ => true,
    };
}
