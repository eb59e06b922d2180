using System.Text.Json;

namespace OutletBot.Gateway.Webhooks;

/// <summary>Tells apart what <c>/webhook/meta-lead</c> is sent: Meta's notification, a marketplace event, or a workflow's payload.</summary>
internal static class MetaLeadWebhook
{
    private static readonly string[] LeadFields = ["contactId", "contact_id", "message", "body", "customData"];

    public static WebhookReading Read(JsonElement root, Arrival arrival)
    {
        var fields = new JsonFields(root);
        if (fields.Word("object") is { } subject && (subject == "page" || fields.Find("entry") is not null))
            return subject == "page" ? FormLeads.Read(root, arrival) : new WebhookReading.Ignore("unknown type");

        // A workflow's payload may have a type of its own, but always a contact or a text.
        var isEvent = MarketplaceEvents.IsEventName(fields.Word("type"))
            || (fields.Word("type") is not null && Array.TrueForAll(LeadFields, field => fields.Find(field) is null));
        return isEvent
            ? MarketplaceEvents.Read(fields, arrival)
            : LeadMessages.Read(fields, arrival);
    }
}
