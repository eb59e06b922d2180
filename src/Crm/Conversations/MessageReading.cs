using System.Text.Json;
using OutletBot.Crm.Wire;
using OutletBot.Inbox;

namespace OutletBot.Crm.Conversations;

internal static class MessageReading
{
    /// <summary>The message, or null for a row that is none: an activity, a comment among colleagues.</summary>
    public static CrmMessage? Read(JsonElement message)
    {
        var type = (message.Text("messageType") ?? message.Text("messageTypeString") ?? "").ToUpperInvariant();
        if (message.Text("id") is not { } id || type.Contains("ACTIVITY", StringComparison.Ordinal) || type.Contains("INTERNAL_COMMENT", StringComparison.Ordinal))
            return null;

        var channel = ChannelOf(type, message.Text("type"));
        var text = message.Text("body") ?? "";
        var address = AddressOf(message);
        return new CrmMessage(
            id,
            string.Equals(message.Text("direction"), "inbound", StringComparison.OrdinalIgnoreCase),
            text,
            message.Field("dateAdded")?.Time(TimeZoneInfo.Utc) ?? DateTimeOffset.UnixEpoch,
            message.Text("source")?.ToLowerInvariant(),
            message.Text("userId"),
            channel,
            message.Text("status")?.ToLowerInvariant() is "failed" or "undelivered",
            address is not null ? AttachmentKind.Of(address) : text.Length == 0 && channel == Channel.WhatsApp ? AttachmentKind.File : null)
        {
            AttachmentAddress = address,
        };
    }

    /// <summary>The first attachment: an address, or an object that holds one; null when there is none.</summary>
    private static string? AddressOf(JsonElement message) => message.Items("attachments").FirstOrDefault() switch
    {
        { ValueKind: JsonValueKind.Undefined } => null,
        { ValueKind: JsonValueKind.Object } one => one.Text("url") ?? "",
        var one => one.Text() ?? "",
    };

    private static Channel? ChannelOf(string type, string? number) => type switch
    {
        "TYPE_WHATSAPP" or "WHATSAPP" => Channel.WhatsApp,
        "TYPE_SMS" or "SMS" or "TYPE_CUSTOM_SMS" or "TYPE_CUSTOM_PROVIDER_SMS" or "TYPE_CAMPAIGN_SMS" => Channel.Sms,
        "" => number switch
        {
            "19" => Channel.WhatsApp,
            "2" or "22" => Channel.Sms,
            _ => null,
        },
        _ => null,
    };
}
