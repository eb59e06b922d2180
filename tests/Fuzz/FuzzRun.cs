using OutletBot.Fuzz.Bodies;
using OutletBot.Inbox;

namespace OutletBot.Fuzz;

/// <summary>A body that was not answered as it must be.</summary>
/// <param name="Number">Its number; with the seed it makes the body again.</param>
/// <param name="Body">What was sent.</param>
/// <param name="Wrong">What is wrong with the answer.</param>
internal sealed record Finding(long Number, byte[] Body, string Wrong);

/// <summary>Sends bodies by number until all are sent or one is answered as it must not be.</summary>
internal sealed class FuzzRun(int seed, int atOnce)
{
    private long sent;

    /// <summary>Bodies sent so far.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <summary>Events that the webhooks accepted.</summary>
    public long Accepted { get; private set; }

    public async Task<Finding?> RunAsync(long first, long count, IInbox? store, CancellationToken cancellation)
    {
        var inbox = new CheckedInbox(store);
        await using var gate = new Gate(inbox);
        var next = first - 1;
        Finding? found = null;
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            while (Volatile.Read(ref found) is null && !cancellation.IsCancellationRequested && Interlocked.Increment(ref next) is var number && number < first + count)
            {
                var body = BodyMaker.Make(seed, number);
                if (await gate.SendAsync(body) is { } wrong) Interlocked.CompareExchange(ref found, new(number, body, wrong), null);
                Interlocked.Increment(ref sent);
            }
        }, cancellation)));
        Accepted = inbox.Accepted;
        return found;
    }
}
