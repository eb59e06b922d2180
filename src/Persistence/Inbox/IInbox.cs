namespace OutletBot.Inbox;

/// <summary>The durable queue between a webhook and the grain that answers it.</summary>
public interface IInbox
{
    /// <summary>How long an event is known again: handled ones are deleted after it.</summary>
    static readonly TimeSpan DedupeWindow = TimeSpan.FromDays(7);

    /// <summary>
    /// Commits an event to SQL, together with whatever else is waiting, and returns when it would survive a power cut.
    /// </summary>
    /// <exception cref="InboxUnavailableException">SQL cannot commit now, or too many events wait already.</exception>
    Task<Appended> AppendAsync(InboxEvent inboxEvent, CancellationToken cancellation);

    /// <summary>Events with an id above <paramref name="afterId"/> that nobody marked as handled, oldest first.</summary>
    Task<IReadOnlyList<InboxEvent>> UnhandledAsync(DateTimeOffset receivedBefore, long afterId, int limit, CancellationToken cancellation);

    /// <summary>The lead's messages that reached a conversation since a time, oldest first, handled or not.</summary>
    Task<IReadOnlyList<InboxEvent>> LeadMessagesAsync(ConversationId conversation, DateTimeOffset receivedSince, CancellationToken cancellation);

    /// <summary>Marks events as handled; those marked before stay as they are.</summary>
    Task MarkHandledAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation);

    /// <summary>Deletes handled events received before a time. Returns how many.</summary>
    Task<int> PurgeAsync(DateTimeOffset receivedBefore, CancellationToken cancellation);

    /// <summary>How many events wait, and since when the oldest does.</summary>
    Task<InboxBacklog> BacklogAsync(CancellationToken cancellation);
}

/// <summary>What became of an appended event.</summary>
/// <param name="Event">The event with its <see cref="InboxEvent.Id"/>; for a duplicate, as it was given.</param>
/// <param name="Duplicate">Whether the event was committed before.</param>
public readonly record struct Appended(InboxEvent Event, bool Duplicate);

/// <summary>Unhandled events.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="OldestReceivedAt">When the oldest arrived, null when there is none.</param>
public readonly record struct InboxBacklog(long Count, DateTimeOffset? OldestReceivedAt);

/// <summary>The inbox cannot commit now; the caller should come again after <see cref="RetryAfter"/>.</summary>
public sealed class InboxUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>When to try again.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Why, in a few words for operators and without secrets, such as <c>53100 disk_full</c>; null where the message says it all.</summary>
    public string? Cause { get; init; }
}
