using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OutletBot.Crm;
using OutletBot.Options;
using OutletBot.Persistence.Sql;
using OutletBot.ReadModel;

namespace OutletBot.Inbox;

/// <summary>
/// Looks through GHL's recently active conversations for what leads wrote and no webhook brought: GHL drops what was not
/// answered in time.
/// </summary>
internal sealed partial class MissedMessages(
    ICrm crm, IInbox inbox, IConversationLog log, IGrainFactory grains, IOptions<RecoveryOptions> options, TimeProvider time, ILogger<MissedMessages> logger)
{
    /// <summary>
    /// As many as a location may have within the time looked back on. One of ours is read once, and again only when it goes on; whether
    /// a stranger is ours is asked once, and again when theirs goes on or after <see cref="AskedAgainAfter"/>.
    /// </summary>
    private const int ConversationsAtMost = 5_000;

    /// <summary>In one look. At 288 looks a day it is a seventh of the 200,000 requests that GHL allows a location.</summary>
    private const int StrangersAskedForAtMost = 100;

    /// <summary>A tag may be added without a message.</summary>
    private static readonly TimeSpan AskedAgainAfter = TimeSpan.FromHours(1);

    /// <summary>Ingests what is missing. Returns how many messages that were.</summary>
    /// <param name="locationId">The location.</param>
    /// <param name="looked">What earlier looks have covered.</param>
    /// <param name="cancellation">Ends the look.</param>
    /// <exception cref="CrmException">GHL did not answer.</exception>
    /// <exception cref="InboxUnavailableException">SQL cannot commit now.</exception>
    public async Task<int> FindAsync(string locationId, LookedThrough looked, CancellationToken cancellation)
    {
        var (found, asked) = (0, 0);
        var now = time.GetUtcNow();
        var active = await crm.ActiveContactsAsync(locationId, now - options.Value.LookBack, ConversationsAtMost, cancellation);
        looked.Keep(active);
        // One request at a time: leads who write now wait for the rate limit behind one of ours at most. Strangers who were asked for
        // come last, so that all others have their turn before them.
        foreach (var contact in active.Where(contact => !looked.Covers(contact)).OrderBy(contact => looked.NotOursAt(contact) ?? DateTimeOffset.MinValue))
        {
            var conversation = new ConversationId(locationId, contact.ContactId);
            try
            {
                if (!ConversationId.IsValidPart(conversation.ContactId)) continue;
                if (await log.FindAsync(conversation, cancellation) is null)
                {
                    if (options.Value.ContactTag is not { Length: > 0 } tag) continue;
                    if (asked == StrangersAskedForAtMost || now - looked.NotOursAt(contact) < AskedAgainAfter) continue;
                    asked++;
                    if (!await IsTaggedAsync(conversation, tag, cancellation))
                    {
                        looked.RememberNotOurs(contact, now);
                        continue;
                    }
                }

                found += await LookThroughAsync(conversation, contact, looked, cancellation);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested && !IsAway(e))
            {
                // One that cannot be read, for whatever reason, must not hide all those behind it.
                LogSkipped(e, conversation);
            }
        }

        return found;
    }

    /// <summary>Whether GHL or SQL fails, so that no other conversation can be read either.</summary>
    private static bool IsAway(Exception e) => e is CrmException { IsTransient: true } or InboxUnavailableException || SqlErrors.IsUnavailable(e);

    private async Task<bool> IsTaggedAsync(ConversationId conversation, string tag, CancellationToken cancellation) =>
        await crm.FindContactAsync(conversation.LocationId, conversation.ContactId, cancellation) is { } contact
        && contact.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase);

    private async Task<int> LookThroughAsync(ConversationId conversation, ActiveContact contact, LookedThrough looked, CancellationToken cancellation)
    {
        var (now, found) = (time.GetUtcNow(), 0);
        var (from, to) = (now - options.Value.LookBack, now - options.Value.Patience);
        var messages = await crm.MessagesSinceAsync(conversation.LocationId, conversation.ContactId, from, cancellation);
        var events = await inbox.LeadMessagesAsync(conversation, from - Missing.ClockTolerance, cancellation);
        foreach (var message in Missing.Among(messages, events, from, to))
        {
            if (await IngestAsync(conversation, message, cancellation)) found++;
        }

        if (contact.LastMessageAt <= to && messages.All(m => m.At <= to)) looked.Remember(contact);
        return found;
    }

    private async Task<bool> IngestAsync(ConversationId conversation, CrmMessage message, CancellationToken cancellation)
    {
        // SQL stores any character but this one.
        var text = message.Text.Replace("\0", "", StringComparison.Ordinal).Trim();
        var appended = await inbox.AppendAsync(
            new InboxEvent
            {
                Kind = InboxEventKind.LeadMessage,
                Conversation = conversation,
                MessageId = message.Id,
                HasProviderId = true,
                Text = text,
                Attachment = text.Length > 0 ? null : message.Attachment,
                Channel = message.Channel,
                SentAt = message.At,
                ReceivedAt = time.GetUtcNow(),
            },
            cancellation);
        // Its webhook came after all.
        if (appended.Duplicate) return false;
        try
        {
            await grains.DeliverAsync(appended.Event);
        }
        catch (Exception e) when (e is TimeoutException or Orleans.Runtime.OrleansException)
        {
            // It is committed: the sweeper delivers it.
        }

        return true;
    }

    [LoggerMessage(2114, LogLevel.Warning, "{Conversation} could not be looked through for missed messages.")]
    private partial void LogSkipped(Exception exception, ConversationId conversation);
}
