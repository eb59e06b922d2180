using System.Globalization;
using Dapper;
using OutletBot.Persistence;
using OutletBot.Persistence.Sql;

namespace OutletBot.Costs;

/// <summary>
/// The ledger in SQL. Charges of one moment are committed together. A day's sum has a row for each process that adds to it, so
/// that silos never wait for each other's rows.
/// </summary>
internal sealed class SqlModelLedger : IModelLedger, IAsyncDisposable
{
    private const string ByConversation = """
        INSERT INTO model_costs AS c (location_id, contact_id, day, calls, input_tokens, cached_tokens, output_tokens, nano_usd)
        VALUES (@LocationId, @ContactId, @Day, @Calls, @InputTokens, @CachedTokens, @OutputTokens, @NanoUsd)
        ON CONFLICT (location_id, contact_id, day) DO UPDATE SET
            calls = c.calls + excluded.calls, input_tokens = c.input_tokens + excluded.input_tokens, cached_tokens = c.cached_tokens + excluded.cached_tokens,
            output_tokens = c.output_tokens + excluded.output_tokens, nano_usd = c.nano_usd + excluded.nano_usd
        """;

    private const string ByDay = """
        INSERT INTO model_days AS d (day, location_id, writer, nano_usd) VALUES (@Day, @LocationId, @writer, @NanoUsd)
        ON CONFLICT (day, location_id, writer) DO UPDATE SET nano_usd = d.nano_usd + excluded.nano_usd
        """;

    private const string Spent = """
        SELECT
            (SELECT CAST(COALESCE(sum(nano_usd), 0) AS bigint) FROM model_costs WHERE location_id = @LocationId AND contact_id = @ContactId) AS conversation,
            (SELECT CAST(COALESCE(sum(nano_usd), 0) AS bigint) FROM model_days WHERE day = @day AND location_id = @LocationId) AS location,
            (SELECT CAST(COALESCE(sum(nano_usd), 0) AS bigint) FROM model_days WHERE day = @day) AS all_locations
        """;

    private readonly Database database;
    private readonly TimeProvider time;
    private readonly GroupCommit<ModelCharge, bool> charges;
    private readonly string writer = Guid.NewGuid().ToString("N");

    public SqlModelLedger(Database database, TimeProvider time)
    {
        this.database = database;
        this.time = time;
        charges = new(capacity: 10_000, batchSize: 100, CommitAsync);
    }

    public Task ChargeAsync(ModelCharge charge, CancellationToken cancellation) => charges.CommitAsync(charge, cancellation);

    public async Task<ModelSpending> SpentAsync(ConversationId conversation, DateOnly day, CancellationToken cancellation)
    {
        await using var connection = await database.OpenForReadingAsync(cancellation);
        var row = await connection.QuerySingleAsync<SpentRow>(new(
            Spent, new { conversation.LocationId, conversation.ContactId, day = Text(day) }, cancellationToken: cancellation));
        return new(NanoUsd.ToUsd(row.Conversation), NanoUsd.ToUsd(row.Location), NanoUsd.ToUsd(row.AllLocations));
    }

    public async Task<bool> NoteAsync(BudgetNotice notice, CancellationToken cancellation)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellation);
        return await connection.ExecuteAsync(new(
            """
            INSERT INTO budget_notices (day, budget, location_id, contact_id, percent, noted_at)
            VALUES (@day, @Budget, @LocationId, @ContactId, @Percent, @now) ON CONFLICT DO NOTHING
            """,
            new { day = Text(notice.Day), notice.Budget, notice.LocationId, notice.ContactId, notice.Percent, now = time.GetUtcNow() },
            cancellationToken: cancellation)) > 0;
    }

    public ValueTask DisposeAsync() => charges.DisposeAsync();

    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<bool[]> CommitAsync(IReadOnlyList<ModelCharge> batch)
    {
        // Rows locked in one order keep two silos from waiting for each other.
        var conversations = batch
            .GroupBy(charge => (charge.Conversation, charge.Day), Row.Of)
            .OrderBy(row => row.LocationId, StringComparer.Ordinal).ThenBy(row => row.ContactId, StringComparer.Ordinal).ThenBy(row => row.Day, StringComparer.Ordinal);
        var days = batch
            .GroupBy(charge => (charge.Conversation.LocationId, charge.Day))
            .Select(day => new { Day = Text(day.Key.Day), day.Key.LocationId, writer, NanoUsd = day.Sum(charge => NanoUsd.Of(charge.Usd)) });

        await using var connection = await database.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(ByConversation, conversations, transaction);
        await connection.ExecuteAsync(ByDay, days, transaction);
        await transaction.CommitAsync();
        return new bool[batch.Count];
    }

    private sealed record Row(string LocationId, string ContactId, string Day, long Calls, long InputTokens, long CachedTokens, long OutputTokens, long NanoUsd)
    {
        public static Row Of((ConversationId Conversation, DateOnly Day) key, IEnumerable<ModelCharge> charges) => new(
            key.Conversation.LocationId, key.Conversation.ContactId, Text(key.Day), charges.Sum(c => (long)c.Calls), charges.Sum(c => c.InputTokens),
            charges.Sum(c => c.CachedTokens), charges.Sum(c => c.OutputTokens), charges.Sum(c => Costs.NanoUsd.Of(c.Usd)));
    }

    private sealed record SpentRow
    {
        public long Conversation { get; init; }

        public long Location { get; init; }

        public long AllLocations { get; init; }
    }
}

/// <summary>Amounts as SQL holds them: both databases add whole numbers exactly.</summary>
internal static class NanoUsd
{
    private const decimal PerUsd = 1_000_000_000;

    public static long Of(decimal usd) => (long)decimal.Round(usd * PerUsd, MidpointRounding.AwayFromZero);

    public static decimal ToUsd(long nano) => nano / PerUsd;
}
