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

        return new CrmMessage(
            id,
            string.Equals(message.Text("direction"), "inbound", StringComparison.OrdinalIgnoreCase),
            message.Text("body") ?? "",
            message.Field("dateAdded")?.Time(TimeZoneInfo.Utc) ?? DateTimeOffset.UnixEpoch,
            message.Text("source")?.ToLowerInvariant(),
            message.Text("userId"),
            ChannelOf(type, message.Text("type")),
            message.Text("status")?.ToLowerInvariant() is "failed" or "undelivered");
    }

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
