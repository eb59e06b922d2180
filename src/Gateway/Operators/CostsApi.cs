using Microsoft.Extensions.Options;
using NodaTime;
using OutletBot.Costs;
using OutletBot.Gateway.Webhooks;
using OutletBot.Locations;
using OutletBot.Options;

namespace OutletBot.Gateway.Operators;

/// <summary>What the model costs, as operators are shown it.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Costs">What the model cost.</param>
/// <param name="Budgets">How far today's budgets are spent.</param>
/// <param name="Notices">What was told of budgets in the last 24 hours.</param>
public sealed record CostsAnswer(DateOnly From, DateOnly To, CostReport Costs, IReadOnlyList<BudgetState> Budgets, IReadOnlyList<BudgetNotice> Notices);

/// <summary>How far one of today's budgets is spent.</summary>
/// <param name="Budget">Its key in <c>Agent:Budget</c>.</param>
/// <param name="LocationId">The location, null for the budget of all.</param>
/// <param name="Day">Today there.</param>
/// <param name="LimitUsd">The budget.</param>
/// <param name="SpentUsd">Spent and reserved.</param>
public sealed record BudgetState(string Budget, string? LocationId, DateOnly Day, decimal LimitUsd, decimal SpentUsd);

/// <summary>What the model costs, for programs and for the console.</summary>
internal sealed class CostsApi(ICostReport report, ILocations locations, IOptions<AgentOptions> agent, TimeProvider time)
{
    private const int DefaultDays = 30;
    private const int MostDays = 366;
    private const int MostConversations = 500;

    /// <summary>What is wrong with the parameters, by their names; empty when nothing is.</summary>
    public Dictionary<string, string[]> Faults(DateOnly? from, DateOnly? to, int? limit)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var filter = Filter(null, from, to, limit);
        var days = filter.To.DayNumber - filter.From.DayNumber;
        if (days is < 0 or >= MostDays) faults["from"] = [$"must be 0 to {MostDays - 1} days before 'to'"];
        if (limit is < 1 or > MostConversations) faults["limit"] = [$"must be 1 to {MostConversations}"];
        return faults;
    }

    public async Task<CostsAnswer> ReadAsync(string? location, DateOnly? from, DateOnly? to, int? limit, CancellationToken cancellation)
    {
        var filter = Filter(location, from, to, limit);
        return new(filter.From, filter.To, await report.ReadAsync(filter, cancellation), await BudgetsAsync(location, cancellation), await NoticesAsync(cancellation));
    }

    public Task<IReadOnlyList<BudgetNotice>> NoticesAsync(CancellationToken cancellation) => report.NoticesAsync(time.GetUtcNow().AddDays(-1), cancellation);

    public static async Task<IResult> GetAsync(CostsApi costs, string? location, DateOnly? from, DateOnly? to, int? limit, CancellationToken cancellation) =>
        costs.Faults(from, to, limit) is { Count: > 0 } faults
            ? WebhookAnswers.Invalid(faults)
            : TypedResults.Ok(await costs.ReadAsync(location, from, to, limit, cancellation));

    private CostFilter Filter(string? location, DateOnly? from, DateOnly? to, int? limit)
    {
        var last = to ?? Today(location ?? locations.DefaultLocationId ?? "");
        return new(from ?? last.AddDays(1 - DefaultDays), last) { LocationId = string.IsNullOrEmpty(location) ? null : location, Limit = limit ?? 50 };
    }

    private async Task<IReadOnlyList<BudgetState>> BudgetsAsync(string? location, CancellationToken cancellation)
    {
        var budget = agent.Value.Budget;
        if (budget is { PerDay: null, PerLocationPerDay: null }) return [];

        // Everywhere on earth it is yesterday, today or tomorrow.
        var utc = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var days = await report.DaysAsync(utc.AddDays(-1), utc.AddDays(1), cancellation);
        List<BudgetState> states = [];
        if (budget.PerDay is { } all)
        {
            var today = Today(locations.DefaultLocationId ?? "");
            states.Add(new(nameof(budget.PerDay), null, today, all, days.Where(day => day.Day == today).Sum(day => day.Usd)));
        }

        if (budget.PerLocationPerDay is { } each)
        {
            string[] shown = string.IsNullOrEmpty(location) ? [.. days.Select(day => day.LocationId).Union(locations.Configured).Order(StringComparer.Ordinal)] : [location];
            foreach (var id in shown)
            {
                var today = Today(id);
                states.Add(new(nameof(budget.PerLocationPerDay), id, today, each, days.Where(day => day.LocationId == id && day.Day == today).Sum(day => day.Usd)));
            }
        }

        return states;
    }

    private DateOnly Today(string location)
    {
        var zone = DateTimeZoneProviders.Tzdb[locations.Get(location).TimeZone];
        return Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(zone).Date.ToDateOnly();
    }
}
