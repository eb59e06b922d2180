using OutletBot.Crm.Traffic;
using OutletBot.Crm.Wire;

namespace OutletBot.Crm;

internal sealed partial class CrmClient
{
    private const int MessagesOfAPage = 100;
    private const int MessagePagesAtMost = 3;
    private const int ContactsOfAPage = 100;

    public Task<IReadOnlyList<CrmMessage>> MessagesSinceAsync(string locationId, string contactId, DateTimeOffset since, CancellationToken cancellation) =>
        RunAsync("messages", locationId, () => InConversationAsync(locationId, contactId, async conversation =>
        {
            var found = new Dictionary<string, CrmMessage>(StringComparer.Ordinal);
            string? next = null;
            for (var pages = 0; pages < MessagePagesAtMost; pages++)
            {
                (var messages, next) = await PageAsync(locationId, conversation, MessagesOfAPage, next, cancellation);
                // A cursor that is ignored brings the same page again.
                var before = found.Count;
                foreach (var message in messages) found.TryAdd(message.Id, message);
                if (next is null || found.Count == before || messages.Any(m => m.At < since)) break;
            }

            return [.. found.Values.Where(m => m.At >= since).OrderByDescending(m => m.At)];
        }, cancellation));

    public Task<IReadOnlyList<ActiveContact>> ActiveContactsAsync(string locationId, DateTimeOffset since, int limit, CancellationToken cancellation) =>
        RunAsync<IReadOnlyList<ActiveContact>>("active_contacts", locationId, async () =>
        {
            var found = new Dictionary<string, ActiveContact>(StringComparer.Ordinal);
            for (long? before = null; found.Count < limit;)
            {
                var answer = await CallAsync(
                    "active_contacts", locationId, CallKind.Read, call => conversations.SearchActiveAsync(locationId, ContactsOfAPage, before, call, cancellation), cancellation);
                var (rows, known) = (0, found.Count);
                var oldest = DateTimeOffset.MaxValue;
                foreach (var conversation in answer.Items("conversations"))
                {
                    rows++;
                    if (conversation.Text("contactId") is not { } contact) continue;
                    // A row without a date is looked at all the same.
                    var at = conversation.Field("lastMessageDate")?.Time(TimeZoneInfo.Utc) ?? since;
                    oldest = at < oldest ? at : oldest;
                    if (at < since || !found.TryAdd(contact, new ActiveContact(contact, at))) continue;
                    if (conversation.Text("id") is { } id) recent.Remember(locationId, contact, id);
                }

                if (rows < ContactsOfAPage || found.Count == known || oldest <= since) break;
                before = oldest.ToUnixTimeMilliseconds();
            }

            return [.. found.Values.OrderByDescending(contact => contact.LastMessageAt).Take(limit)];
        });
}
