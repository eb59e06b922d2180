using Npgsql;
using NpgsqlTypes;
using OutletBot.Inbox;
using OutletBot.Persistence;
using OutletBot.Persistence.Sql;

namespace OutletBot.ReadModel;

/// <summary>A batch of turns is one round trip and one implicit transaction of four statements.</summary>
internal sealed class PostgreSqlTurnWriter(Database database, TimeProvider time) : ITurnWriter
{
    private const string Conversations = """
        INSERT INTO conversations AS c (location_id, contact_id, turn, stage, language, lead_name, monthly_budget_usd, appointment_at,
            needs_human, input_tokens, output_tokens, cost_usd, updated_at, follow_up_at, follow_up_kind)
        SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::numeric[], $8::timestamptz[],
            $9::text[], $10::bigint[], $11::bigint[], $12::numeric[], $13::timestamptz[], $14::timestamptz[], $15::text[])
        ON CONFLICT (location_id, contact_id) DO UPDATE SET
            turn = excluded.turn, stage = excluded.stage, language = excluded.language, lead_name = excluded.lead_name,
            monthly_budget_usd = excluded.monthly_budget_usd, appointment_at = excluded.appointment_at, needs_human = excluded.needs_human,
            input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens, cost_usd = excluded.cost_usd, updated_at = excluded.updated_at,
            follow_up_at = excluded.follow_up_at, follow_up_kind = excluded.follow_up_kind
        WHERE excluded.turn >= c.turn
        """;

    private const string Messages = """
        INSERT INTO messages (location_id, contact_id, message_id, author, text, at, brain)
        SELECT location_id, contact_id, message_id, author, text, at, brain
        FROM unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::text[], $6::timestamptz[], $7::text[])
            WITH ORDINALITY AS m(location_id, contact_id, message_id, author, text, at, brain, place)
        ORDER BY place
        ON CONFLICT DO NOTHING
        """;

    private const string Grounds = """
        INSERT INTO grounds (location_id, contact_id, grounds_id, at, body)
        SELECT location_id, contact_id, grounds_id, at, body
        FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[])
            WITH ORDINALITY AS g(location_id, contact_id, grounds_id, at, body, place)
        ORDER BY place
        ON CONFLICT DO NOTHING
        """;

    private const string Handled = "UPDATE inbox SET handled_at = $1 WHERE id = ANY($2) AND handled_at IS NULL";

    public async Task<bool[]> RecordAsync(IReadOnlyList<TurnRecord> turns)
    {
        try
        {
            await RecordOnceAsync(turns);
        }
        catch (Exception e) when (SqlErrors.IsWorthRepeating(e))
        {
            // Recording is idempotent, whatever became of the first attempt.
            await RecordOnceAsync(turns);
        }

        return new bool[turns.Count];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task RecordOnceAsync(IReadOnlyList<TurnRecord> turns)
    {
        // One statement may touch a row once only; and rows locked in one order keep two silos from waiting for each other.
        var rows = turns.Select(t => t.Conversation)
            .GroupBy(c => (c.LocationId, c.ContactId))
            .Select(g => g.OrderBy(c => c.Turn).Last())
            .OrderBy(c => c.LocationId, StringComparer.Ordinal).ThenBy(c => c.ContactId, StringComparer.Ordinal)
            .ToArray();
        var messages = turns.SelectMany(t => t.Messages.Select(m => (t.Conversation.LocationId, t.Conversation.ContactId, Message: m)))
            .OrderBy(m => m.LocationId, StringComparer.Ordinal).ThenBy(m => m.ContactId, StringComparer.Ordinal)
            .ToArray();

        var grounds = turns.SelectMany(t => t.Grounds.Select(g => (t.Conversation.LocationId, t.Conversation.ContactId, Row: g)))
            .OrderBy(g => g.LocationId, StringComparer.Ordinal).ThenBy(g => g.ContactId, StringComparer.Ordinal)
            .ToArray();

        await using var connection = await database.Npgsql.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(ConversationsCommand(rows));
        batch.BatchCommands.Add(new(Messages)
        {
            Parameters =
            {
                Column(messages, NpgsqlDbType.Text, m => m.LocationId),
                Column(messages, NpgsqlDbType.Text, m => m.ContactId),
                Column(messages, NpgsqlDbType.Text, m => m.Message.MessageId),
                Column(messages, NpgsqlDbType.Integer, m => (int)m.Message.Author),
                Column(messages, NpgsqlDbType.Text, m => m.Message.Text),
                Column(messages, NpgsqlDbType.TimestampTz, m => m.Message.At.UtcDateTime),
                Column(messages, NpgsqlDbType.Text, m => m.Message.Brain),
            },
        });
        batch.BatchCommands.Add(new(Grounds)
        {
            Parameters =
            {
                Column(grounds, NpgsqlDbType.Text, g => g.LocationId),
                Column(grounds, NpgsqlDbType.Text, g => g.ContactId),
                Column(grounds, NpgsqlDbType.Text, g => g.Row.GroundsId),
                Column(grounds, NpgsqlDbType.TimestampTz, g => g.Row.At.UtcDateTime),
                Column(grounds, NpgsqlDbType.Text, g => g.Row.Body),
            },
        });
        batch.BatchCommands.Add(new(Handled)
        {
            Parameters =
            {
                new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime },
                new NpgsqlParameter { Value = database.IdList(turns.SelectMany(t => t.HandledInboxIds)) },
            },
        });
        await batch.ExecuteNonQueryAsync();
    }

    private static NpgsqlBatchCommand ConversationsCommand(ConversationRow[] rows) => new(Conversations)
    {
        Parameters =
        {
            Column(rows, NpgsqlDbType.Text, c => c.LocationId),
            Column(rows, NpgsqlDbType.Text, c => c.ContactId),
            Column(rows, NpgsqlDbType.Bigint, c => c.Turn),
            Column(rows, NpgsqlDbType.Text, c => c.Stage),
            Column(rows, NpgsqlDbType.Text, c => c.Language),
            Column(rows, NpgsqlDbType.Text, c => c.LeadName),
            Column(rows, NpgsqlDbType.Numeric, c => c.MonthlyBudgetUsd),
            Column(rows, NpgsqlDbType.TimestampTz, c => c.AppointmentAt?.UtcDateTime),
            Column(rows, NpgsqlDbType.Text, c => c.NeedsHuman),
            Column(rows, NpgsqlDbType.Bigint, c => c.InputTokens),
            Column(rows, NpgsqlDbType.Bigint, c => c.OutputTokens),
            Column(rows, NpgsqlDbType.Numeric, c => c.CostUsd),
            Column(rows, NpgsqlDbType.TimestampTz, c => c.UpdatedAt.UtcDateTime),
            Column(rows, NpgsqlDbType.TimestampTz, c => c.FollowUpAt?.UtcDateTime),
            Column(rows, NpgsqlDbType.Text, c => c.FollowUpKind),
        },
    };

    private static NpgsqlParameter Column<TRow, T>(TRow[] rows, NpgsqlDbType type, Func<TRow, T> value) => new()
    {
        Value = Array.ConvertAll(rows, r => value(r)),
        NpgsqlDbType = NpgsqlDbType.Array | type,
    };
}
