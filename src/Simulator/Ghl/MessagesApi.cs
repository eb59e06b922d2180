using System.Globalization;
using OutletBot.Simulator.Crm;
using OutletBot.Simulator.Ledger;
using OutletBot.Simulator.Phone;

namespace OutletBot.Simulator.Ghl;

/// <summary>Messages.</summary>
internal static class MessagesApi
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal) { "SMS", "RCS", "Email", "WhatsApp", "IG", "FB", "Custom", "Live_Chat", "TIKTOK" };

    public static Answer List(GhlCall call)
    {
        if (call.World.ByConversation(call.Route("conversationId")!) is not { } contact)
            return Refusals.NotFound($"Conversation with id {call.Route("conversationId")} not found");

        var limit = int.TryParse(call.Query("limit"), CultureInfo.InvariantCulture, out var asked) ? asked : 20;
        var types = call.Query("type")?.Split(',');
        var newest = contact.Messages.AsEnumerable().Reverse().Where(message => types is null || types.Contains(message.TypeName));
        if (call.Query("lastMessageId") is { Length: > 0 } cursor)
            newest = newest.SkipWhile(message => message.Id != cursor).Skip(1);

        var rest = newest.Take(limit + 1).ToList();
        var page = rest.Take(limit).ToList();
        var shape = new
        {
            lastMessageId = page.Count > 0 ? page[^1].Id : null,
            nextPage = rest.Count > limit,
            messages = page.Select(message => Write(contact, message)),
        };
        return Answer.Ok(call.World.Options.FlatMessages ? (object)shape : new { messages = shape });
    }

    public static Answer Get(GhlCall call) =>
        call.World.Message(call.Route("messageId")!) is { } found
            ? Answer.Ok(Write(found.Contact, found.Message))
            : Refusals.NotFound($"Message with id {call.Route("messageId")} not found");

    public static Answer Send(GhlCall call)
    {
        var type = call.Body.Text("type") ?? "";
        if (!Types.Contains(type))
            return Refusals.Unprocessable("type must be a valid enum value");
        if (call.Body.Text("contactId") is not { Length: > 0 } id)
            return Refusals.Unprocessable("contactId should not be empty");
        if (call.World.Known(id, null) is not { } contact)
            return Refusals.NoContact(id);
        if (contact.Blocks(type))
            return Refusals.Bad($"Cannot send message as DND is active for {type}.");
        if (call.Body.Text("message") is not { Length: > 0 } text && call.Body.Text("templateId") is null && !call.Body.Texts("attachments").Any())
            return Refusals.Bad("There is no message or attachments for this message. Skip sending.");

        var message = call.World.Write(contact, inbound: false, call.Body.Text("message") ?? "", type, "api");
        var services = call.Http.RequestServices;
        services.GetRequiredService<EventLedger>().Add("outbound", contact.LocationId, contact.Id, message.Id, message.Body, "api");
        if (call.World.Options.EchoSends)
            call.Afterwards.Add(() => services.GetRequiredService<EventPost>().Message(contact, message));
        return Answer.Ok(new { conversationId = contact.ConversationId, messageId = message.Id, msg = "Message queued successfully.", status = "pending" });
    }

    public static Answer Inbound(GhlCall call)
    {
        var contact = call.Body.Text("conversationId") is { } conversation ? call.World.ByConversation(conversation) : null;
        contact ??= ContactsApi.Find(call);
        if (contact is null)
            return Refusals.NoContact(call.ContactId);

        var inbound = call.Body.Text("direction") != "outbound";
        var message = call.World.Write(contact, inbound, call.Body.Text("message") ?? "", call.Body.Text("type") ?? "SMS", "api");
        return Answer.Ok(new
        {
            success = true,
            conversationId = contact.ConversationId,
            messageId = message.Id,
            message = message.Body,
            contactId = contact.Id,
            dateAdded = ContactBody.Stamp(message.At),
        });
    }

    public static Answer Status(GhlCall call) =>
        call.World.Message(call.Route("messageId")!) is { } found
            ? Answer.Ok(new { conversationId = found.Contact.ConversationId, messageId = found.Message.Id, msg = "Message status updated." })
            : Refusals.NotFound($"Message with id {call.Route("messageId")} not found");

    private static object Write(SimContact contact, SimMessage message) => new
    {
        id = message.Id,
        type = message.TypeNumber,
        messageType = message.TypeName,
        locationId = contact.LocationId,
        contactId = contact.Id,
        conversationId = contact.ConversationId,
        dateAdded = ContactBody.Stamp(message.At),
        body = message.Body,
        direction = message.Inbound ? "inbound" : "outbound",
        status = "delivered",
        contentType = "text/plain",
        attachments = message.Attachments,
        source = message.Source,
        userId = message.UserId,
        meta = new { },
    };
}
