using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using OutletBot.Conversations;
using OutletBot.ReadModel;

namespace OutletBot.FollowUps;

/// <summary>
/// Wakes conversations whose follow-up is overdue by the read model: the reminder came while no silo listened, or is not there any more, as after
/// a backup was restored. Each silo does, often after its start and seldom later; a conversation that is awake already says nothing twice.
/// </summary>
internal sealed partial class FollowUpSweeper(IConversationLog log, IGrainFactory grains, TimeProvider time, ILogger<FollowUpSweeper> logger) : BackgroundService
{
    private const int BatchSize = 200;

    private static readonly TimeSpan Interval = ConversationGrain.WakeUpAgain;

    /// <summary>A silo takes a while until reminders come again, and does not say when: what was due meanwhile is not left for minutes.</summary>
    private static readonly TimeSpan FirstInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstFor = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BetweenBatches = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AnswerAtMost = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var started = time.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = time.GetElapsedTime(started) < FirstFor ? FirstInterval : Interval;
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (stoppingToken.IsCancellationRequested)
            {
                LogEnded(e);
                return;
            }
            catch (Exception e)
            {
                LogFailed(e);
                pause = FirstInterval;
            }

            // Silos that started together must not sweep together.
            await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Wakes all that are overdue, a batch at a time.</summary>
    internal async Task SweepAsync(CancellationToken cancellation)
    {
        var filter = new ConversationFilter { FollowUpBefore = time.GetUtcNow(), Limit = BatchSize };
        while (await log.ListAsync(filter, cancellation) is { Count: > 0 } overdue)
        {
            LogOverdue(overdue.Count);
            // A silo that does not answer must not keep the others from their share; what it missed is overdue still when it is looked again.
            await Task.WhenAll(overdue.Select(WakeAsync)).WaitAsync(AnswerAtMost, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (overdue.Count < BatchSize) return;
            filter = filter with { Before = overdue[^1].UpdatedAt };
            await Task.Delay(BetweenBatches, time, cancellation);
        }
    }

    /// <summary>As Orleans does when the reminder comes, so that silos of every version understand it.</summary>
    private Task WakeAsync(ConversationRow row)
    {
        var grain = grains.GetGrain<IConversationGrain>(new ConversationId(row.LocationId, row.ContactId).ToString());
        return grain.AsReference<IRemindable>().ReceiveReminder(ConversationGrain.WakeUp, new TickStatus(row.FollowUpAt!.Value.UtcDateTime, Interval, time.GetUtcNow().UtcDateTime));
    }

    [LoggerMessage(2121, LogLevel.Information, "{Count} follow-ups are overdue; their conversations are woken.")]
    private partial void LogOverdue(int count);

    [LoggerMessage(2123, LogLevel.Debug, "Overdue follow-ups are looked for no more, as the process ends.")]
    private partial void LogEnded(Exception exception);

    [LoggerMessage(2122, LogLevel.Warning, "Overdue follow-ups could not be looked for; it is tried again.")]
    private partial void LogFailed(Exception exception);
}
