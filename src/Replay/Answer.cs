using OutletBot.Conversations;

namespace OutletBot.Replay;

/// <summary>What was answered in one turn, then or now.</summary>
internal sealed record Answer
{
    public IReadOnlyList<string> Replies { get; init; } = [];

    /// <summary>Which brain worded it; null where nothing was said.</summary>
    public string? Brain { get; init; }

    /// <summary>The stage after the turn; null where the record does not say.</summary>
    public Stage? Stage { get; init; }

    /// <summary>What was known after the turn; null where the record does not say.</summary>
    public Lead? Lead { get; init; }

    public DateTimeOffset? Appointment { get; init; }

    /// <summary>USD; null without a model call.</summary>
    public decimal? CostUsd { get; init; }
}

/// <summary>One turn, then and now.</summary>
/// <param name="At">When it was.</param>
/// <param name="Happened">What the lead wrote, or what else happened, a line each.</param>
/// <param name="Then">As it is recorded.</param>
/// <param name="Now">As it was played.</param>
internal sealed record ReplayedTurn(DateTimeOffset At, IReadOnlyList<string> Happened, Answer Then, Answer Now)
{
    /// <summary>What differs, a line each; empty where nothing does.</summary>
    public IReadOnlyList<string> Differences { get; } = [.. Differing.Between(Then, Now)];
}

/// <summary>A conversation, then and now.</summary>
internal sealed record ReplayedConversation
{
    public required ConversationId Id { get; init; }

    public required IReadOnlyList<ReplayedTurn> Turns { get; init; }

    /// <summary>What would have been done in the CRM, by kind.</summary>
    public required IReadOnlyDictionary<string, int> WritesKept { get; init; }

    /// <summary>Whether the turns were made from the transcript alone.</summary>
    public bool FromTranscript { get; init; }

    /// <summary>Whether office hours stood for a calendar that the record does not hold.</summary>
    public bool AssumedTimes { get; init; }

    /// <summary>Turns that are answered otherwise than they were.</summary>
    public int Changed => Turns.Count(t => t.Differences.Count > 0);

    public Answer Then => Turns.Count > 0 ? Turns[^1].Then : new();

    public Answer Now => Turns.Count > 0 ? Turns[^1].Now : new();

    public decimal? CostThen => Sum(t => t.Then.CostUsd);

    public decimal? CostNow => Sum(t => t.Now.CostUsd);

    private decimal? Sum(Func<ReplayedTurn, decimal?> cost) => Turns.Any(t => cost(t) is not null) ? Turns.Sum(t => cost(t) ?? 0) : null;
}
