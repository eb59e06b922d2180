using System.Data.Common;
using Dapper;
using OutletBot.Persistence;
using OutletBot.Persistence.Sql;

namespace OutletBot.Inbox;

/// <summary>The inbox in SQL: appends go through one group commit, the rest are plain statements.</summary>
internal sealed class SqlInbox : IInbox, IAsyncDisposable
{
    private const int Capacity = 10_000;
    private const int BatchSize = 500;
    private const int PurgeStep = 1_000;
    private const string Columns = """
        id, kind, location_id, contact_id, message_id, has_provider_id, webhook_id, text, phone, channel, sent_at, received_at,
        detail, trace_parent, attachment
        """;

    private readonly Database database;
    private readonly TimeProvider time;
    private readonly IInboxWriter writer;
    private readonly GroupCommit<InboxEvent, Appended> appends;

    public SqlInbox(Database database, TimeProvider time)
    {
        this.database = database;
        this.time = time;
        writer = database.Kind == DatabaseKind.PostgreSql ? new PostgreSqlInboxWriter(database) : new SqliteInboxWriter(database);
        appends = new(Capacity, BatchSize, writer.AppendAsync);
    }

    public async Task<Appended> AppendAsync(InboxEvent inboxEvent, CancellationToken cancellation)
    {
        Refuse(inboxEvent);
        if (!appends.TryCommit(inboxEvent, cancellation, out var committed))
            throw new InboxUnavailableException("Too many events wait to be committed.") { RetryAfter = TimeSpan.FromSeconds(2) };

        try
        {
            // Whoever is told to come again must not find it committed, unless the repeat is known by its id.
            return await (inboxEvent.HasProviderId ? committed.WaitAsync(cancellation) : committed);
        }
        catch (Exception e) when (SqlErrors.IsUnavailable(e))
        {
            throw new InboxUnavailableException("SQL cannot commit now.", e) { Cause = SqlErrors.Name(e) };
        }
    }

    public async Task<IReadOnlyList<InboxEvent>> UnhandledAsync(DateTimeOffset receivedBefore, long afterId, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenForReadingAsync(cancellation);
        var rows = await connection.QueryAsync<InboxRow>(new(
            $"SELECT {Columns} FROM inbox WHERE handled_at IS NULL AND id > @afterId AND received_at < @receivedBefore ORDER BY id LIMIT @limit",
            new { receivedBefore, afterId, limit }, cancellationToken: cancellation));
        return [.. rows.Select(r => r.ToEvent())];
    }

    public async Task<IReadOnlyList<InboxEvent>> LeadMessagesAsync(ConversationId conversation, DateTimeOffset receivedSince, CancellationToken cancellation)
    {
        await using var connection = await database.OpenForReadingAsync(cancellation);
        var rows = await connection.QueryAsync<InboxRow>(new(
            $"""
            SELECT {Columns} FROM inbox
            WHERE location_id = @LocationId AND contact_id = @ContactId AND received_at >= @receivedSince AND kind = @kind ORDER BY id
            """,
            new { conversation.LocationId, conversation.ContactId, receivedSince, kind = (int)InboxEventKind.LeadMessage }, cancellationToken: cancellation));
        return [.. rows.Select(r => r.ToEvent())];
    }

    public async Task MarkHandledAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return;
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new(database.MarkHandledSql(), new { ids = database.IdList(ids), now = time.GetUtcNow() }, cancellationToken: cancellation));
    }

    /// <summary>Walks the table by id, in short transactions, and stops where the events are younger than asked.</summary>
    public async Task<int> PurgeAsync(DateTimeOffset receivedBefore, CancellationToken cancellation)
    {
        // A repeat may come for a week, and only the row tells that it is one.
        var oldestKept = time.GetUtcNow() - IInbox.DedupeWindow;
        var before = receivedBefore < oldestKept ? receivedBefore : oldestKept;
        var purged = 0;
        long? last = 0;
        while (last is { } after)
        {
            await using var connection = await database.DataSource.OpenConnectionAsync(cancellation);
            (last, var deleted) = await PurgeStepAsync(connection, after, before, cancellation);
            purged += deleted;
        }

        return purged;
    }

    public async Task<InboxBacklog> BacklogAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenForReadingAsync(cancellation);
        var row = await connection.QuerySingleAsync<BacklogRow>(new(
            "SELECT count(*) AS count, min(received_at) AS oldest FROM inbox WHERE handled_at IS NULL", cancellationToken: cancellation));
        return new(row.Count, row.Oldest);
    }

    public async ValueTask DisposeAsync()
    {
        await appends.DisposeAsync();
        await writer.DisposeAsync();
    }

    private static async Task<(long? Last, int Deleted)> PurgeStepAsync(DbConnection connection, long after, DateTimeOffset before, CancellationToken cancellation)
    {
        var step = await connection.QuerySingleAsync<StepRow>(new(
            """
            SELECT max(id) AS last, min(received_at) AS oldest
            FROM (SELECT id, received_at FROM inbox WHERE id > @after ORDER BY id LIMIT @limit) AS step
            """,
            new { after, limit = PurgeStep }, cancellationToken: cancellation));
        if (step.Last is null || step.Oldest >= before) return (null, 0);

        var deleted = await connection.ExecuteAsync(new(
            "DELETE FROM inbox WHERE id > @after AND id <= @last AND handled_at IS NOT NULL AND received_at < @before",
            new { after, last = step.Last, before }, cancellationToken: cancellation));
        return (step.Last, deleted);
    }

    // PostgreSQL stores any text but this character, SQLite would cut some functions' view of it short: neither gets it.
    private static void Refuse(InboxEvent e)
    {
        ReadOnlySpan<string?> texts = [e.Text, e.MessageId, e.Conversation.LocationId, e.Conversation.ContactId, e.WebhookId, e.Phone, e.Detail, e.TraceParent, e.Attachment];
        foreach (var text in texts)
        {
            if (text?.Contains('\0', StringComparison.Ordinal) == true)
                throw new ArgumentException("The event holds the character U+0000, which SQL cannot store.", nameof(e));
        }
    }

    private sealed record BacklogRow
    {
        public long Count { get; init; }

        public DateTimeOffset? Oldest { get; init; }
    }

    private sealed record StepRow
    {
        public long? Last { get; init; }

        public DateTimeOffset? Oldest { get; init; }
    }
}
