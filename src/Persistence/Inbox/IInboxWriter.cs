namespace OutletBot.Inbox;

/// <summary>Commits batches of events, one batch at a time.</summary>
internal interface IInboxWriter : IAsyncDisposable
{
    /// <summary>
    /// How close equal events of one contact must be received for one without a provider's id to be a repeat.
    /// </summary>
    static readonly TimeSpan RepeatWindow = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How close the times at which an equal message was sent must be for a webhook that names no message to bring one again that was
    /// found in GHL's conversation: GHL repeats what could not be committed ten minutes later, when it has been found and answered.
    /// </summary>
    static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(1);

    /// <summary>How long after a message was found its webhook may come.</summary>
    static readonly TimeSpan FoundBefore = TimeSpan.FromDays(1);

    /// <summary>Whether an event tells of a message without naming it.</summary>
    static bool IsNameless(InboxEvent e) => e.Kind == InboxEventKind.LeadMessage && (!e.HasProviderId || e.MessageId == e.WebhookId);

    /// <summary>Commits all events or none. What was committed before comes back as a duplicate.</summary>
    Task<Appended[]> AppendAsync(IReadOnlyList<InboxEvent> events);
}
