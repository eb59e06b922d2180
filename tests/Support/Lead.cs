using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OutletBot.Support;

/// <summary>A person with a phone who writes to the bot, and the record that GHL keeps of them.</summary>
public sealed class Lead(Site site, string id, string locationId)
{
    /// <summary>The lead that is qualified and booked in seven messages.</summary>
    public static readonly IReadOnlyList<string> Script =
    [
        "Hola", "soy Carlos, tengo un restaurante", "no me llegan clientes entre semana", "llenar las mesas", "unos quinientos al mes",
        "carlos@restaurante.mx", "el segundo",
    ];

    private static int phones = 5_550_100;

    /// <summary>GHL's contact.</summary>
    public string Id => id;

    /// <summary>GHL's sub-account.</summary>
    public string LocationId => locationId;

    /// <summary>A number that belongs to nobody.</summary>
    public string Phone { get; } = $"+1512{Interlocked.Increment(ref phones).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Writes, and sees the webhook acknowledged. Returns the message's id.</summary>
    public async Task<string> SayAsync(string text)
    {
        var messageId = await TypeAsync(text);
        using var answer = await PostAsync(messageId, text);
        if (answer.StatusCode != HttpStatusCode.Accepted)
            throw new InvalidOperationException($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}\n{site.Output}");
        return messageId;
    }

    /// <summary>Writes, so that GHL has the message, but its webhook is not sent yet.</summary>
    public async Task<string> TypeAsync(string text)
    {
        var typed = await site.ControlAsync(HttpMethod.Post, $"leads/{id}/messages", new { text, locationId, deliver = false });
        return (string)typed["messages"]![0]!["messageId"]!;
    }

    /// <summary>Sends the webhook of a message.</summary>
    public Task<HttpResponseMessage> PostAsync(string messageId, string text) =>
        site.Http.PostAsJsonAsync("/webhook/meta-lead", new { contactId = id, message = text, locationId, id = messageId, phone = Phone });

    /// <summary>Says everything of the script from message <paramref name="from"/> on, each after the answer to the one before.</summary>
    public async Task PlayAsync(int from = 1)
    {
        for (var at = from; at <= Script.Count; at++) await ConverseAsync(at);
    }

    /// <summary>Says message number <paramref name="number"/> of the script and waits for its answer.</summary>
    public async Task<string> ConverseAsync(int number)
    {
        await SayAsync(Script[number - 1]);
        return await HearsAsync(number);
    }

    /// <summary>Waits for the bot's message number <paramref name="number"/>, from 1.</summary>
    public async Task<string> HearsAsync(int number, int seconds = 40)
    {
        IReadOnlyList<string> heard = [];
        await Eventually.TrueAsync(
            async () => (heard = await HeardAsync()).Count >= number,
            TimeSpan.FromSeconds(seconds),
            () => $"Message {number} never came, only: {string.Join(" | ", heard)}\n{site.Output}");
        return heard[number - 1];
    }

    /// <summary>What the bot has sent so far.</summary>
    public async Task<IReadOnlyList<string>> HeardAsync() =>
        [.. (await RecordAsync())["messages"]!.AsArray().Where(m => (string)m!["direction"]! == "outbound" && (string)m["source"]! == "api").Select(m => (string)m!["body"]!)];

    /// <summary>Waits until GHL's record is as expected, for what is written after the reply.</summary>
    public async Task<JsonObject> RecordAsync(Func<JsonObject, bool> asExpected)
    {
        var record = new JsonObject();
        await Eventually.TrueAsync(
            async () => asExpected(record = await RecordAsync()), TimeSpan.FromSeconds(40), () => $"GHL's record stays {record.ToJsonString()}\n{site.Output}");
        return record;
    }

    /// <summary>GHL's record.</summary>
    public Task<JsonObject> RecordAsync() => site.ControlAsync(HttpMethod.Get, $"leads/{id}");

    /// <summary>Sets a fault of GHL that strikes this lead's location alone.</summary>
    public Task<JsonObject> StrikeAsync(string kind, string? pathContains = null, string? method = null, int? times = null) =>
        site.ControlAsync(HttpMethod.Post, "faults", new { id = $"fault-{locationId}", target = "ghl", locationId, kind, pathContains, method, times });

    /// <summary>Takes the fault away.</summary>
    public Task<JsonObject> HealAsync() => site.ControlAsync(HttpMethod.Delete, $"faults/fault-{locationId}");
}
