using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutletBot.Replay;

/// <summary>The replay as JSON: a conversation each, with its turns then and now.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Write(string file, string brain, IEnumerable<ReplayedConversation> played) => File.WriteAllText(file, JsonSerializer.Serialize(new
    {
        brain,
        conversations = played.Select(one => new
        {
            conversation = one.Id.ToString(),
            one.FromTranscript,
            one.AssumedTimes,
            one.Changed,
            outcome = new { then = one.Then.Stage, now = one.Now.Stage },
            costUsd = new { then = one.CostThen, now = one.CostNow },
            one.WritesKept,
            turns = one.Turns,
        }),
    }, Options));
}
