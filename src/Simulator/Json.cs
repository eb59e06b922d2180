using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OutletBot.Simulator;

/// <summary>JSON as the vendors write it.</summary>
internal static class Json
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonNode? Node(object? value) => value as JsonNode ?? JsonSerializer.SerializeToNode(value, Options);

    /// <summary>The property as text; numbers as they stand; null when absent, null or no scalar.</summary>
    public static string? Text(this JsonObject body, string name) => body[name] switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value => value.ToJsonString(),
        _ => null,
    };

    public static bool Flag(this JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    public static int? Number(this JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    public static IEnumerable<string> Texts(this JsonObject body, string name) =>
        body[name] is JsonArray items ? items.OfType<JsonValue>().Select(item => item.ToString()) : [];

    /// <summary>Reads a request's body; empty when there is none; null when it is not a JSON object.</summary>
    public static async Task<JsonObject?> ReadObjectAsync(HttpRequest request)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && !request.Headers.ContainsKey("Transfer-Encoding") && request.Protocol != "HTTP/2"))
            return [];

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        if (buffer.Length == 0)
            return [];

        try
        {
            return JsonNode.Parse(buffer.ToArray()) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static IResult Result(object? body, int status = 200) => Results.Json(body, Options, statusCode: status);
}
