using System.Text.Json;
using OutletBot.Inbox;

namespace OutletBot.Gateway.Webhooks;

/// <summary>Reads Meta's <c>leadgen</c> notifications: batches of pointers to leads, without any personal data.</summary>
internal static class FormLeads
{
    private const int LongestId = 32;

    public static WebhookReading Read(JsonElement root, Arrival arrival)
    {
        var fields = new JsonFields(root);
        var events = new List<InboxEvent>();
        foreach (var (entry, entryPath) in Items(root, "entry", "entry", fields))
            foreach (var (change, path) in Items(entry, "changes", $"{entryPath}.changes", fields))
                if (new JsonFields(change).Word("field") == "leadgen" && Read(change, path, fields, arrival) is { } lead)
                    events.Add(lead);

        // Meta sends a batch that was refused again as it is, and drops it after 36 hours: a part that we cannot read must not cost the others.
        if (events.Count > 0) return new WebhookReading.Accept(events) { LeftOut = [.. fields.Errors.Keys] };
        return fields.Sound ? new WebhookReading.Ignore("no leadgen change") : new WebhookReading.Refuse(fields.Errors);
    }

    private static InboxEvent? Read(JsonElement change, string path, JsonFields fields, Arrival arrival)
    {
        var value = new JsonFields(change);
        if (IdOf(value.Find("value.leadgen_id")) is not { } id)
        {
            fields.Wrong($"{path}.value.leadgen_id", $"must be a number of at most {LongestId} digits, as such or as a string");
            return null;
        }

        if (arrival.DefaultLocation is null)
        {
            fields.Wrong("locationId", "is not part of Meta's notification, and no default location is configured (Crm:LocationId)");
            return null;
        }

        return new()
        {
            Kind = InboxEventKind.FormLead,
            Conversation = new(arrival.DefaultLocation, $"meta:{id}"),
            MessageId = id,
            HasProviderId = true,
            Detail = id,
            SentAt = arrival.Believed(value.Time("value.created_time")),
            ReceivedAt = arrival.At,
            TraceParent = arrival.TraceParent,
        };
    }

    // Meta's ids exceed what a double holds: the digits are taken as they stand.
    private static string? IdOf(JsonElement? id)
    {
        var text = id switch
        {
            { ValueKind: JsonValueKind.String } value => value.GetString(),
            { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
            _ => null,
        };
        return text is { Length: > 0 and <= LongestId } && text.All(char.IsAsciiDigit) ? text : null;
    }

    private static IEnumerable<(JsonElement Item, string Path)> Items(JsonElement parent, string name, string path, JsonFields fields)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            fields.Wrong(path, "must be an array");
            yield break;
        }

        foreach (var (i, item) in list.EnumerateArray().Index())
            yield return (item, $"{path}[{i}]");
    }
}
