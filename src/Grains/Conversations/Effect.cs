using System.Text.Json.Serialization;
using OutletBot.Crm;
using OutletBot.Inbox;

namespace OutletBot.Conversations;

/// <summary>Something to be done in GHL. It is committed before it is run, and known by its id ever after.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SendReply), "send")]
[JsonDerivedType(typeof(StartWorkflow), "workflow")]
[JsonDerivedType(typeof(UpdateContact), "contact")]
[JsonDerivedType(typeof(AddTags), "tags")]
[JsonDerivedType(typeof(RemoveTags), "untag")]
[JsonDerivedType(typeof(AddNote), "note")]
[JsonDerivedType(typeof(BookSlot), "book")]
[JsonDerivedType(typeof(MoveAppointment), "move")]
[JsonDerivedType(typeof(CancelAppointment), "cancel")]
internal abstract record Effect
{
    /// <summary>Unique in its conversation, and the same however often the turn is replayed: <c>turn-number</c>.</summary>
    public required string Id { get; init; }

    /// <summary>When the turn that wants it was committed first.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Failed tries so far.</summary>
    public int Attempts { get; init; }

    /// <summary>What operators were told of its waiting, null while they were told nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Told { get; init; }

    /// <summary>A follow-up is not begun from then on, nor once the lead writes; null for what must be done whenever it can be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether the next turn must wait for it: what the lead sees, and what the next reply depends on.</summary>
    [JsonIgnore]
    public virtual bool HoldsTheConversation => false;

    /// <summary>
    /// Whether a later effect waits for this one: what the lead sees keeps its order, an older value never overwrites a newer one, and
    /// do-not-disturb comes after the last word, which GHL would refuse.
    /// </summary>
    public bool Precedes(Effect later) =>
        (HoldsTheConversation && later.HoldsTheConversation)
        || (this, later) is (UpdateContact, UpdateContact)
            or (AddTags or RemoveTags, AddTags or RemoveTags)
            or (SendReply, UpdateContact { Patch.DoNotDisturb: true });
}

/// <summary>A message to the lead.</summary>
internal sealed record SendReply : Effect
{
    public required Channel Channel { get; init; }

    public required string Text { get; init; }

    public BrainKind Brain { get; init; }

    /// <summary>Not wanted any more. It is only looked up, where an earlier try may have sent it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Withdrawn { get; init; }

    [JsonIgnore]
    public override bool HoldsTheConversation => true;
}

/// <summary>A workflow that opens the conversation, where only a template may.</summary>
internal sealed record StartWorkflow : Effect
{
    public required string WorkflowId { get; init; }
}

/// <summary>Fields of the contact.</summary>
internal sealed record UpdateContact : Effect
{
    public required ContactPatch Patch { get; init; }

    /// <summary>Do-not-disturb must be off before the reply, which GHL refuses otherwise.</summary>
    [JsonIgnore]
    public override bool HoldsTheConversation => Patch.DoNotDisturb == false;
}

internal sealed record AddTags : Effect
{
    public required IReadOnlyList<string> Tags { get; init; }
}

internal sealed record RemoveTags : Effect
{
    public required IReadOnlyList<string> Tags { get; init; }
}

internal sealed record AddNote : Effect
{
    public required string Body { get; init; }
}

/// <summary>Books a time; its outcome decides what is said next.</summary>
internal sealed record BookSlot : Effect
{
    public required DateTimeOffset Start { get; init; }

    [JsonIgnore]
    public override bool HoldsTheConversation => true;
}

/// <summary>Moves the appointment; its outcome decides what is said next.</summary>
internal sealed record MoveAppointment : Effect
{
    public required string AppointmentId { get; init; }

    public required DateTimeOffset Start { get; init; }

    [JsonIgnore]
    public override bool HoldsTheConversation => true;
}

/// <summary>Cancels the appointment, before the lead is told so.</summary>
internal sealed record CancelAppointment : Effect
{
    public required string AppointmentId { get; init; }

    [JsonIgnore]
    public override bool HoldsTheConversation => true;
}
