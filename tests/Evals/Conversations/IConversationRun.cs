using OutletBot.Conversations;

namespace OutletBot.Evals;

/// <summary>Plays a lead's messages against the bot in simulated time.</summary>
internal interface IConversationRun
{
    Task<ConversationResult> RunAsync(ConversationScript script, CancellationToken cancellation);
}

/// <summary>A message that the bot sent, seconds after the conversation's start.</summary>
internal sealed record BotReply(double AtSeconds, string Text);

/// <summary>What came of a conversation.</summary>
internal sealed record ConversationResult
{
    public required Lead FinalLead { get; init; }

    /// <summary>One of <see cref="Expected.Outcomes"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Start of the appointment that stands at the end, null when none does.</summary>
    public DateTimeOffset? BookedSlot { get; init; }

    /// <summary>Appointments made during the conversation, those moved or cancelled later included.</summary>
    public int NewAppointments { get; init; }
    public required IReadOnlyList<BotReply> Replies { get; init; }

    /// <summary>The contact's tags at the end.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
