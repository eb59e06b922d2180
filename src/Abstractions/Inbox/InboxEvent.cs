namespace OutletBot.Inbox;

/// <summary>What a committed event asks of the bot. The numbers are stored: never renumber.</summary>
[GenerateSerializer, Alias("OutletBot.InboxEventKind")]
public enum InboxEventKind
{
    /// <summary>The lead wrote.</summary>
    LeadMessage = 0,

    /// <summary>A person of the agency wrote to the lead from GHL or a phone: the bot falls silent.</summary>
    PersonMessage = 1,

    /// <summary>The contact's do-not-disturb setting changed; <see cref="InboxEvent.Detail"/> is <c>on</c> or <c>off</c>.</summary>
    DoNotDisturb = 2,

    /// <summary>An appointment changed in GHL; <see cref="InboxEvent.Detail"/> holds an <see cref="AppointmentChange"/> as JSON.</summary>
    AppointmentChanged = 3,

    /// <summary>A lead filled in a Meta form; <see cref="InboxEvent.Detail"/> is the <c>leadgen_id</c>.</summary>
    FormLead = 4,

    /// <summary>An operator took the conversation over; <see cref="InboxEvent.Detail"/> names them.</summary>
    TakeOver = 5,

    /// <summary>An operator gave the conversation back to the bot.</summary>
    Release = 6,

    /// <summary>A contact made from a Meta form is to be greeted first.</summary>
    Greet = 7,

    /// <summary>The contact's tags changed; <see cref="InboxEvent.Detail"/> holds those of them that switch the bot off or on, joined by commas.</summary>
    TagsChanged = 8,
}

/// <summary>The channels that a reply can go out on, as GHL names them in <c>POST /conversations/messages</c>.</summary>
[GenerateSerializer, Alias("OutletBot.Channel")]
public enum Channel
{
    /// <summary>Text message.</summary>
    Sms = 0,

    /// <summary>WhatsApp: free text only within 24 hours of the lead's last message.</summary>
    WhatsApp = 1,
}

/// <summary>An event from outside, committed to SQL before its webhook is answered, and delivered to a grain afterwards.</summary>
[GenerateSerializer, Immutable, Alias("OutletBot.InboxEvent")]
public sealed record InboxEvent
{
    /// <summary>The row's number in SQL, rising in order of commit; 0 before the commit.</summary>
    [Id(0)] public long Id { get; init; }

    /// <summary>What the event asks for.</summary>
    [Id(1)] public required InboxEventKind Kind { get; init; }

    /// <summary>The conversation it belongs to. For a form lead the contact part is <c>meta:{leadgen_id}</c>, as no contact is known yet.</summary>
    [Id(2)] public required ConversationId Conversation { get; init; }

    /// <summary>The provider's id of the message, or one made by the gateway when <see cref="HasProviderId"/> is false.</summary>
    [Id(3)] public required string MessageId { get; init; }

    /// <summary>GHL's id of the webhook delivery, the same on a repeat.</summary>
    [Id(4)] public string? WebhookId { get; init; }

    /// <summary>Whether the provider gave an id. Without one an equal text of the same contact within 5 seconds is the same event.</summary>
    [Id(5)] public bool HasProviderId { get; init; }

    /// <summary>What was written; empty for other kinds.</summary>
    [Id(6)] public string Text { get; init; } = "";

    /// <summary>The lead's number as the event gave it.</summary>
    [Id(7)] public string? Phone { get; init; }

    /// <summary>The channel it came on, where the event says so.</summary>
    [Id(8)] public Channel? Channel { get; init; }

    /// <summary>When the provider says it happened; the time of arrival where it does not say.</summary>
    [Id(9)] public required DateTimeOffset SentAt { get; init; }

    /// <summary>When the gateway received it.</summary>
    [Id(10)] public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>See <see cref="InboxEventKind"/>.</summary>
    [Id(11)] public string? Detail { get; init; }

    /// <summary>W3C trace parent of the request that brought it.</summary>
    [Id(12)] public string? TraceParent { get; init; }

    /// <summary>The kind of attachment when there is no text: <c>audio</c>, <c>image</c>, <c>video</c>, <c>file</c>, <c>location</c>, <c>sticker</c>.</summary>
    [Id(13)] public string? Attachment { get; init; }
}

/// <summary>An appointment as a GHL appointment event states it.</summary>
/// <param name="AppointmentId">GHL's id.</param>
/// <param name="CalendarId">The calendar it stands in.</param>
/// <param name="Status">GHL's <c>appointmentStatus</c>: new, confirmed, cancelled, showed, noshow, invalid.</param>
/// <param name="StartTime">Start, where the event gives one.</param>
/// <param name="Deleted">Whether the appointment was deleted.</param>
public sealed record AppointmentChange(string AppointmentId, string? CalendarId, string? Status, DateTimeOffset? StartTime, bool Deleted);
