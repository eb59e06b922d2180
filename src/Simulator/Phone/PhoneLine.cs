using System.Text.Json;
using Microsoft.Extensions.Options;
using OutletBot.Simulator.Crm;
using OutletBot.Simulator.Ledger;

namespace OutletBot.Simulator.Phone;

/// <summary>What a lead types, and how the bot comes to hear of it.</summary>
internal sealed record LeadMessages
{
    /// <summary>One message; or several in <see cref="Texts"/>.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<string>? Texts { get; init; }

    /// <summary>Whether the text is spoken: the message is a recording.</summary>
    public bool Spoken { get; init; }

    /// <summary>The location of a contact that is not known yet.</summary>
    public string? LocationId { get; init; }

    /// <summary><c>workflow</c>: GHL's workflow payload with the bearer secret; <c>event</c>: a signed marketplace event.</summary>
    public string Style { get; init; } = "workflow";

    /// <summary>Channel: <c>WhatsApp</c> or <c>SMS</c>.</summary>
    public string Type { get; init; } = "WhatsApp";

    /// <summary>Deliveries of each message.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>Whether several messages are delivered last first.</summary>
    public bool Reorder { get; init; }

    /// <summary>Milliseconds before the delivery.</summary>
    public int DelayMs { get; init; }

    public bool WithoutMessageId { get; init; }

    public bool BadSignature { get; init; }

    public bool OldTimestamp { get; init; }

    /// <summary>Whether the bot is told at all: a webhook can be lost.</summary>
    public bool Deliver { get; init; } = true;

    /// <summary><c>429</c>, <c>any</c> or <c>none</c>: see <see cref="Webhook.Retry"/>.</summary>
    public string Retry { get; init; } = "429";
}

/// <summary>A message that was typed and the fate of its webhooks.</summary>
internal sealed record Typed(string MessageId, string Text, IReadOnlyList<Delivery> Deliveries);

/// <summary>Lets leads write.</summary>
internal sealed class PhoneLine(IOptions<SimulatorOptions> options, World world, WebhookPost webhooks, EventPost events, EventLedger ledger)
{
    /// <param name="contact">Who writes.</param>
    /// <param name="typed">What, and how it travels.</param>
    /// <param name="host">The simulator's own address, where recordings are read from.</param>
    public async Task<IReadOnlyList<Typed>> TypeAsync(SimContact contact, LeadMessages typed, string host)
    {
        List<(SimMessage Message, List<Webhook> Webhooks)> written = [];
        foreach (var text in typed.Texts ?? [typed.Text ?? ""])
        {
            SimMessage message;
            lock (world.Gate)
                message = typed.Spoken ? world.Record(contact, text, typed.Type, $"{host}{RecordingsApi.Folder}") : world.Write(contact, inbound: true, text, typed.Type, "app");
            ledger.Add("inbound", contact.LocationId, contact.Id, message.Id, text, typed.Style);
            var webhook = typed.Style == "event"
                ? events.Compose(contact, message, new EventDefects(typed.WithoutMessageId, typed.BadSignature, typed.OldTimestamp), typed.Retry, TimeSpan.FromMilliseconds(typed.DelayMs))
                : Workflow(contact, message, typed);
            written.Add((message, typed.Deliver ? [.. Enumerable.Repeat(webhook, Math.Clamp(typed.Copies, 1, 20))] : []));
        }

        if (typed.Reorder)
            written.Reverse();

        List<Typed> fates = [];
        foreach (var (message, copies) in written)
            fates.Add(new Typed(message.Id, message.Body, await Task.WhenAll(copies.Select(webhooks.PostAsync))));
        return fates;
    }

    private Webhook Workflow(SimContact contact, SimMessage message, LeadMessages typed)
    {
        var body = new Dictionary<string, object?>
        {
            ["contactId"] = contact.Id,
            ["message"] = message.Body,
            ["locationId"] = contact.LocationId,
            ["conversationId"] = contact.ConversationId,
        };
        if (contact.Phone is { } phone)
            body["phone"] = phone;
        if (message.Attachments.Count > 0)
            body["attachments"] = message.Attachments;
        if (!typed.WithoutMessageId)
            body["id"] = message.Id;
        var webhook = new Webhook(webhooks.WebhookUrl, JsonSerializer.SerializeToUtf8Bytes(body, Json.Options), contact.LocationId, contact.Id, message.Id)
        {
            Retry = typed.Retry,
            Delay = TimeSpan.FromMilliseconds(typed.DelayMs),
        };
        if (typed.BadSignature)
            webhook.Headers["Authorization"] = "Bearer wrong";
        else if (!string.IsNullOrEmpty(options.Value.WebhookSecret))
            webhook.Headers["Authorization"] = $"Bearer {options.Value.WebhookSecret}";
        return webhook;
    }
}
