using OutletBot.Crm.Conversations;
using OutletBot.Crm.Traffic;
using OutletBot.Crm.Wire;
using OutletBot.Inbox;

namespace OutletBot.Crm;

internal sealed partial class CrmClient
{
    public Task<string> SendMessageAsync(string locationId, string contactId, Channel channel, string text, CancellationToken cancellation) =>
        RunAsync("send_message", locationId, async () =>
        {
            var body = new MessageBody(channel == Channel.Sms ? "SMS" : "WhatsApp", contactId, text);
            var answer = await CallAsync("send_message", locationId, CallKind.Write, call => conversations.SendAsync(body, call, cancellation), cancellation);
            if (answer.Text("conversationId") is { } conversation)
                recent.Remember(locationId, contactId, conversation);
            return answer.Text("messageId")
                ?? answer.Items("messageIds").Select(id => id.Text()).FirstOrDefault(id => id is not null)
                ?? answer.Body("message").Text("id")
                ?? throw Unreadable("send_message");
        });

    public Task<IReadOnlyList<CrmMessage>> MessagesAsync(string locationId, string contactId, int limit, CancellationToken cancellation) =>
        RunAsync("messages", locationId, async () =>
        {
            var remembered = recent.Find(locationId, contactId);
            try
            {
                var conversation = remembered ?? await SearchAsync(locationId, contactId, cancellation);
                return conversation is null ? [] : await ListAsync(locationId, conversation, limit, cancellation);
            }
            catch (CrmException e) when (remembered is not null && e.Failure == CrmFailure.NotFound)
            {
                // It was deleted in GHL; a newer one may have taken its place.
                var conversation = await SearchAsync(locationId, contactId, cancellation);
                return conversation is null || conversation == remembered ? [] : await ListAsync(locationId, conversation, limit, cancellation);
            }
        });

    public Task<IReadOnlyList<string>> UnansweredContactsAsync(string locationId, int limit, CancellationToken cancellation) =>
        RunAsync<IReadOnlyList<string>>("unanswered", locationId, async () =>
        {
            var answer = await CallAsync("unanswered", locationId, CallKind.Read, call => conversations.SearchUnansweredAsync(locationId, limit, call, cancellation), cancellation);
            var found = new List<string>();
            foreach (var conversation in answer.Items("conversations"))
            {
                // The filter may be ignored; what the row itself says counts.
                if (conversation.Text("contactId") is not { } contact || conversation.Text("lastMessageDirection") == "outbound") continue;
                found.Add(contact);
                if (conversation.Text("id") is { } id) recent.Remember(locationId, contact, id);
            }

            return found;
        });

    private async Task<string?> SearchAsync(string locationId, string contactId, CancellationToken cancellation)
    {
        var answer = await CallAsync("find_conversation", locationId, CallKind.Read, call => conversations.SearchAsync(locationId, contactId, call, cancellation), cancellation);
        // An unknown filter would be ignored, and another contact's words must never be read as this one's.
        var id = answer.Items("conversations").Where(c => c.Text("contactId") == contactId).Select(c => c.Text("id")).FirstOrDefault(c => c is not null);
        if (id is not null)
            recent.Remember(locationId, contactId, id);
        return id;
    }

    private async Task<IReadOnlyList<CrmMessage>> ListAsync(string locationId, string conversationId, int limit, CancellationToken cancellation)
    {
        var answer = await CallAsync("messages", locationId, CallKind.Read, call => conversations.MessagesAsync(conversationId, limit, call, cancellation), cancellation);
        return [.. answer.Items("messages").Select(MessageReading.Read).OfType<CrmMessage>().OrderByDescending(m => m.At).Take(limit)];
    }
}
