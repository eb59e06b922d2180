namespace OutletBot.Inbox;

/// <summary>An event as its table holds it.</summary>
internal sealed record InboxRow
{
    public long Id { get; init; }

    public InboxEventKind Kind { get; init; }

    public required string LocationId { get; init; }

    public required string ContactId { get; init; }

    public required string MessageId { get; init; }

    public bool HasProviderId { get; init; }

    public string? WebhookId { get; init; }

    public required string Text { get; init; }

    public string? Phone { get; init; }

    public Channel? Channel { get; init; }

    public DateTimeOffset SentAt { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public string? Detail { get; init; }

    public string? TraceParent { get; init; }

    public string? Attachment { get; init; }

    public InboxEvent ToEvent() => new()
    {
        Id = Id,
        Kind = Kind,
        Conversation = new(LocationId, ContactId),
        MessageId = MessageId,
        HasProviderId = HasProviderId,
        WebhookId = WebhookId,
        Text = Text,
        Phone = Phone,
        Channel = Channel,
        SentAt = SentAt,
        ReceivedAt = ReceivedAt,
        Detail = Detail,
        TraceParent = TraceParent,
        Attachment = Attachment,
    };
}
