using System.Collections.Concurrent;

namespace OutletBot.Bench.Acks;

/// <summary>Webhooks that were answered 202, the others, and how long the answers took.</summary>
internal sealed record Answers(int Accepted, int Others, TimeSpan Took, IReadOnlyCollection<TimeSpan> Times)
{
    public double Rate => Accepted / Took.TotalSeconds;
}

/// <summary>Posts webhooks of many leads.</summary>
internal sealed class Load(int port)
{
    private const int Contacts = 500;
    private readonly string run = Guid.NewGuid().ToString("N")[..8];
    private int number;

    /// <summary>Each connection posts its next webhook when the one before is answered.</summary>
    public async Task<Answers> ClosedAsync(int connections, TimeSpan length, CancellationToken cancellation)
    {
        var wires = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Wire.ConnectAsync(port, cancellation)));
        var times = new ConcurrentBag<TimeSpan>();
        var others = 0;
        var began = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(wires.Select(wire => Task.Run(
            async () =>
            {
                while (TimeProvider.System.GetElapsedTime(began) < length)
                {
                    var sent = TimeProvider.System.GetTimestamp();
                    if (await PostAsync(wire, cancellation) == 202) times.Add(TimeProvider.System.GetElapsedTime(sent));
                    else Interlocked.Increment(ref others);
                }
            },
            cancellation)));
        var took = TimeProvider.System.GetElapsedTime(began);
        foreach (var wire in wires) wire.Dispose();
        return new Answers(times.Count, others, took, times);
    }

    /// <summary>Webhooks arrive at a rate of their own; an answer's time counts from when its webhook was due.</summary>
    public async Task<Answers> OpenAsync(int rate, TimeSpan length, CancellationToken cancellation)
    {
        var free = new ConcurrentBag<Wire>();
        for (var i = 0; i < 16; i++) free.Add(await Wire.ConnectAsync(port, cancellation));
        var times = new ConcurrentBag<TimeSpan>();
        var others = 0;
        var began = TimeProvider.System.GetTimestamp();
        var running = await Task.Factory.StartNew(Send, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAll(running);
        var took = TimeProvider.System.GetElapsedTime(began);
        foreach (var wire in free) wire.Dispose();
        return new Answers(times.Count, others, took, times);

        // On a thread of its own: timers of the pool wake up milliseconds late.
        List<Task> Send()
        {
            var (sent, total) = (new List<Task>(), (int)(rate * length.TotalSeconds));
            while (sent.Count < total)
            {
                var due = Math.Min(total, (int)(TimeProvider.System.GetElapsedTime(began).TotalSeconds * rate));
                while (sent.Count < due)
                {
                    var at = TimeSpan.FromSeconds((sent.Count + 1.0) / rate);
                    sent.Add(Task.Run(() => OneAsync(at), cancellation));
                }

                cancellation.WaitHandle.WaitOne(1);
                cancellation.ThrowIfCancellationRequested();
            }

            return sent;
        }

        async Task OneAsync(TimeSpan due)
        {
            var wire = free.TryTake(out var kept) ? kept : await Wire.ConnectAsync(port, cancellation);
            if (await PostAsync(wire, cancellation) == 202) times.Add(TimeProvider.System.GetElapsedTime(began) - due);
            else Interlocked.Increment(ref others);
            free.Add(wire);
        }
    }

    private Task<int> PostAsync(Wire wire, CancellationToken cancellation)
    {
        var n = Interlocked.Increment(ref number);
        return wire.PostAsync($"bench-{n % Contacts}", $"{run}-{n}", cancellation);
    }
}
