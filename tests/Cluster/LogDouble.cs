using System.Collections.Concurrent;
using OutletBot.ReadModel;

namespace OutletBot.Cluster;

/// <summary>The read model in memory; who waits for an event to be handled waits here.</summary>
internal sealed class LogDouble : IConversationLog
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource> _handled = new();
    private readonly ConcurrentQueue<TurnRecord> _turns = new();

    public IEnumerable<TurnRecord> Turns => _turns;

    public Task HandledAsync(long inboxId) => Signal(inboxId).Task.WaitAsync(TimeSpan.FromSeconds(30));

    public Task RecordAsync(TurnRecord turn, CancellationToken cancellation)
    {
        _turns.Enqueue(turn);
        foreach (var id in turn.HandledInboxIds) Signal(id).TrySetResult();
        return Task.CompletedTask;
    }

    public Task CallPersonAsync(ConversationRow row, long unhandledInboxId, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<ConversationRow>> ListAsync(ConversationFilter filter, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<ConversationRow?> FindAsync(ConversationId conversation, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<MessageRow>> TranscriptAsync(ConversationId conversation, int limit, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<GroundsRow>> GroundsAsync(ConversationId conversation, int limit, CancellationToken cancellation) => throw new NotSupportedException();

    private TaskCompletionSource Signal(long id) => _handled.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
