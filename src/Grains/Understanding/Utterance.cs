using OutletBot.Conversations;
using OutletBot.Playbooks;

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

    /// <summary>The fields that are asked here.</summary>
    public IReadOnlyList<FieldSpec> Fields { get; init; } = Playbook.Agency.Fields;

    /// <summary>The agent's own name, which is never the lead's.</summary>
    public string AgentName { get; init; } = "María";

    /// <summary>Whether a field is asked here.</summary>
    internal bool Asks(Field field) => Fields.Any(spec => spec.Field == field);
}
