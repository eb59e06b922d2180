using OutletBot.Conversations;
using OutletBot.Locations;

namespace OutletBot.Agent;

/// <summary>Thinks about what the lead wrote and proposes an answer. Decides nothing.</summary>
public interface IBrain
{
    /// <summary>Never throws for what a supplier does: the rule brain stands in for the model.</summary>
    Task<Proposal> ThinkAsync(Thought thought, CancellationToken cancellation);
}

/// <summary>All that a brain may know: this conversation's facts, and none of another's.</summary>
public sealed record Thought
{
    /// <summary>Which conversation it is, for the ledger of costs; the model is not told.</summary>
    public ConversationId Conversation { get; init; } = new("", "");

    /// <summary>The location's settings.</summary>
    public required LocationSettings Location { get; init; }

    /// <summary>What the lead wrote since our last reply, fragments joined by line breaks.</summary>
    public required string Text { get; init; }

    /// <summary>Earlier messages, oldest first, at most 12.</summary>
    public IReadOnlyList<Spoken> History { get; init; } = [];

    /// <summary>What came before <see cref="History"/>, in one line; empty when nothing did.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What is known of the lead.</summary>
    public Lead Lead { get; init; } = Lead.Unknown;

    /// <summary>The conversation's stage.</summary>
    public required Stage Stage { get; init; }

    /// <summary>What our last message asked for.</summary>
    public Field? Asked { get; init; }

    /// <summary>Fields still to be asked, in order.</summary>
    public IReadOnlyList<Field> Missing { get; init; } = [];

    /// <summary>The times on offer, in the order shown, with the location's offset.</summary>
    public IReadOnlyList<DateTimeOffset> Offered { get; init; } = [];

    /// <summary>Start of the booked appointment.</summary>
    public DateTimeOffset? Appointment { get; init; }

    /// <summary>Whether the lead wrote on while this turn was thought about before: its one model call is spent, and the rules go on.</summary>
    public bool Interrupted { get; init; }

    /// <summary>Language spoken so far, <c>es</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Now, with the location's offset.</summary>
    public required DateTimeOffset Now { get; init; }
}
