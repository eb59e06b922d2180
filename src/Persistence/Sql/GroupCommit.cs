using System.Threading.Channels;

namespace OutletBot.Persistence.Sql;

/// <summary>
/// Commits what many callers ask for in as few transactions as possible, without ever waiting for company: while one batch
/// commits, the next one gathers. With a single caller every item goes alone.
/// </summary>
internal sealed class GroupCommit<TItem, TResult> : IAsyncDisposable
{
    private readonly Channel<Entry> queue;
    private readonly Func<IReadOnlyList<TItem>, Task<TResult[]>> commit;
    private readonly int batchSize;
    private readonly Task loop;

    /// <param name="capacity">How many items may wait.</param>
    /// <param name="batchSize">How many items one transaction takes at most.</param>
    /// <param name="commit">Commits all or none, and returns a result for each.</param>
    public GroupCommit(int capacity, int batchSize, Func<IReadOnlyList<TItem>, Task<TResult[]>> commit)
    {
        queue = Channel.CreateBounded<Entry>(new BoundedChannelOptions(capacity) { SingleReader = true });
        this.batchSize = batchSize;
        this.commit = commit;
        loop = Task.Run(RunAsync);
    }

    /// <summary>Asks for a commit; false when too many wait already, or when the process is about to end.</summary>
    /// <param name="item">What to commit.</param>
    /// <param name="withdrawal">Takes back what still waits: then it is not committed. What SQL has begun is not undone.</param>
    /// <param name="committed">Ends with its transaction, or as cancelled when it was taken back.</param>
    public bool TryCommit(TItem item, CancellationToken withdrawal, out Task<TResult> committed)
    {
        var entry = new Entry(item);
        var waits = queue.Writer.TryWrite(entry);
        committed = waits ? entry.CommittedAsync(withdrawal) : entry.Done.Task;
        return waits;
    }

    /// <summary>As <see cref="TryCommit"/>, but waits for room.</summary>
    public async Task<TResult> CommitAsync(TItem item, CancellationToken cancellation)
    {
        var entry = new Entry(item);
        await queue.Writer.WriteAsync(entry, cancellation);
        return await entry.Done.Task.WaitAsync(cancellation);
    }

    /// <summary>Takes no more, and returns when what waits is committed.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
    }

    private async Task RunAsync()
    {
        var batch = new List<Entry>(batchSize);
        while (await queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < batchSize && queue.Reader.TryRead(out var entry))
                if (entry.TryTake()) batch.Add(entry);
            if (batch.Count > 0) await CommitAsync(batch);
        }
    }

    private async Task CommitAsync(List<Entry> batch)
    {
        try
        {
            var results = await commit(batch.ConvertAll(e => e.Item));
            for (var i = 0; i < batch.Count; i++) batch[i].Done.TrySetResult(results[i]);
        }
        catch (Exception e) when (batch.Count > 1 && !SqlErrors.IsUnavailable(e))
        {
            // One item that SQL refuses must not fail its neighbours.
            await CommitOneByOneAsync(batch);
        }
        catch (Exception e)
        {
            foreach (var entry in batch) entry.Done.TrySetException(e);
        }
    }

    private async Task CommitOneByOneAsync(List<Entry> batch)
    {
        Exception? away = null;
        foreach (var entry in batch)
        {
            // Each would wait for the same database in vain, one after the other.
            if (away is not null) entry.Done.TrySetException(away);
            else await CommitAsync([entry]);
            if (entry.Done.Task.Exception?.InnerException is { } failure && SqlErrors.IsUnavailable(failure)) away = failure;
        }
    }

    private sealed class Entry(TItem item)
    {
        private int decided;

        public TItem Item { get; } = item;

        // Continuations run elsewhere, or the callers' work would hold up the next batch.
        public TaskCompletionSource<TResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool TryTake() => Decide();

        public async Task<TResult> CommittedAsync(CancellationToken withdrawal)
        {
            using var registration = withdrawal.UnsafeRegister(static (entry, token) => ((Entry)entry!).Withdraw(token), this);
            return await Done.Task;
        }

        private void Withdraw(CancellationToken token)
        {
            if (Decide()) Done.TrySetCanceled(token);
        }

        /// <summary>Whoever is first decides: the batch that takes it, or the caller who takes it back.</summary>
        private bool Decide() => Interlocked.Exchange(ref decided, 1) == 0;
    }
}
