namespace OutletBot.Fuzz.Bodies;

/// <summary>Bodies as they should be: one of every kind that the webhooks are sent.</summary>
internal static class Seeds
{
    public static readonly IReadOnlyList<string> All =
    [
        """{"contactId":"c1","message":"Hola, soy Carlos","phone":"+15550100","locationId":"loc1","conversationId":"v1","id":"m1"}""",
        """{"contactId":"c1","message":"unos 500 al mes"}""",
        """{"contact_id":"c1","first_name":"Ana","phone":"+15550100","tags":"a,b","location":{"id":"loc1","name":"x"},"message":{"type":19,"body":"Hola","direction":"inbound"},"customData":{"messageId":"m7","message":"Hola","contactId":"c1","locationId":"loc1"},"workflow":{"id":"w"}}""",
        """{"type":"InboundMessage","locationId":"loc1","attachments":["https://example.com/a.ogg?x=1#y"],"body":"This is a test","contactId":"c1","contentType":"text/plain","conversationId":"v1","dateAdded":"2026-03-27T18:13:49.000Z","direction":"inbound","messageType":"SMS","messageTypeId":2,"messageTypeString":"TYPE_SMS","messageId":"m2","status":"delivered","timestamp":"2026-08-19T14:35:01.212Z","webhookId":"881b9415-5d35-4ff1-a667-0545b80b96c0"}""",
        """{"type":"InboundMessage","locationId":"loc1","contactId":"c1","body":"","messageTypeString":"TYPE_WHATSAPP","messageId":"m3","from":{}}""",
        """{"type":"OutboundMessage","locationId":"loc1","contactId":"c1","body":"Yo me encargo","source":"app","userId":"u1","messageId":"m4","messageType":"WhatsApp"}""",
        """{"type":"ContactDndUpdate","locationId":"loc1","id":"c1","dnd":true,"dndSettings":{"SMS":{"status":"active","code":"103"},"WhatsApp":{"status":"inactive"}},"webhookId":"w1"}""",
        """{"type":"ContactTagUpdate","locationId":"loc1","id":"c1","tags":["vip","bot-off","bot-on"],"webhookId":"w2"}""",
        """{"type":"AppointmentUpdate","locationId":"loc1","appointment":{"id":"a1","contactId":"c1","calendarId":"cal","appoinmentStatus":"confirmed","startTime":"2026-10-28T10:00:00-05:00"},"timestamp":1790000000000}""",
        """{"type":"NoteCreate","locationId":"loc1","id":"n1"}""",
        """{"object":"page","entry":[{"id":"153125381133","time":1438292065,"changes":[{"field":"leadgen","value":{"leadgen_id":123123123123,"page_id":"1","created_time":1440120384}},{"field":"feed","value":{}}]},{"changes":[{"field":"leadgen","value":{"leadgen_id":"77"}}]}]}""",
    ];

    /// <summary>Every name that means something somewhere.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        .. All.Select(JsonTree.Parse).SelectMany(tree => tree.All()).SelectMany(value => value.Members).Select(member => member.Name)
            .Where(name => name.Length > 0).Distinct(StringComparer.Ordinal),
    ];
}
