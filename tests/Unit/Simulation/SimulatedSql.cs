using System.Text.Json;
using OutletBot.Conversations;
using OutletBot.Inbox;
using OutletBot.ReadModel;

namespace OutletBot.Unit.Simulation;

/// <summary>The inbox, the grain's row with its version, and the read model.</summary>
internal sealed class SimulatedSql(SimulatedWorld world, Conversation start) : IConversationLog
{
    private readonly Dictionary<long, InboxEvent> _unhandled = [];
    private string _row = JsonSerializer.Serialize(start);
    private int _version = 1;
    private int _wakeUps;

    public IReadOnlyCollection<InboxEvent> Unhandled => _unhandled.Values;

    public List<MessageRow> Transcript { get; } = [];

    public List<GroundsRow> Grounds { get; } = [];

    public ConversationRow? Row { get; private set; }

    /// <summary>Sees each record that is written, before it is; throws where SQL is to fail.</summary>
    public Action<TurnRecord> Recording { get; set; } = static _ => { };

    /// <summary>How often a wake-up was set or taken away.</summary>
    public int WakeUpsSet => _wakeUps;

    /// <summary>How many values were committed.</summary>
    public int Commits => _version - 1;

    /// <summary>The committed value. It goes through JSON, as it does in SQL.</summary>
    public Conversation Committed => JsonSerializer.Deserialize<Conversation>(_row)!;

    public void Insert(InboxEvent e) => _unhandled.Add(e.Id, e);

    public IConversationStore Activation() => new Store(this, Committed, _version);

    public async Task RecordAsync(TurnRecord turn, CancellationToken cancellation)
    {
        await CallAsync("record", () =>
        {
            Recording(turn);
            foreach (var m in turn.Messages.Where(m => Transcript.TrueForAll(t => t.MessageId != m.MessageId))) Transcript.Add(m);
            foreach (var g in turn.Grounds.Where(g => Grounds.TrueForAll(t => t.GroundsId != g.GroundsId))) Grounds.Add(g);
            foreach (var id in turn.HandledInboxIds) _unhandled.Remove(id);
            if (Row is null || Row.Turn <= turn.Conversation.Turn) Row = turn.Conversation;
            return true;
        });
    }

    /// <summary>A reminder as Orleans keeps it: the last one set counts, and comes again until another is set.</summary>
    public Task WakeUpAtAsync(DateTimeOffset? at) => CallAsync("wake-up", () =>
    {
        var number = ++_wakeUps;
        if (at is { } time) Ring(number, time - world.Time.GetUtcNow());
        return true;
    });

    private void Ring(int number, TimeSpan fromNow) => world.At(fromNow > TimeSpan.Zero ? fromNow : TimeSpan.Zero, () =>
    {
        if (number != _wakeUps) return;
        world.Note("wake-up");
        world.Wake();
        Ring(number, TimeSpan.FromMinutes(5));
    });

    public Task CallPersonAsync(ConversationRow row, long unhandledInboxId, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<ConversationRow>> ListAsync(ConversationFilter filter, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<ConversationRow?> FindAsync(ConversationId conversation, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<MessageRow>> TranscriptAsync(ConversationId conversation, int limit, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<GroundsRow>> GroundsAsync(ConversationId conversation, int limit, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>A statement: done and answered, done and the answer lost, or not done.</summary>
    private async Task<T> CallAsync<T>(string name, Func<T> statement)
    {
        var lostBefore = world.Happens(world.FaultRate / 3);
        var lostAfter = world.Happens(world.FaultRate / 3);
        return await world.CallAsync(name, () =>
        {
            if (lostBefore) throw new IOException("SQL is gone");
            var result = statement();
            return lostAfter ? throw new IOException("SQL is gone after the commit") : result;
        }, world.Between(0.001, 0.05));
    }

    private sealed class Store(SimulatedSql sql, Conversation current, int version) : IConversationStore
    {
        private int _version = version;

        public Conversation Current { get; private set; } = current;

        public async Task CommitAsync(Conversation next)
        {
            var json = JsonSerializer.Serialize(next);
            var expected = _version;
            await sql.CallAsync("commit", () =>
            {
                if (sql._version != expected) throw new Orleans.Storage.InconsistentStateException("version");
                sql._row = json;
                sql._version++;
                return true;
            });
            _version = expected + 1;
            Current = JsonSerializer.Deserialize<Conversation>(json)!;
        }
    }
}
