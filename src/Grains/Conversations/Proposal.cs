namespace OutletBot.Conversations;

/// <summary>What a brain makes of the lead's messages. The conversation decides what becomes of it.</summary>
public sealed record Proposal
{
    /// <summary>What was understood.</summary>
    public required Reading Reading { get; init; }

    /// <summary>A reply in the model's words, null when the templates are to speak.</summary>
    public string? Reply { get; init; }

    /// <summary>What <see cref="Reply"/> asks for, null when for nothing.</summary>
    public Field? ReplyAsks { get; init; }

    /// <summary>Which brain thought.</summary>
    public BrainKind Brain { get; init; }

    /// <summary>What the model call cost, null without one.</summary>
    public ModelUsage? Usage { get; init; }
}

/// <summary>Which brain thought.</summary>
public enum BrainKind
{
    /// <summary>The rule brain.</summary>
    Rules = 0,

    /// <summary>The model.</summary>
    Model = 1,
}

/// <summary>Tokens and USD of a model call.</summary>
public sealed record ModelUsage(long InputTokens, long OutputTokens, decimal CostUsd)
{
    /// <summary>A call that cost nothing, as none was made.</summary>
    public static ModelUsage None { get; } = new(0, 0, 0);

    /// <summary>Those of the input tokens that the provider had in its cache.</summary>
    public long CachedTokens { get; init; }
}
