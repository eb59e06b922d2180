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
        RunAsync("messages", locationId, () => InConversationAsync(locationId, contactId, conversation => ListAsync(locationId, conversation, limit, cancellation), cancellation));

    /// <summary>Reads in the contact's conversation; nothing where there is none.</summary>
    private async Task<IReadOnlyList<CrmMessage>> InConversationAsync(
        string locationId, string contactId, Func<string, Task<IReadOnlyList<CrmMessage>>> read, CancellationToken cancellation)
    {
        var remembered = recent.Find(locationId, contactId);
        try
        {
            var conversation = remembered ?? await SearchAsync(locationId, contactId, cancellation);
            return conversation is null ? [] : await read(conversation);
        }
        catch (CrmException e) when (remembered is not null && e.Failure == CrmFailure.NotFound)
        {
            // It was deleted in GHL; a newer one may have taken its place.
            var conversation = await SearchAsync(locationId, contactId, cancellation);
            return conversation is null || conversation == remembered ? [] : await read(conversation);
        }
    }

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
        var (messages, _) = await PageAsync(locationId, conversationId, limit, after: null, cancellation);
        return [.. messages.OrderByDescending(m => m.At).Take(limit)];
    }

    /// <summary>One page of messages, and the id that the next one begins after; null when there is no next one.</summary>
    private async Task<(IReadOnlyList<CrmMessage> Messages, string? Next)> PageAsync(string locationId, string conversationId, int limit, string? after, CancellationToken cancellation)
    {
        var answer = await CallAsync("messages", locationId, CallKind.Read, call => conversations.MessagesAsync(conversationId, limit, after, call, cancellation), cancellation);
        var page = answer.Body("messages");
        return ([.. answer.Items("messages").Select(MessageReading.Read).OfType<CrmMessage>()], page.Flag("nextPage") ? page.Text("lastMessageId") : null);
    }
}
