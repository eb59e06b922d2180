using System.Text.Json;
using System.Text.Json.Nodes;
using OutletBot.Simulator.Crm;
using OutletBot.Simulator.Ghl;

namespace OutletBot.Simulator.Phone;

/// <summary>What is wrong with an event, on purpose.</summary>
internal sealed record EventDefects(bool WithoutMessageId = false, bool BadSignature = false, bool OldTimestamp = false);

/// <summary>Posts GHL's marketplace events, signed with the simulator's key.</summary>
internal sealed class EventPost(World world, WebhookPost webhooks, SimulatorKeys keys)
{
    private const string App = "5ebd5e2f0c9d4a2f9b1f7f10";

    /// <summary>An <c>InboundMessage</c> or <c>OutboundMessage</c>, by the message's direction.</summary>
    public Webhook Compose(SimContact contact, SimMessage message, EventDefects defects, string retry = "429", TimeSpan delay = default)
    {
        var body = new JsonObject
        {
            ["type"] = message.Inbound ? "InboundMessage" : "OutboundMessage",
            ["locationId"] = contact.LocationId,
            ["versionId"] = App,
            ["appId"] = App,
            ["attachments"] = new JsonArray(),
            ["body"] = message.Body,
            ["contactId"] = contact.Id,
            ["contentType"] = "text/plain",
            ["conversationId"] = contact.ConversationId,
            ["dateAdded"] = ContactBody.Stamp(message.At),
            ["direction"] = message.Inbound ? "inbound" : "outbound",
            ["messageType"] = message.Type,
            ["messageTypeId"] = message.TypeNumber,
            ["messageTypeString"] = message.TypeName,
            ["status"] = "delivered",
            ["from"] = message.Inbound ? contact.Phone : "+15125550100",
            ["to"] = message.Inbound ? "+15125550100" : contact.Phone,
        };
        if (!defects.WithoutMessageId)
            body["messageId"] = message.Id;
        if (!message.Inbound)
            body["source"] = message.Source;
        if (message.UserId is { } user)
            body["userId"] = user;
        return Sign(body, contact, defects, message.Id, retry, delay);
    }

    /// <summary>Posts a message's event without waiting for the answer.</summary>
    public void Message(SimContact contact, SimMessage message) => _ = webhooks.PostAsync(Compose(contact, message, new EventDefects()));

    public Task<Delivery> DndAsync(SimContact contact)
    {
        JsonObject body;
        lock (world.Gate)
            body = ContactBody.Write(contact);
        body["type"] = "ContactDndUpdate";
        return webhooks.PostAsync(Sign(body, contact, new EventDefects(), contact.Id));
    }

    public Task<Delivery> AppointmentAsync(SimContact contact, SimAppointment one, string type = "AppointmentUpdate")
    {
        var body = new JsonObject
        {
            ["type"] = type,
            ["locationId"] = one.LocationId,
            ["appointment"] = new JsonObject
            {
                ["id"] = one.Id,
                ["title"] = one.Title,
                ["calendarId"] = one.CalendarId,
                ["contactId"] = one.ContactId,
                ["appointmentStatus"] = one.Status,
                ["assignedUserId"] = one.AssignedUserId,
                ["startTime"] = one.Start.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
                ["endTime"] = one.End.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
                ["source"] = "calendar_page",
            },
        };
        return webhooks.PostAsync(Sign(body, contact, new EventDefects(), one.Id));
    }

    private Webhook Sign(JsonObject body, SimContact contact, EventDefects defects, string id, string retry = "429", TimeSpan delay = default)
    {
        body["timestamp"] = ContactBody.Stamp(defects.OldTimestamp ? world.Now - TimeSpan.FromMinutes(30) : world.Now);
        body["webhookId"] = world.Ids.NextGuid();
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, Json.Options);
        var signature = keys.Sign(bytes);
        var webhook = new Webhook(webhooks.EventsUrl, bytes, contact.LocationId, contact.Id, id) { Retry = retry, Delay = delay };
        webhook.Headers["X-GHL-Signature"] = defects.BadSignature ? Convert.ToBase64String(new byte[64]) : signature;
        return webhook;
    }
}
