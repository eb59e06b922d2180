using System.Text.Json;

namespace OutletBot.Gateway.Webhooks;

/// <summary>Tells apart what <c>/webhook/meta-lead</c> is sent: Meta's notification, a marketplace event, or a workflow's payload.</summary>
internal static class MetaLeadWebhook
{
    public static WebhookReading Read(JsonElement root, Arrival arrival)
    {
        var fields = new JsonFields(root);
        if (fields.Word("object") is { } subject && (subject == "page" || fields.Find("entry") is not null))
            return subject == "page" ? FormLeads.Read(root, arrival) : new WebhookReading.Ignore("unknown type");

        return MarketplaceEvents.IsEventName(fields.Word("type"))
            ? MarketplaceEvents.Read(fields, arrival)
            : LeadMessages.Read(fields, arrival);
    }
}
