using System.Threading.Channels;
using OutletBot.Inbox;

namespace OutletBot.Gateway.Webhooks;

/// <summary>
/// Tells grains about committed events, beside the request that brought them. Best effort: what is not delivered here, the
/// sweeper delivers.
/// </summary>
internal sealed partial class Delivery(IServiceProvider services, TimeProvider time, ILogger<Delivery> logger) : BackgroundService
{
    private const int MostWaiting = 10_000;
    private const int AtOnce = 256;
    private const int Attempts = 10;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(300);

    private readonly Channel<InboxEvent> waiting = System.Threading.Channels.Channel.CreateBounded<InboxEvent>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Announce(InboxEvent inboxEvent) => waiting.Writer.TryWrite(inboxEvent);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Without Orleans in the process nobody can be told; the sweeper of a silo finds the events.
        if (services.GetService<IGrainFactory>() is not { } grains) return;

        // Many at once, so that an event for a silo that just died holds up no other conversation's.
        await Parallel.ForEachAsync(
            waiting.Reader.ReadAllAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
            async (inboxEvent, stopping) => await DeliverAsync(grains, inboxEvent, stopping));
    }

    private async Task DeliverAsync(IGrainFactory grains, InboxEvent inboxEvent, CancellationToken stopping)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            try
            {
                await grains.DeliverAsync(inboxEvent);
                return;
            }
            catch (Exception fault)
            {
                // No silo, or none yet: of no concern to the webhook, which is committed.
                LogNotDelivered(fault, inboxEvent.Id, attempt);
                await Task.Delay(BetweenAttempts, time, stopping);
            }
        }
    }

    [LoggerMessage(1001, LogLevel.Debug, "Event {Id} could not be delivered, attempt {Attempt}")]
    private partial void LogNotDelivered(Exception fault, long id, int attempt);
}
