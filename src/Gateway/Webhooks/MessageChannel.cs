using System.Text.Json;
using OutletBot.Inbox;

namespace OutletBot.Gateway.Webhooks;

/// <summary>What kind of message GHL says it is, told by a name or a number in any of several fields.</summary>
internal readonly record struct MessageChannel(Channel? Channel, string? NotServed)
{
    /// <summary>Reads the channel; a kind that is not known counts as a text message of unknown channel, so that no lead is lost.</summary>
    public static MessageChannel Of(JsonFields fields)
    {
        var name = fields.Word("messageType", "messageTypeString", "message.type", "message.messageType", "customData.messageType", "type");
        if (Named(name) is { } named) return named;
        return fields.Number("messageTypeId", "messageType", "message.type", "customData.messageType") switch
        {
            2 or 20 => new(Inbox.Channel.Sms, null),
            19 => new(Inbox.Channel.WhatsApp, null),
            1 => new(null, "call"),
            3 => new(null, "email"),
            _ => default,
        };
    }

    private static MessageChannel? Named(string? name)
    {
        if (name is null) return null;
        var word = name.StartsWith("TYPE_", StringComparison.OrdinalIgnoreCase) ? name[5..] : name;
        return word.Replace(" ", "_", StringComparison.Ordinal).ToUpperInvariant() switch
        {
            "SMS" or "CUSTOM_SMS" or "CUSTOM_PROVIDER_SMS" or "CAMPAIGN_SMS" => new(Inbox.Channel.Sms, null),
            "WHATSAPP" => new(Inbox.Channel.WhatsApp, null),
            "CALL" or "CAMPAIGN_CALL" or "IVR_CALL" => new(null, "call"),
            "VOICEMAIL" or "CAMPAIGN_VOICEMAIL" => new(null, "voicemail"),
            "EMAIL" or "CUSTOM_EMAIL" or "CAMPAIGN_EMAIL" or "CUSTOM_PROVIDER_EMAIL" => new(null, "email"),
            "GMB" or "CAMPAIGN_GMB" => new(null, "channel GMB is not served"),
            "FB" or "FACEBOOK" or "CAMPAIGN_FACEBOOK" => new(null, "channel Facebook is not served"),
            "IG" or "INSTAGRAM" => new(null, "channel Instagram is not served"),
            "LIVE_CHAT" or "WEBCHAT" or "WEB_CHAT" => new(null, "channel Live Chat is not served"),
            "INTERNAL_COMMENT" => new(null, "internal comment"),
            _ => null,
        };
    }

    /// <summary>The kind of the first attachment, null when there is none.</summary>
    public static string? AttachmentOf(JsonFields fields)
    {
        var attachments = fields.Find("attachments") ?? fields.Find("message.attachments");
        if (attachments is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() == 0) return null;
        return AttachmentKind.Of(list[0].ValueKind == JsonValueKind.String ? list[0].GetString()! : "");
    }
}
