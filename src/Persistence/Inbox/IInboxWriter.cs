namespace OutletBot.Inbox;

/// <summary>Commits batches of events, one batch at a time.</summary>
internal interface IInboxWriter : IAsyncDisposable
{
    /// <summary>
    /// How close equal events of one contact must be received for one without a provider's id to be a repeat.
    /// </summary>
    static readonly TimeSpan RepeatWindow = TimeSpan.FromSeconds(5);

    /// <summary>Commits all events or none. What was committed before comes back as a duplicate.</summary>
    Task<Appended[]> AppendAsync(IReadOnlyList<InboxEvent> events);
}
