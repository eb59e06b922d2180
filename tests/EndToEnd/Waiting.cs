using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OutletBot.EndToEnd;

internal static class Waiting
{
    /// <summary>Waits until every committed event is handled: what has not happened by then never will.</summary>
    public static Task HandledAsync(this Site site, int seconds = 40)
    {
        var waiting = new JsonObject();
        return Eventually.TrueAsync(
            async () => (long)(waiting = (await site.Http.GetFromJsonAsync<JsonObject>("/api/inbox"))!)["count"]! == 0,
            TimeSpan.FromSeconds(seconds),
            () => $"Events stay unhandled: {waiting.ToJsonString()}\n{site.Output}");
    }

    /// <summary>GHL's requests about a lead.</summary>
    public static async Task<IEnumerable<JsonNode?>> RequestsAsync(this Lead lead, Site site) =>
        (await site.ControlAsync(HttpMethod.Get, "requests"))["requests"]!.AsArray().Where(r => (string?)r!["locationId"] == lead.LocationId);
}
