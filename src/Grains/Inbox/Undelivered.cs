using Microsoft.Extensions.Logging;
using OutletBot.Conversations;
using OutletBot.Locations;
using OutletBot.ReadModel;

namespace OutletBot.Inbox;

/// <summary>
/// Events that no grain takes, as when the row of a conversation cannot be read: they are told in the log, and a person is called for what could
/// not be delivered for minutes. A grain that takes its event records its row anew, and needs nobody any more.
/// </summary>
internal sealed partial class Undelivered(IConversationLog log, ILocations locations, TimeProvider time, ILogger<Undelivered> logger)
{
    /// <summary>A silo that died, and those that take its grains over, need a part of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromSeconds(30);

    /// <summary>When all of a silo's conversations fail, their rows must not hold up what can be delivered.</summary>
    private const int CallsAtOnce = 100;

    private readonly Dictionary<long, Failing> _failing = [];
    private readonly HashSet<long> _seen = [];
    private (int Count, InboxEvent Event, Exception Why)? _latest;
    private DateTimeOffset _warnedAt = DateTimeOffset.MinValue;

    /// <summary>Takes down what became of a delivery.</summary>
    public void Note(InboxEvent inboxEvent, Task delivery)
    {
        _seen.Add(inboxEvent.Id);
        if (delivery.IsCompletedSuccessfully)
        {
            _failing.Remove(inboxEvent.Id);
            return;
        }

        var why = delivery.Exception?.InnerException ?? new TimeoutException("No silo answered.");
        _failing[inboxEvent.Id] = _failing.TryGetValue(inboxEvent.Id, out var failing) ? failing with { Why = why } : new Failing(inboxEvent, time.GetUtcNow(), why);
        _latest = ((_latest?.Count ?? 0) + 1, inboxEvent, why);
    }

    /// <summary>Ends a sweep: tells what failed in it, and calls a person for what has failed for long.</summary>
    /// <param name="all">Whether everything that waits was swept: what is not seen then is handled.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public async Task TellAsync(bool all, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (_latest is { } latest && now - _warnedAt >= BetweenWarnings)
        {
            _warnedAt = now;
            LogUndelivered(latest.Why, latest.Count, latest.Event.Id, latest.Event.Conversation);
        }

        if (all)
        {
            foreach (var id in _failing.Keys.Where(id => !_seen.Contains(id)).ToList()) _failing.Remove(id);
        }

        _latest = null;
        _seen.Clear();
        foreach (var (id, failing) in _failing.Where(f => !f.Value.Told && now - f.Value.Since >= Patience).Take(CallsAtOnce).ToList())
        {
            await log.CallPersonAsync(Row(failing.Event, $"An event could not be delivered for minutes: {failing.Why.GetType().Name}"), id, cancellation);
            _failing[id] = failing with { Told = true };
            LogCalled(id, failing.Event.Conversation);
        }
    }

    private ConversationRow Row(InboxEvent inboxEvent, string why) => new()
    {
        LocationId = inboxEvent.Conversation.LocationId,
        ContactId = inboxEvent.Conversation.ContactId,
        Turn = 0,
        Stage = inboxEvent.Kind == InboxEventKind.FormLead ? nameof(Stage.HandedOff) : nameof(Stage.Qualifying),
        Language = locations.Get(inboxEvent.Conversation.LocationId).Language,
        NeedsHuman = why,
        UpdatedAt = time.GetUtcNow(),
    };

    private sealed record Failing(InboxEvent Event, DateTimeOffset Since, Exception Why, bool Told = false);

    [LoggerMessage(2105, LogLevel.Warning, "{Count} events could not be delivered and are tried again, among them {Event} of {Conversation}.")]
    private partial void LogUndelivered(Exception exception, int count, long @event, ConversationId conversation);

    [LoggerMessage(2106, LogLevel.Error, "Event {Event} of {Conversation} could not be delivered for minutes; it stands in the operators' queue and is tried further.")]
    private partial void LogCalled(long @event, ConversationId conversation);
}
