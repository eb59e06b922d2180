namespace OutletBot.ReadModel;

/// <summary>The read model: what operators see of conversations, and the whole transcript.</summary>
public interface IConversationLog
{
    /// <summary>
    /// Records a finished turn: its messages, the conversation's row, and its inbox events as handled, in one transaction.
    /// Recording a turn again changes nothing: messages are known by their id, and a row
    /// never goes back in <see cref="ConversationRow.Turn"/>; within a turn the last one recorded stands.
    /// </summary>
    Task RecordAsync(TurnRecord turn, CancellationToken cancellation);

    /// <summary>
    /// Has a person called for a conversation that cannot do it itself, while an event of it is unhandled. A row that is there keeps all but an empty
    /// <see cref="ConversationRow.NeedsHuman"/>; without one the given row stands until the conversation records its own.
    /// </summary>
    Task CallPersonAsync(ConversationRow row, long unhandledInboxId, CancellationToken cancellation);

    /// <summary>Conversations, the latest first.</summary>
    Task<IReadOnlyList<ConversationRow>> ListAsync(ConversationFilter filter, CancellationToken cancellation);

    /// <summary>One conversation's row, or null.</summary>
    Task<ConversationRow?> FindAsync(ConversationId conversation, CancellationToken cancellation);

    /// <summary>The newest messages of a conversation, oldest first.</summary>
    Task<IReadOnlyList<MessageRow>> TranscriptAsync(ConversationId conversation, int limit, CancellationToken cancellation);

    /// <summary>What the turns of a conversation were decided on, the oldest first.</summary>
    Task<IReadOnlyList<GroundsRow>> GroundsAsync(ConversationId conversation, int limit, CancellationToken cancellation);
}

/// <summary>What a turn adds to the read model.</summary>
public sealed record TurnRecord
{
    /// <summary>The conversation as it stands after the turn.</summary>
    public required ConversationRow Conversation { get; init; }

    /// <summary>Messages of the turn, in and out.</summary>
    public IReadOnlyList<MessageRow> Messages { get; init; } = [];

    /// <summary>What the turn was decided on.</summary>
    public IReadOnlyList<GroundsRow> Grounds { get; init; } = [];

    /// <summary>Inbox events that the turn covered.</summary>
    public IReadOnlyCollection<long> HandledInboxIds { get; init; } = [];
}

/// <summary>One conversation as operators see it.</summary>
public sealed record ConversationRow
{
    /// <summary>GHL's sub-account.</summary>
    public required string LocationId { get; init; }

    /// <summary>GHL's contact.</summary>
    public required string ContactId { get; init; }

    /// <summary>Turns so far; a row with a lower number never overwrites one with a higher.</summary>
    public required long Turn { get; init; }

    /// <summary>Qualifying, Offering, Booked, Nurture, OptedOut or HandedOff.</summary>
    public required string Stage { get; init; }

    /// <summary><c>es</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The lead's name, null while unknown.</summary>
    public string? LeadName { get; init; }

    /// <summary>Monthly budget in USD, null while unknown.</summary>
    public decimal? MonthlyBudgetUsd { get; init; }

    /// <summary>Start of the booked appointment.</summary>
    public DateTimeOffset? AppointmentAt { get; init; }

    /// <summary>When the lead is written to unasked next, null when they are not.</summary>
    public DateTimeOffset? FollowUpAt { get; init; }

    /// <summary>What that is: <c>Nudge</c>, <c>Reminder</c>, <c>NoShow</c>, or <c>Leaving</c> while one is being sent.</summary>
    public string? FollowUpKind { get; init; }

    /// <summary>Why a person is needed, null when none is.</summary>
    public string? NeedsHuman { get; init; }

    /// <summary>Input tokens so far.</summary>
    public long InputTokens { get; init; }

    /// <summary>Output tokens so far.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Model cost so far, USD.</summary>
    public decimal CostUsd { get; init; }

    /// <summary>When the conversation last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>Who wrote a message. The numbers are stored: never renumber.</summary>
public enum Author
{
    /// <summary>The lead.</summary>
    Lead = 0,

    /// <summary>María.</summary>
    Bot = 1,

    /// <summary>A person of the agency.</summary>
    Person = 2,
}

/// <summary>One message of a transcript.</summary>
public sealed record MessageRow
{
    /// <summary>Unique in its conversation: the provider's message id, or the effect's id for what the bot sent.</summary>
    public required string MessageId { get; init; }

    /// <summary>Who wrote it.</summary>
    public required Author Author { get; init; }

    /// <summary>What was written.</summary>
    public required string Text { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Which brain worded it, <c>model</c> or <c>rules</c>; null when the bot did not write it.</summary>
    public string? Brain { get; init; }
}

/// <summary>What reached a conversation at one moment, for playing it again. It goes with the conversation when that is deleted.</summary>
public sealed record GroundsRow
{
    /// <summary>Unique in its conversation.</summary>
    public required string GroundsId { get; init; }

    /// <summary>When it was taken in.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>JSON that the conversation alone reads. Words of messages are not in it.</summary>
    public required string Body { get; init; }
}

/// <summary>Which conversations to list.</summary>
public sealed record ConversationFilter
{
    /// <summary>Only this location's.</summary>
    public string? LocationId { get; init; }

    /// <summary>Only those in this stage.</summary>
    public string? Stage { get; init; }

    /// <summary>Only those that need a person.</summary>
    public bool NeedsHuman { get; init; }

    /// <summary>Only those whose next follow-up is due before this time.</summary>
    public DateTimeOffset? FollowUpBefore { get; init; }

    /// <summary>Only those that changed before this time, for paging.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>How many at most, 1 to 500.</summary>
    public int Limit { get; init; } = 50;
}
