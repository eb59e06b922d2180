using System.Collections.Concurrent;
using OutletBot.Bench.Figures;

namespace OutletBot.Bench.Leads;

/// <summary>Tells a waiting lead of the bot's next reply.</summary>
internal sealed class Replies(SimulatorClient simulator, TimeSpan interval)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new(StringComparer.Ordinal);
    private long seen;

    /// <summary>Replies that came too late or not at all.</summary>
    public int Missed { get; private set; }

    /// <summary>Lets a lead write and waits for the reply. False when there is none in a minute.</summary>
    public async Task<bool> TalkAsync(string contactId, IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        var reply = waiting[contactId] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await simulator.TypeAsync(contactId, texts, cancellation);
            await reply.Task.WaitAsync(Patience, TimeProvider.System, cancellation);
            return true;
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException { InnerException: TimeoutException })
        {
            // Neither the reply nor, on a machine that is busy with others, the webhook's answer came in time.
            Missed++;
            var ledger = await simulator.LedgerAsync(0, null, cancellation);
            Result.Progress($"no reply to {contactId}: {string.Join(", ", ledger.Where(e => e.ContactId == contactId).Select(e => $"{e.At:HH:mm:ss.fff} {e.Kind} {e.Status}"))}");
            return false;
        }
    }

    /// <summary>Looks for replies until it is cancelled.</summary>
    public async Task WatchAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            foreach (var entry in await simulator.LedgerAsync(seen, "outbound", cancellation))
            {
                seen = Math.Max(seen, entry.Seq);
                if (entry.ContactId is { } contact && waiting.TryRemove(contact, out var reply)) reply.TrySetResult();
            }

            await Task.Delay(interval, TimeProvider.System, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
