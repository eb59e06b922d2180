using OutletBot.Inbox;

namespace OutletBot.FollowUps;

/// <summary>What is said to a lead unasked.</summary>
internal enum FollowUpKind
{
    /// <summary>A silent lead is asked again.</summary>
    Nudge,

    /// <summary>An appointment comes near.</summary>
    Reminder,

    /// <summary>The lead missed an appointment and is offered another time.</summary>
    NoShow,
}

/// <summary>The next word to a lead who has not written.</summary>
internal sealed record FollowUp
{
    public required FollowUpKind Kind { get; init; }

    /// <summary>Which step of the plan it is, from 0; 0 for other kinds.</summary>
    public int Step { get; init; }

    /// <summary>When plan or appointment ask for it, whatever the hour.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>When it may be said.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>From when on it may not be said any more.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>How it reaches the lead.</summary>
    public required Way Way { get; init; }
}

/// <summary>A way to a lead: a channel, or a workflow that sends a template.</summary>
/// <param name="Channel">Where it goes.</param>
/// <param name="WorkflowId">The workflow that sends it, null where we do.</param>
/// <param name="Closes">When the way closes, null when it never does.</param>
internal sealed record Way(Channel Channel, string? WorkflowId = null, DateTimeOffset? Closes = null);
