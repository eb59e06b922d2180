using System.Globalization;
using OutletBot.Simulator.Crm;

namespace OutletBot.Simulator.Ghl;

/// <summary>Conversations: one per contact.</summary>
internal static class ConversationsApi
{
    public static Answer Search(GhlCall call)
    {
        if (call.Query("locationId") is not { Length: > 0 } locationId)
            return Refusals.Unprocessable("locationId should not be empty");

        IEnumerable<SimContact> found = call.Query("contactId") is { } contactId
            ? call.World.Known(contactId, locationId) is { } one && one.LocationId == locationId ? [one] : []
            : call.World.Contacts.Where(contact => contact.LocationId == locationId);
        if (long.TryParse(call.Query("startAfterDate"), CultureInfo.InvariantCulture, out var after))
            found = found.Where(contact => contact.Messages.Count > 0 && contact.Messages[^1].At.ToUnixTimeMilliseconds() < after);
        var list = found.Where(contact => contact.Messages.Count > 0).OrderByDescending(contact => contact.Messages[^1].At).ToList();
        var limit = int.TryParse(call.Query("limit"), CultureInfo.InvariantCulture, out var asked) ? asked : 20;
        return Answer.Ok(new
        {
            conversations = list.Take(limit).Select(contact => new
            {
                id = contact.ConversationId,
                contactId = contact.Id,
                locationId = contact.LocationId,
                lastMessageBody = contact.Messages[^1].Body,
                lastMessageType = contact.Messages[^1].TypeName,
                lastMessageDirection = contact.Messages[^1].Inbound ? "inbound" : "outbound",
                lastMessageDate = contact.Messages[^1].At.ToUnixTimeMilliseconds(),
                type = "TYPE_PHONE",
                unreadCount = contact.Unread,
                fullName = contact.Name,
                contactName = ContactBody.Lower(contact.Name),
                email = contact.Email,
                phone = contact.Phone,
            }),
            total = list.Count,
        });
    }

    public static Answer Create(GhlCall call)
    {
        if (call.Body.Text("locationId") is null || call.Body.Text("contactId") is null)
            return Refusals.Unprocessable("locationId should not be empty", "contactId should not be empty");
        if (ContactsApi.Find(call) is not { } contact)
            return Refusals.NoContact(call.ContactId);
        return Answer.Created(new
        {
            success = true,
            conversation = new
            {
                id = contact.ConversationId,
                contactId = contact.Id,
                locationId = contact.LocationId,
                dateAdded = ContactBody.Stamp(contact.DateAdded),
                dateUpdated = ContactBody.Stamp(contact.DateUpdated),
                lastMessageDate = ContactBody.Stamp(contact.DateUpdated),
                deleted = false,
                assignedTo = contact.AssignedTo,
            },
        });
    }

    public static Answer Get(GhlCall call) =>
        call.World.ByConversation(call.Route("conversationId")!) is not { } contact
            ? Refusals.NotFound($"Conversation with id {call.Route("conversationId")} not found")
            : Answer.Ok(new
            {
                id = contact.ConversationId,
                contactId = contact.Id,
                locationId = contact.LocationId,
                deleted = false,
                inbox = contact.Unread > 0,
                type = 1,
                unreadCount = contact.Unread,
                assignedTo = contact.AssignedTo,
                starred = false,
            });
}
