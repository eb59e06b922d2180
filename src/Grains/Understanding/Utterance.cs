using OutletBot.Conversations;

namespace OutletBot.Understanding;

/// <summary>A lead's message with all that decides what it means.</summary>
public sealed record Utterance
{
    /// <summary>What was written; fragments joined by line breaks.</summary>
    public required string Text { get; init; }

    /// <summary>Our last message, empty on first contact. What it asked or proposed is read from its words.</summary>
    public string LastReply { get; init; } = "";

    /// <summary>What our last message asked for, where the caller knows; null: read it from <see cref="LastReply"/>.</summary>
    public Field? Asked { get; init; }

    /// <summary>What is known already.</summary>
    public Lead Known { get; init; } = Lead.Unknown;

    /// <summary>The times on offer, in the order shown, with the location's offset.</summary>
    public IReadOnlyList<DateTimeOffset> Offered { get; init; } = [];

    /// <summary>Start of the booked appointment.</summary>
    public DateTimeOffset? Appointment { get; init; }

    /// <summary>Now, with the location's offset.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The agent's own name, which is never the lead's.</summary>
    public string AgentName { get; init; } = "María";
}
