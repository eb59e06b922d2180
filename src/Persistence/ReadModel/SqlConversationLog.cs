using System.Text;
using Dapper;
using OutletBot.Persistence;
using OutletBot.Persistence.Sql;

namespace OutletBot.ReadModel;

/// <summary>The read model in SQL. Turns that finish at the same time are committed together.</summary>
internal sealed class SqlConversationLog : IConversationLog, IAsyncDisposable
{
    private const string Columns = """
        location_id, contact_id, turn, stage, language, lead_name, monthly_budget_usd, appointment_at, follow_up_at, follow_up_kind, needs_human,
        input_tokens, output_tokens, cost_usd, updated_at
        """;

    private readonly Database database;
    private readonly ITurnWriter writer;
    private readonly GroupCommit<TurnRecord, bool> turns;

    public SqlConversationLog(Database database, TimeProvider time)
    {
        this.database = database;
        writer = database.Kind == DatabaseKind.PostgreSql ? new PostgreSqlTurnWriter(database, time) : new SqliteTurnWriter(database, time);
        turns = new(capacity: 10_000, batchSize: 100, writer.RecordAsync);
    }

    public Task RecordAsync(TurnRecord turn, CancellationToken cancellation) => turns.CommitAsync(Storable(turn), cancellation);

    public async Task CallPersonAsync(ConversationRow row, long unhandledInboxId, CancellationToken cancellation)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new(
            """
            INSERT INTO conversations (location_id, contact_id, turn, stage, language, needs_human, input_tokens, output_tokens, cost_usd, updated_at)
            SELECT @LocationId, @ContactId, @Turn, @Stage, @Language, @NeedsHuman, @InputTokens, @OutputTokens, @CostUsd, @UpdatedAt
            WHERE EXISTS (SELECT 1 FROM inbox WHERE id = @unhandledInboxId AND handled_at IS NULL)
            ON CONFLICT (location_id, contact_id) DO UPDATE SET needs_human = excluded.needs_human WHERE conversations.needs_human IS NULL
            """,
            new
            {
                row.LocationId,
                row.ContactId,
                row.Turn,
                row.Stage,
                row.Language,
                row.NeedsHuman,
                row.InputTokens,
                row.OutputTokens,
                row.CostUsd,
                row.UpdatedAt,
                unhandledInboxId,
            },
            cancellationToken: cancellation));
    }

    public async Task<IReadOnlyList<ConversationRow>> ListAsync(ConversationFilter filter, CancellationToken cancellation)
    {
        var where = new StringBuilder("WHERE 1 = 1");
        if (filter.LocationId is not null) where.Append(" AND location_id = @LocationId");
        if (filter.Stage is not null) where.Append(" AND stage = @Stage");
        if (filter.NeedsHuman) where.Append(" AND needs_human IS NOT NULL");
        if (filter.FollowUpBefore is not null) where.Append(" AND follow_up_at < @FollowUpBefore");
        if (filter.Before is not null) where.Append(" AND updated_at < @Before");

        var limited = filter with { Limit = Math.Clamp(filter.Limit, 1, 500) };
        await using var connection = await database.OpenForReadingAsync(cancellation);
        return [.. await connection.QueryAsync<ConversationRow>(new(
            $"SELECT {Columns} FROM conversations {where} ORDER BY updated_at DESC LIMIT @Limit", limited, cancellationToken: cancellation))];
    }

    public async Task<ConversationRow?> FindAsync(ConversationId conversation, CancellationToken cancellation)
    {
        await using var connection = await database.OpenForReadingAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<ConversationRow>(new(
            $"SELECT {Columns} FROM conversations WHERE location_id = @LocationId AND contact_id = @ContactId",
            new { conversation.LocationId, conversation.ContactId }, cancellationToken: cancellation));
    }

    public async Task<IReadOnlyList<MessageRow>> TranscriptAsync(ConversationId conversation, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenForReadingAsync(cancellation);
        var newestFirst = await connection.QueryAsync<MessageRow>(new(
            """
            SELECT message_id, author, text, at, brain FROM messages
            WHERE location_id = @LocationId AND contact_id = @ContactId
            ORDER BY at DESC, number DESC LIMIT @limit
            """,
            new { conversation.LocationId, conversation.ContactId, limit }, cancellationToken: cancellation));
        return [.. newestFirst.Reverse()];
    }

    public async Task<IReadOnlyList<GroundsRow>> GroundsAsync(ConversationId conversation, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenForReadingAsync(cancellation);
        return [.. await connection.QueryAsync<GroundsRow>(new(
            """
            SELECT grounds_id, at, body FROM grounds
            WHERE location_id = @LocationId AND contact_id = @ContactId
            ORDER BY number LIMIT @limit
            """,
            new { conversation.LocationId, conversation.ContactId, limit }, cancellationToken: cancellation))];
    }

    public async ValueTask DisposeAsync()
    {
        await turns.DisposeAsync();
        await writer.DisposeAsync();
    }

    // A turn that has happened must be recorded whatever its words are; the character that SQL refuses says nothing anyway.
    private static TurnRecord Storable(TurnRecord turn) => turn with
    {
        Conversation = turn.Conversation with { LeadName = Clean(turn.Conversation.LeadName), NeedsHuman = Clean(turn.Conversation.NeedsHuman) },
        Messages = [.. turn.Messages.Select(m => m with { Text = Clean(m.Text) })],
    };

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private static string? Clean(string? text)
    {
        if (text is null) return null;

        // Half a surrogate pair is no text either; the encoder turns it into the replacement character.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace("\0", "", StringComparison.Ordinal);
    }
}
