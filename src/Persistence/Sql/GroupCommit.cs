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
    public bool TryCommit(TItem item, out Task<TResult> committed)
    {
        // Continuations run elsewhere, or the callers' work would hold up the next batch.
        var entry = new Entry(item, new(TaskCreationOptions.RunContinuationsAsynchronously));
        committed = entry.Done.Task;
        return queue.Writer.TryWrite(entry);
    }

    /// <summary>As <see cref="TryCommit"/>, but waits for room.</summary>
    public async Task<TResult> CommitAsync(TItem item, CancellationToken cancellation)
    {
        var entry = new Entry(item, new(TaskCreationOptions.RunContinuationsAsynchronously));
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
            while (batch.Count < batchSize && queue.Reader.TryRead(out var entry)) batch.Add(entry);
            await CommitAsync(batch);
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

    private sealed record Entry(TItem Item, TaskCompletionSource<TResult> Done);
}
