using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OutletBot.Crm;
using OutletBot.FollowUps;
using OutletBot.Inbox;

namespace OutletBot.Conversations;

/// <summary>
/// What reached a conversation from outside at one moment, and what came of it. All of them in order, and the transcript, are enough
/// to play the conversation again.
/// </summary>
internal sealed record TurnGrounds
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Unique in its conversation.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What GHL knew of the contact, where it was read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ContactFacts? Contact { get; init; }

    /// <summary>The tag that had silenced us was found gone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SwitchedOn { get; init; }

    /// <summary>What happened; empty where this is the outcome of a booking.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Occurrence>? Events { get; init; }

    /// <summary>GHL's newest messages, where a release looked at them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CrmMessage>? Meanwhile { get; init; }

    /// <summary>The calendar's free times, where they were looked up.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FreeTimes? Free { get; init; }

    /// <summary>What GHL showed right before a follow-up that was due, where this is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Sight? Sight { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BookingOutcome? Booking { get; init; }

    /// <summary>What was decided; null where nothing was to be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Conclusion? Conclusion { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static TurnGrounds FromJson(string json) => JsonSerializer.Deserialize<TurnGrounds>(json, Json)!;
}

/// <summary>What GHL knew of a contact when it was read.</summary>
/// <param name="Contact">The contact; null where GHL has none.</param>
/// <param name="Appointment">The next appointment that stood.</param>
/// <param name="Channel">The channel that the lead last wrote on, where it had to be looked up.</param>
internal sealed record ContactFacts(Contact? Contact, Appointment? Appointment = null, Channel? Channel = null);

/// <summary>An event without the words of a message, which stand in the transcript.</summary>
internal sealed record Occurrence
{
    public required long InboxId { get; init; }

    public required InboxEventKind Kind { get; init; }

    public required string MessageId { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Channel? Channel { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    /// <summary>The kind of attachment where there were no words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Attachment { get; init; }

    public static Occurrence Of(InboxEvent e) => new()
    {
        InboxId = e.Id,
        Kind = e.Kind,
        MessageId = e.MessageId,
        SentAt = e.SentAt,
        Channel = e.Channel,
        Detail = e.Detail,
        Attachment = e is { Kind: InboxEventKind.LeadMessage, Text.Length: 0 } ? e.Attachment ?? "file" : null,
    };

    public InboxEvent ToEvent(ConversationId conversation, string text) => new()
    {
        Id = InboxId,
        Kind = Kind,
        Conversation = conversation,
        MessageId = MessageId,
        HasProviderId = true,
        Text = Attachment is null ? text : "",
        Channel = Channel,
        Detail = Detail,
        Attachment = Attachment,
        SentAt = SentAt,
        ReceivedAt = SentAt,
    };
}

/// <summary>How a booking, or the move of an appointment, ended.</summary>
/// <param name="EffectId">The effect that wanted it.</param>
/// <param name="Start">The time.</param>
/// <param name="AppointmentId">GHL's id; null where the time was taken, or the booking refused.</param>
/// <param name="Refusal">Why GHL refuses it for good, null where it does not.</param>
internal sealed record BookingOutcome(string EffectId, DateTimeOffset Start, string? AppointmentId, string? Refusal = null);

/// <summary>Where a conversation stood after a decision.</summary>
internal sealed record Conclusion
{
    /// <summary>The number of the turn: ids of its effects begin with it.</summary>
    public required long Turn { get; init; }

    /// <summary>Null where it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Stage? Stage { get; init; }

    /// <summary>Null where it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Lead? Lead { get; init; }

    /// <summary>Start of the appointment that stood.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Appointment { get; init; }

    /// <summary>What the model's call cost, USD; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? CostUsd { get; init; }
}
