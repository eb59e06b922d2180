using OutletBot.Inbox;

namespace OutletBot.Gateway.Webhooks;

/// <summary>What a webhook's body turned out to be.</summary>
internal abstract record WebhookReading
{
    private WebhookReading()
    {
    }

    /// <summary>Events to commit, at least one.</summary>
    public sealed record Accept(IReadOnlyList<InboxEvent> Events) : WebhookReading
    {
        /// <summary>The fields of a batch for which parts of it are left out.</summary>
        public IReadOnlyCollection<string> LeftOut { get; init; } = [];
    }

    /// <summary>Well-formed, but nothing for the bot.</summary>
    public sealed record Ignore(string Reason) : WebhookReading;

    /// <summary>Not what the contract asks for: what is wrong, by JSON field.</summary>
    public sealed record Refuse(IDictionary<string, string[]> Errors) : WebhookReading
    {
        public Refuse(string field, string wrong)
            : this(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [wrong] })
        {
        }
    }
}

/// <summary>The circumstances that a webhook arrives in.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="TraceParent">W3C trace parent of its request, null where nobody traces.</param>
/// <param name="DefaultLocation">The location of events that name none.</param>
internal sealed record Arrival(DateTimeOffset At, string? TraceParent, string? DefaultLocation)
{
    /// <summary>The contact's tags that switch the bot off and on.</summary>
    public IReadOnlyCollection<string> SwitchTags { get; init; } = [];

    private static readonly TimeSpan FurthestOff = TimeSpan.FromDays(1);

    /// <summary>The time that a provider states, unless a wrong clock must have stated it.</summary>
    public DateTimeOffset Believed(DateTimeOffset? stated) =>
        stated is { } time && (time - At).Duration() <= FurthestOff ? time.ToUniversalTime() : At;
}
