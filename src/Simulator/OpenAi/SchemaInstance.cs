using System.Text.Json.Nodes;

namespace OutletBot.Simulator.OpenAi;

/// <summary>The plainest instance of a JSON schema: null where allowed, the first enum value, empty arrays.</summary>
internal static class SchemaInstance
{
    // A schema that refers to itself without end has no finite instance.
    private const int Deepest = 32;

    public static JsonNode? Of(JsonObject schema) => Of(schema, schema, 0);

    private static JsonNode? Of(JsonObject schema, JsonObject root, int depth)
    {
        if (depth > Deepest)
            return null;
        if (schema.Text("$ref") is { } reference)
            return Resolve(root, reference) is { } target ? Of(target, root, depth + 1) : null;
        if (schema.ContainsKey("const"))
            return schema["const"]?.DeepClone();

        var types = Types(schema);
        if (types.Contains("null") || (schema["enum"] is JsonArray choices && choices.Any(choice => choice is null)))
            return null;
        if (schema["enum"] is JsonArray { Count: > 0 } values)
            return values[0]?.DeepClone();
        if ((schema["anyOf"] ?? schema["oneOf"]) is JsonArray options)
            return options.OfType<JsonObject>().Any(option => Types(option).Contains("null")) ? null : Of(options.OfType<JsonObject>().First(), root, depth + 1);
        if (schema["properties"] is JsonObject properties)
            return new JsonObject(properties.Select(one => KeyValuePair.Create(one.Key, one.Value is JsonObject property ? Of(property, root, depth + 1) : null)));

        return (types.Count > 0 ? types[0] : null) switch
        {
            "object" => new JsonObject(),
            "array" => Array(schema, root, depth),
            "integer" or "number" => schema["minimum"]?.DeepClone() ?? 0,
            "boolean" => false,
            _ => new string('x', schema.Number("minLength") ?? 0),
        };
    }

    public static IReadOnlyList<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => [.. several.OfType<JsonValue>().Select(type => type.ToString())],
        JsonValue one => [one.ToString()],
        _ => schema["anyOf"] is JsonArray options ? [.. options.OfType<JsonObject>().SelectMany(Types)] : [],
    };

    private static JsonArray Array(JsonObject schema, JsonObject root, int depth)
    {
        var items = schema["items"] as JsonObject ?? [];
        return new JsonArray([.. Enumerable.Range(0, schema.Number("minItems") ?? 0).Select(_ => Of(items, root, depth + 1))]);
    }

    private static JsonObject? Resolve(JsonObject root, string reference)
    {
        JsonNode? at = root;
        foreach (var step in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            at = (at as JsonObject)?[step];
        return at as JsonObject;
    }
}
