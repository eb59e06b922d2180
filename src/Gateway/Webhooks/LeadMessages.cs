using System.Text.Json;
using OutletBot.Inbox;

namespace OutletBot.Gateway.Webhooks;

/// <summary>
/// Reads a lead's message, whichever shape it comes in: the contract's own, GHL's standard workflow payload, or an
/// <c>InboundMessage</c> event.
/// </summary>
internal static class LeadMessages
{
    public const int LongestText = 4096;
    private const int LongestPhone = 64;

    public static WebhookReading Read(JsonFields fields, Arrival arrival)
    {
        if (IsOutbound(fields)) return new WebhookReading.Ignore("outbound");

        var channel = MessageChannel.Of(fields);
        if (channel.NotServed is { } notServed) return new WebhookReading.Ignore(notServed);

        var conversation = ConversationOf(fields, arrival, "contactId", "contact_id", "customData.contactId");
        var text = TextOf(fields, required: true);
        var phone = fields.Text("phone", "customData.phone");
        if (phone?.Length > LongestPhone) fields.Wrong("phone", $"must be at most {LongestPhone} characters");
        var messageId = fields.Key("messageId", "message.id", "customData.messageId", "id");
        var webhookId = fields.Key("webhookId");
        if (!fields.Sound) return new WebhookReading.Refuse(fields.Errors);

        // GHL's WhatsApp events for media have neither text nor attachments; those are read from the message later.
        var attachment = text is not null ? null : MessageChannel.AttachmentOf(fields) ?? (channel.Channel == Channel.WhatsApp ? AttachmentKind.File : null);
        if (text is null && attachment is null) return new WebhookReading.Ignore("no text");

        return new WebhookReading.Accept(
        [
            new()
            {
                Kind = InboxEventKind.LeadMessage,
                Conversation = conversation,
                MessageId = messageId ?? webhookId ?? EventIds.New(arrival.At),
                WebhookId = webhookId,
                HasProviderId = messageId is not null || webhookId is not null,
                Text = Shorten(text ?? ""),
                Phone = phone,
                Channel = channel.Channel,
                SentAt = arrival.Believed(fields.Time("dateAdded", "timestamp")),
                ReceivedAt = arrival.At,
                TraceParent = arrival.TraceParent,
                Attachment = attachment,
            },
        ]);
    }

    /// <summary>The conversation; what is missing or wrong is remembered in the fields.</summary>
    public static ConversationId ConversationOf(JsonFields fields, Arrival arrival, params ReadOnlySpan<string> contactPaths)
    {
        var contact = fields.Id(contactPaths);
        if (contact is null) fields.Wrong(contactPaths[0], "is required");
        var location = fields.Id("locationId", "location.id", "customData.locationId") ?? arrival.DefaultLocation;
        if (location is null) fields.Wrong("locationId", "is required where no default location is configured (Crm:LocationId)");
        return new(location ?? "", contact ?? "");
    }

    /// <summary>What was written, null when it is blank.</summary>
    public static string? TextOf(JsonFields fields, bool required)
    {
        var message = fields.Find("message");
        var paths = message is { ValueKind: JsonValueKind.Object }
            ? (ReadOnlySpan<string>)["message.body", "body", "customData.message", "customData.body"]
            : ["message", "body", "customData.message", "customData.body"];
        var text = fields.Text(paths);
        if (required && text is null && message is null && fields.Find("body") is null && fields.Find("customData.message") is null
            && fields.Find("customData.body") is null && fields.Find("attachments") is null && fields.Find("messageType") is null)
            fields.Wrong("message", "is required");
        return text?.Trim();
    }

    /// <summary>A text of at most 4,096 characters; no pair of surrogates is cut in two.</summary>
    public static string Shorten(string text)
    {
        if (text.Length <= LongestText) return text;
        return text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }

    private static bool IsOutbound(JsonFields fields) =>
        "outbound".Equals(fields.Word("direction", "message.direction"), StringComparison.OrdinalIgnoreCase);
}
