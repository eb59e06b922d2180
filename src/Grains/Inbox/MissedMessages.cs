using Microsoft.Extensions.Options;
using OutletBot.Crm;
using OutletBot.Options;
using OutletBot.ReadModel;

namespace OutletBot.Inbox;

/// <summary>
/// Looks through GHL's recently active conversations for what leads wrote and no webhook brought: GHL drops what was not
/// answered in time.
/// </summary>
internal sealed class MissedMessages(ICrm crm, IInbox inbox, IConversationLog log, IGrainFactory grains, IOptions<RecoveryOptions> options, TimeProvider time)
{
    private const int ConversationsAtMost = 50;
    private const int MessagesAtMost = 20;

    /// <summary>GHL's clock and ours may differ, and a webhook may have come before GHL dated its message.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    /// <summary>Ingests what is missing. Returns how many messages that were.</summary>
    /// <exception cref="CrmException">GHL did not answer.</exception>
    public async Task<int> FindAsync(string locationId, CancellationToken cancellation)
    {
        var found = 0;
        foreach (var contact in await crm.UnansweredContactsAsync(locationId, ConversationsAtMost, cancellation))
        {
            var conversation = new ConversationId(locationId, contact);
            if (!await IsOursAsync(conversation, cancellation)) continue;
            foreach (var message in await UnansweredAsync(conversation, cancellation))
            {
                if (await IngestAsync(conversation, message, cancellation)) found++;
            }
        }

        return found;
    }

    private async Task<bool> IsOursAsync(ConversationId conversation, CancellationToken cancellation)
    {
        if (!ConversationId.IsValidPart(conversation.ContactId)) return false;
        if (await log.FindAsync(conversation, cancellation) is not null) return true;
        return options.Value.ContactTag is { Length: > 0 } tag
            && await crm.FindContactAsync(conversation.LocationId, conversation.ContactId, cancellation) is { } contact
            && contact.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What the lead wrote since the last word of ours, oldest first.</summary>
    private async Task<IEnumerable<CrmMessage>> UnansweredAsync(ConversationId conversation, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var messages = await crm.MessagesAsync(conversation.LocationId, conversation.ContactId, MessagesAtMost, cancellation);
        return messages.TakeWhile(m => m.Inbound)
            .Where(m => m.Channel is not null && m.Text.Length > 0 && m.At >= now - options.Value.LookBack && m.At <= now - options.Value.Patience)
            .Reverse();
    }

    private async Task<bool> IngestAsync(ConversationId conversation, CrmMessage message, CancellationToken cancellation)
    {
        // A webhook without an id is known by its words alone.
        if (await inbox.HoldsTextAsync(conversation, message.Text.Trim(), message.At - ClockTolerance, cancellation)) return false;
        var appended = await inbox.AppendAsync(
            new InboxEvent
            {
                Kind = InboxEventKind.LeadMessage,
                Conversation = conversation,
                MessageId = message.Id,
                HasProviderId = true,
                Text = message.Text.Trim(),
                Channel = message.Channel,
                SentAt = message.At,
                ReceivedAt = time.GetUtcNow(),
            },
            cancellation);
        if (appended.Duplicate) return false;
        await grains.DeliverAsync(appended.Event);
        return true;
    }
}
