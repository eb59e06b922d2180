using Dapper;
using Microsoft.Data.Sqlite;
using OutletBot.Inbox;
using OutletBot.Persistence;
using OutletBot.Persistence.Sqlite;

namespace OutletBot.ReadModel;

/// <summary>A batch of turns is one transaction on a thread of its own.</summary>
internal sealed class SqliteTurnWriter(Database database, TimeProvider time) : ITurnWriter
{
    private const string Conversation = """
        INSERT INTO conversations (location_id, contact_id, turn, stage, language, lead_name, monthly_budget_usd, appointment_at,
            follow_up_at, follow_up_kind, needs_human, input_tokens, output_tokens, cost_usd, updated_at)
        VALUES (@LocationId, @ContactId, @Turn, @Stage, @Language, @LeadName, @MonthlyBudgetUsd, @AppointmentAt,
            @FollowUpAt, @FollowUpKind, @NeedsHuman, @InputTokens, @OutputTokens, @CostUsd, @UpdatedAt)
        ON CONFLICT (location_id, contact_id) DO UPDATE SET
            turn = excluded.turn, stage = excluded.stage, language = excluded.language, lead_name = excluded.lead_name,
            monthly_budget_usd = excluded.monthly_budget_usd, appointment_at = excluded.appointment_at,
            follow_up_at = excluded.follow_up_at, follow_up_kind = excluded.follow_up_kind, needs_human = excluded.needs_human,
            input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens, cost_usd = excluded.cost_usd, updated_at = excluded.updated_at
        WHERE excluded.turn >= turn
        """;

    private const string Message = """
        INSERT INTO messages (location_id, contact_id, message_id, author, text, at, brain)
        VALUES (@LocationId, @ContactId, @MessageId, @Author, @Text, @At, @Brain)
        ON CONFLICT DO NOTHING
        """;

    private const string Grounds = """
        INSERT INTO grounds (location_id, contact_id, grounds_id, at, body)
        VALUES (@LocationId, @ContactId, @GroundsId, @At, @Body)
        ON CONFLICT DO NOTHING
        """;

    private readonly WriterThread thread = new("read model");

    public async Task<bool[]> RecordAsync(IReadOnlyList<TurnRecord> turns)
    {
        await using var connection = await database.Sqlite.OpenInLineAsync(CancellationToken.None);
        await thread.RunAsync(() => Record(connection, turns));
        return new bool[turns.Count];
    }

    public ValueTask DisposeAsync()
    {
        thread.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Record(SqliteConnection connection, IReadOnlyList<TurnRecord> turns)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var turn in turns)
        {
            connection.Execute(Conversation, turn.Conversation, transaction);
            foreach (var m in turn.Messages)
                connection.Execute(Message, new { turn.Conversation.LocationId, turn.Conversation.ContactId, m.MessageId, Author = (int)m.Author, m.Text, m.At, m.Brain }, transaction);
            foreach (var g in turn.Grounds)
                connection.Execute(Grounds, new { turn.Conversation.LocationId, turn.Conversation.ContactId, g.GroundsId, g.At, g.Body }, transaction);
            if (turn.HandledInboxIds.Count > 0)
                connection.Execute(database.MarkHandledSql(), new { ids = database.IdList(turn.HandledInboxIds), now = time.GetUtcNow() }, transaction);
        }

        transaction.Commit();
    }
}
