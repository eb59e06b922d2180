using System.Text.Json.Nodes;

namespace OutletBot.Simulator.OpenAi;

/// <summary>OpenAI's rules for a strict schema.</summary>
internal static class StrictSchema
{
    /// <summary>What is wrong with <c>response_format.json_schema</c>; null when nothing is.</summary>
    public static string? Fault(JsonObject? wrapper)
    {
        if (wrapper is null)
            return "Missing required parameter: 'response_format.json_schema'.";
        if (string.IsNullOrEmpty(wrapper.Text("name")))
            return "Missing required parameter: 'response_format.json_schema.name'.";
        if (!wrapper.Flag("strict"))
            return "The simulator takes strict schemas only: 'response_format.json_schema.strict' must be true.";
        if (wrapper["schema"] is not JsonObject schema)
            return "Missing required parameter: 'response_format.json_schema.schema'.";
        if (schema.Text("type") != "object")
            return $"Invalid schema for response_format '{wrapper.Text("name")}': schema must be a JSON Schema of 'type: \"object\"'.";
        return Fault(schema, "()") is { } wrong ? $"Invalid schema for response_format '{wrapper.Text("name")}': {wrong}" : null;
    }

    private static string? Fault(JsonObject schema, string path)
    {
        if (schema["properties"] is JsonObject properties)
        {
            if (schema["additionalProperties"] is not JsonValue closed || !closed.TryGetValue<bool>(out var open) || open)
                return $"In context={path}, 'additionalProperties' is required to be supplied and to be false.";

            var required = schema.Texts("required").ToHashSet(StringComparer.Ordinal);
            foreach (var (name, property) in properties)
            {
                if (!required.Contains(name))
                    return $"In context={path}, 'required' is required to be supplied and to be an array including every key in properties. Missing '{name}'.";
                if (property is JsonObject one && Fault(one, $"{path}.{name}") is { } wrong)
                    return wrong;
            }
        }

        return schema["items"] is JsonObject items ? Fault(items, $"{path}[]") : null;
    }
}
