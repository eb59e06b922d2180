using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OutletBot.Simulator.Crm;

namespace OutletBot.Simulator.OpenAi;

/// <summary>Answers chat completions: any strict schema gets a valid instance, the schema <c>turn</c> a sensible one.</summary>
internal sealed class ChatCompletions(World world)
{
    // Prefixes shorter than this are not cached by OpenAI; what is cached counts in steps.
    private const int CachedFrom = 1024;
    private const int CachedStep = 128;
    private readonly ConcurrentDictionary<int, bool> prefixes = new();

    public Answer Answer(string? authorization, JsonObject? body, string? fault)
    {
        if (authorization is null || !authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || authorization.Length <= "Bearer ".Length)
            return new Answer(401, OpenAiErrors.ForStatus(401));
        if (fault == "quota")
            return OpenAiErrors.NoQuota();
        if (body is null)
            return OpenAiErrors.Invalid("We could not parse the JSON body of your request.", null);
        if (string.IsNullOrEmpty(body.Text("model")))
            return OpenAiErrors.Invalid("you must provide a model parameter", "model");
        if (body["messages"] is not JsonArray { Count: > 0 } messages || messages.Any(one => one is not JsonObject message || message.Text("role") is null))
            return OpenAiErrors.Invalid("Invalid 'messages': a non-empty array of messages is required.", "messages");
        if (body.Flag("stream"))
            return OpenAiErrors.Invalid("Streaming is not simulated.", "stream");

        var prompt = messages.OfType<JsonObject>().Select(message => new PromptMessage(message.Text("role")!, ContentOf(message))).ToList();
        string content;
        if (body["response_format"] is JsonObject format && format.Text("type") == "json_schema")
        {
            var wrapper = format["json_schema"] as JsonObject;
            if (StrictSchema.Fault(wrapper) is { } wrong)
                return OpenAiErrors.Invalid(wrong, "response_format");
            var schema = (JsonObject)wrapper!["schema"]!;
            content = wrapper.Text("name") == "turn" ? TurnAnswer.Compose(schema, prompt) : SchemaInstance.Of(schema)!.ToJsonString(Json.Options);
        }
        else
        {
            content = "Hola, soy María.";
        }

        return Completion.Of(world, body.Text("model")!, prompt, content, fault, Cached(prompt[0]));
    }

    private static string ContentOf(JsonObject message) => message["content"] switch
    {
        JsonArray parts => string.Concat(parts.OfType<JsonObject>().Select(part => part.Text("text"))),
        JsonValue value => value.ToString(),
        _ => "",
    };

    private int Cached(PromptMessage first)
    {
        var tokens = first.Tokens;
        if (prefixes.Count > 10_000)
            prefixes.Clear();
        return prefixes.TryAdd(string.GetHashCode(first.Content, StringComparison.Ordinal), true) || tokens < CachedFrom ? 0 : tokens / CachedStep * CachedStep;
    }
}

/// <summary>A message of the prompt.</summary>
internal sealed record PromptMessage(string Role, string Content)
{
    /// <summary>Roughly: four characters each.</summary>
    public int Tokens => (Content.Length / 4) + 4;
}
