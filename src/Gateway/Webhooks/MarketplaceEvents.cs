using System.Text.Json;
using OutletBot.Inbox;

namespace OutletBot.Gateway.Webhooks;

/// <summary>Reads GHL's marketplace events. Those that the bot has no use for are ignored, whatever else they hold.</summary>
internal static class MarketplaceEvents
{
    private static readonly string[] OwnSources = ["api", "workflow", "campaign", "bulk_actions"];

    public static WebhookReading Read(JsonFields fields, Arrival arrival)
    {
        var type = fields.Text("type");
        if (type is null)
        {
            fields.Wrong("type", "is required");
            return new WebhookReading.Refuse(fields.Errors);
        }

        return type switch
        {
            "InboundMessage" => LeadMessages.Read(fields, arrival),
            "OutboundMessage" when "inbound".Equals(fields.Word("direction"), StringComparison.OrdinalIgnoreCase) => LeadMessages.Read(fields, arrival),
            "OutboundMessage" => ReadOutbound(fields, arrival),
            "ContactDndUpdate" => ReadDoNotDisturb(fields, arrival),
            "ContactTagUpdate" or "ContactUpdate" => ReadTags(fields, arrival),
            "AppointmentCreate" or "AppointmentUpdate" or "AppointmentDelete" => ReadAppointment(fields, arrival, type),
            _ => new WebhookReading.Ignore("unknown type"),
        };
    }

    /// <summary>Whether a <c>type</c> names a marketplace event (<c>ContactCreate</c>) rather than a kind of message or contact.</summary>
    public static bool IsEventName(string? type) =>
        type is "INSTALL" or "UNINSTALL"
        || (type is { Length: > 2 } && char.IsAsciiLetterUpper(type[0]) && type.All(char.IsAsciiLetter)
            && type.AsSpan(1).ContainsAnyInRange('A', 'Z') && type.AsSpan().ContainsAnyInRange('a', 'z')
            && !type.Equals("WhatsApp", StringComparison.OrdinalIgnoreCase));

    private static WebhookReading ReadOutbound(JsonFields fields, Arrival arrival)
    {
        var source = fields.Word("source");
        var person = "app".Equals(source, StringComparison.OrdinalIgnoreCase)
            || (fields.Word("userId") is not null && !OwnSources.Contains(source, StringComparer.OrdinalIgnoreCase));
        if (!person) return new WebhookReading.Ignore("own outbound echo");

        var channel = MessageChannel.Of(fields);
        if (channel.NotServed is "call" or "voicemail" or "internal comment") return new WebhookReading.Ignore(channel.NotServed);

        var conversation = LeadMessages.ConversationOf(fields, arrival, "contactId", "contact_id");
        // An e-mail's body is HTML: that a person wrote is all the bot needs of it.
        var text = channel.NotServed == "email" ? null : LeadMessages.TextOf(fields, required: false);
        return Event(fields, arrival, InboxEventKind.PersonMessage, conversation, fields.Key("messageId", "emailMessageId", "id")) is not { } inboxEvent
            ? new WebhookReading.Refuse(fields.Errors)
            : new WebhookReading.Accept([inboxEvent with { Text = LeadMessages.Shorten(text ?? ""), Channel = channel.Channel }]);
    }

    private static WebhookReading ReadDoNotDisturb(JsonFields fields, Arrival arrival)
    {
        var conversation = LeadMessages.ConversationOf(fields, arrival, "id", "contactId");
        var global = fields.Find("dnd");
        if (global is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) }) fields.Wrong("dnd", "must be true or false");
        if (global is null && fields.Find("dndSettings") is null) fields.Wrong("dnd", "is required");

        var on = global is { ValueKind: JsonValueKind.True } || Blocks(fields, "SMS") || Blocks(fields, "WhatsApp");
        return Event(fields, arrival, InboxEventKind.DoNotDisturb, conversation, messageId: null) is not { } inboxEvent
            ? new WebhookReading.Refuse(fields.Errors)
            : new WebhookReading.Accept([inboxEvent with { Detail = on ? "on" : "off" }]);
    }

    /// <summary>The switching tags among the contact's. Contacts without one are many, and not for the bot.</summary>
    private static WebhookReading ReadTags(JsonFields fields, Arrival arrival)
    {
        string[] switches = [.. TagsOf(fields).Intersect(arrival.SwitchTags, StringComparer.OrdinalIgnoreCase).Select(tag => tag.ToLowerInvariant())];
        if (switches.Length == 0) return new WebhookReading.Ignore("no tag for the bot");

        var conversation = LeadMessages.ConversationOf(fields, arrival, "id", "contactId");
        return Event(fields, arrival, InboxEventKind.TagsChanged, conversation, messageId: null) is not { } inboxEvent
            ? new WebhookReading.Refuse(fields.Errors)
            : new WebhookReading.Accept([inboxEvent with { Detail = string.Join(',', switches) }]);
    }

    private static string[] TagsOf(JsonFields fields) => fields.Find("tags") switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()!.Trim())],
        { ValueKind: JsonValueKind.String } line => line.GetString()!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        _ => [],
    };

    private static WebhookReading ReadAppointment(JsonFields fields, Arrival arrival, string type)
    {
        if (fields.Find("appointment") is not { ValueKind: JsonValueKind.Object }) fields.Wrong("appointment", "must be an object");
        var conversation = LeadMessages.ConversationOf(fields, arrival, "appointment.contactId", "contactId");
        var id = fields.Key("appointment.id");
        if (id is null) fields.Wrong("appointment.id", "is required");
        var change = new AppointmentChange(
            id ?? "",
            fields.Key("appointment.calendarId"),
            fields.Key("appointment.appointmentStatus", "appointment.appoinmentStatus"),
            fields.Time("appointment.startTime"),
            Deleted: type == "AppointmentDelete");
        return Event(fields, arrival, InboxEventKind.AppointmentChanged, conversation, messageId: null) is not { } inboxEvent
            ? new WebhookReading.Refuse(fields.Errors)
            : new WebhookReading.Accept([inboxEvent with { Detail = JsonSerializer.Serialize(change) }]);
    }

    /// <summary>The event, or null when a field was wrong.</summary>
    private static InboxEvent? Event(JsonFields fields, Arrival arrival, InboxEventKind kind, ConversationId conversation, string? messageId)
    {
        var webhookId = fields.Key("webhookId");
        if (!fields.Sound) return null;
        return new()
        {
            Kind = kind,
            Conversation = conversation,
            MessageId = messageId ?? webhookId ?? EventIds.New(arrival.At),
            WebhookId = webhookId,
            // Two changes within seconds are two changes, even when the provider numbers neither.
            HasProviderId = messageId is not null || webhookId is not null || kind is not InboxEventKind.PersonMessage,
            SentAt = arrival.Believed(kind == InboxEventKind.PersonMessage ? fields.Time("dateAdded", "timestamp") : fields.Time("timestamp")),
            ReceivedAt = arrival.At,
            TraceParent = arrival.TraceParent,
        };
    }

    // GHL's "active" means that do-not-disturb is on.
    private static bool Blocks(JsonFields fields, string channel) => fields.Word($"dndSettings.{channel}.status") is "active" or "permanent";
}
