using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace OutletBot.Inbox;

/// <summary>
/// Delivers again what nobody has marked as handled: the message to the grain got lost, its silo died, or its turn waits.
/// Each silo does, as any of them may be the last; a grain knows what it has already.
/// </summary>
internal sealed partial class InboxSweeper(
    IInbox inbox, IGrainFactory grains, Undelivered undelivered, InboxMetrics metrics, IClusterMembershipService membership, TimeProvider time,
    ILogger<InboxSweeper> logger)
    : BackgroundService
{
    private const int BatchSize = 200;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Overdue = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan AnswerAtMost = TimeSpan.FromSeconds(2);

    // What was on its way to a silo that died is known to be lost: no need to wait until it is overdue.
    private static readonly TimeSpan HurryFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan HurriedInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan HurriedOverdue = TimeSpan.FromSeconds(1);

    // What waits for long waits for GHL, in a grain that has it: to deliver all of it with every sweep would be a storm of our own.
    private static readonly TimeSpan LongWaiting = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AllInterval = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan PurgeInterval = TimeSpan.FromHours(1);

    private DateTimeOffset _purgedAt;
    private DateTimeOffset _sweptAllAt;

    /// <summary>All events up to this id wait for long already.</summary>
    private long _longWaiting;
    private DateTimeOffset _hurryUntil = DateTimeOffset.MinValue;
    private TaskCompletionSource _siloLost = NewSignal();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Task.WhenAll(SweepOnAsync(stoppingToken), WatchOnAsync(stoppingToken));
    }

    private async Task SweepOnAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
                await PurgeAsync(stoppingToken);
                // Silos that started together must not sweep together.
                var pause = (Hurries ? HurriedInterval : Interval) * (0.5 + Random.Shared.NextDouble());
                await Task.WhenAny(_siloLost.Task, Task.Delay(pause, time, stoppingToken));
                if (_siloLost.Task.IsCompleted) _siloLost = NewSignal();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogFailed(e);
                await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Goes through what is overdue, a batch at a time; through what waits for long twice a minute only, so that it never hides what was lost a moment ago.</summary>
    internal async Task SweepAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var all = Hurries || now - _sweptAllAt >= AllInterval;
        if (all) _sweptAllAt = now;
        var (found, oldest) = (0L, now);
        var before = now - (Hurries ? HurriedOverdue : Overdue);
        for (var after = all ? 0 : _longWaiting; ;)
        {
            var events = await inbox.UnhandledAsync(before, after, BatchSize, cancellation);
            if (events.Count > 0)
            {
                LogSwept(events.Count);
                (found, oldest) = (found + events.Count, Earlier(oldest, events.Min(e => e.ReceivedAt)));
                await DeliverAsync(events, cancellation);
            }

            if (events.LastOrDefault(e => e.ReceivedAt < now - LongWaiting) is { } old && old.Id > _longWaiting) _longWaiting = old.Id;
            if (events.Count < BatchSize) break;
            after = events[^1].Id;
            // A long outage leaves thousands: they come back as a stream, not as a storm.
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellation);
        }

        if (all) metrics.Found(found, now - oldest);
        await undelivered.TellAsync(all, cancellation);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private async Task DeliverAsync(IReadOnlyList<InboxEvent> events, CancellationToken cancellation)
    {
        var deliveries = events.Select(DeliverAsync).ToList();
        // A silo that does not answer must not keep the others from their share.
        await Task.WhenAll(deliveries).WaitAsync(AnswerAtMost, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
        for (var i = 0; i < events.Count; i++) undelivered.Note(events[i], deliveries[i]);
    }

    /// <summary>Whatever is wrong with an event, also before it leaves, is wrong with that one alone.</summary>
    private async Task DeliverAsync(InboxEvent inboxEvent) => await grains.DeliverAsync(inboxEvent);

    private bool Hurries => time.GetUtcNow() < _hurryUntil;

    /// <summary>Without it what was on its way to a dead silo waits until it is overdue: a failure is told, and watching begins anew.</summary>
    private async Task WatchOnAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await WatchAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogUnwatched(e);
            }

            // The silo may have ended; a sequence that ends at once must not be begun again without a pause.
            await Task.Delay(Interval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WatchAsync(CancellationToken stopping)
    {
        int? dead = null;
        await foreach (var snapshot in membership.MembershipUpdates.WithCancellation(stopping))
        {
            var now = snapshot.Members.Values.Count(m => m.Status == SiloStatus.Dead);
            if (now > dead)
            {
                _hurryUntil = time.GetUtcNow() + HurryFor;
                _siloLost.TrySetResult();
            }

            dead = now;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task PurgeAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now - _purgedAt < PurgeInterval) return;
        _purgedAt = now;
        var purged = await inbox.PurgeAsync(now - IInbox.DedupeWindow, cancellation);
        if (purged > 0) LogPurged(purged);
    }

    [LoggerMessage(2101, LogLevel.Debug, "Delivered {Count} waiting events again.")]
    private partial void LogSwept(int count);

    [LoggerMessage(2102, LogLevel.Information, "Deleted {Count} handled events older than a week.")]
    private partial void LogPurged(int count);

    [LoggerMessage(2104, LogLevel.Warning, "The cluster's members cannot be watched; it is tried again.")]
    private partial void LogUnwatched(Exception exception);

    [LoggerMessage(2103, LogLevel.Warning, "The inbox could not be swept; it is tried again.")]
    private partial void LogFailed(Exception exception);
}
