using System.Data.Common;
using System.Globalization;
using Dapper;
using OutletBot.Persistence;

namespace OutletBot.Costs;

/// <summary>Reads the ledger for operators, beside those who write it.</summary>
internal sealed class SqlCostReport(Database database) : ICostReport
{
    private const string Sums = """
        CAST(COALESCE(sum(m.calls), 0) AS bigint) AS calls, CAST(COALESCE(sum(m.input_tokens), 0) AS bigint) AS input_tokens,
        CAST(COALESCE(sum(m.cached_tokens), 0) AS bigint) AS cached_tokens, CAST(COALESCE(sum(m.output_tokens), 0) AS bigint) AS output_tokens,
        CAST(COALESCE(sum(m.nano_usd), 0) AS bigint) AS nano_usd, count(DISTINCT m.location_id || '/' || m.contact_id) AS conversations,
        count(DISTINCT CASE WHEN c.appointment_at IS NOT NULL THEN m.location_id || '/' || m.contact_id END) AS booked
        """;

    private const string Period = """
        FROM model_costs m LEFT JOIN conversations c ON c.location_id = m.location_id AND c.contact_id = m.contact_id
        WHERE m.day >= @From AND m.day <= @To AND (@LocationId IS NULL OR m.location_id = @LocationId)
        """;

    public async Task<CostReport> ReadAsync(CostFilter filter, CancellationToken cancellation)
    {
        await using var connection = await database.OpenForReadingAsync(cancellation);
        var total = await RowsAsync(connection, $"SELECT {Sums} {Period}", filter, cancellation);
        var days = await RowsAsync(connection, $"SELECT m.day, {Sums} {Period} GROUP BY m.day ORDER BY m.day DESC", filter, cancellation);
        var locations = await RowsAsync(connection, $"SELECT m.location_id, {Sums} {Period} GROUP BY m.location_id ORDER BY nano_usd DESC, m.location_id", filter, cancellation);
        var conversations = await RowsAsync(
            connection,
            $"""
            SELECT m.location_id, m.contact_id, max(c.lead_name) AS lead_name, max(c.stage) AS stage, {Sums} {Period}
            GROUP BY m.location_id, m.contact_id ORDER BY nano_usd DESC, m.location_id, m.contact_id LIMIT @Limit
            """,
            filter, cancellation);
        return new(
            total[0].To(new CostSum()),
            [.. days.Select(row => row.To(new DayCost { Day = row.Day! }))],
            [.. locations.Select(row => row.To(new LocationCost { LocationId = row.LocationId! }))],
            [.. conversations.Select(row => row.To(new ConversationCost { LocationId = row.LocationId!, ContactId = row.ContactId!, LeadName = row.LeadName, Stage = row.Stage }))]);
    }

    public async Task<IReadOnlyList<LocationDay>> DaysAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        await using var connection = await database.OpenForReadingAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new(
            "SELECT day, location_id, CAST(sum(nano_usd) AS bigint) AS nano_usd FROM model_days WHERE day >= @from AND day <= @to GROUP BY day, location_id",
            new { from = SqlModelLedger.Text(from), to = SqlModelLedger.Text(to) }, cancellationToken: cancellation));
        return [.. rows.Select(row => new LocationDay(Day(row.Day!), row.LocationId!, NanoUsd.ToUsd(row.NanoUsd)))];
    }

    public async Task<IReadOnlyList<BudgetNotice>> NoticesAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        await using var connection = await database.OpenForReadingAsync(cancellation);
        var rows = await connection.QueryAsync<NoticeRow>(new(
            "SELECT day, budget, location_id, contact_id, percent FROM budget_notices WHERE noted_at >= @since ORDER BY noted_at DESC, percent DESC LIMIT 100",
            new { since }, cancellationToken: cancellation));
        return [.. rows.Select(row => new BudgetNotice(Day(row.Day), row.Budget, row.LocationId, row.ContactId, row.Percent))];
    }

    private static async Task<IReadOnlyList<Row>> RowsAsync(DbConnection connection, string sql, CostFilter filter, CancellationToken cancellation) =>
        [.. await connection.QueryAsync<Row>(new(
            sql,
            new { From = SqlModelLedger.Text(filter.From), To = SqlModelLedger.Text(filter.To), filter.LocationId, filter.Limit },
            cancellationToken: cancellation))];

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Row
    {
        public string? Day { get; init; }

        public string? LocationId { get; init; }

        public string? ContactId { get; init; }

        public string? LeadName { get; init; }

        public string? Stage { get; init; }

        public long Calls { get; init; }

        public long InputTokens { get; init; }

        public long CachedTokens { get; init; }

        public long OutputTokens { get; init; }

        public long NanoUsd { get; init; }

        public long Conversations { get; init; }

        public long Booked { get; init; }

        public T To<T>(T sum)
            where T : CostSum => sum with
            {
                Calls = Calls,
                InputTokens = InputTokens,
                CachedTokens = CachedTokens,
                OutputTokens = OutputTokens,
                Usd = Costs.NanoUsd.ToUsd(NanoUsd),
                Conversations = Conversations,
                Booked = Booked,
            };
    }

    private sealed record NoticeRow
    {
        public string Day { get; init; } = "";

        public string Budget { get; init; } = "";

        public string LocationId { get; init; } = "";

        public string ContactId { get; init; } = "";

        public int Percent { get; init; }
    }
}
