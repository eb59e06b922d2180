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
/// <param name="Exhausted">Whether a call found no room in it today, so that the rules answer.</param>
public sealed record BudgetState(string Budget, string? LocationId, DateOnly Day, decimal LimitUsd, decimal SpentUsd, bool Exhausted);

/// <summary>What the model costs, for programs and for the console.</summary>
internal sealed class CostsApi(ICostReport report, ILocations locations, IOptions<AgentOptions> agent, TimeProvider time)
{
    private const int DefaultDays = 30;
    private const int MostDays = 366;
    private const int MostConversations = 500;

    /// <summary>A call finds no room when its worst case does not fit, which is before the last cent is spent.</summary>
    private const decimal NearlySpent = 0.8m;

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

    /// <summary>How far today's budgets are spent.</summary>
    /// <param name="location">Of this location alone; null for all.</param>
    /// <param name="cancellation">Ends the look.</param>
    public async Task<IReadOnlyList<BudgetState>> BudgetsAsync(string? location, CancellationToken cancellation)
    {
        var all = agent.Value.Budget;
        if (all is { PerDay: null, PerLocationPerDay: null } && locations.Configured.All(id => BudgetOf(id).PerLocationPerDay is null)) return [];

        // Everywhere on earth it is yesterday, today or tomorrow.
        var utc = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var days = await report.DaysAsync(utc.AddDays(-1), utc.AddDays(1), cancellation);
        var told = await NoticesAsync(cancellation);
        List<BudgetState> states = [];
        if (all.PerDay is { } limit) Add(nameof(all.PerDay), null, limit, Today(locations.DefaultLocationId ?? ""));
        string[] shown = string.IsNullOrEmpty(location) ? [.. days.Select(day => day.LocationId).Union(locations.Configured).Order(StringComparer.Ordinal)] : [location];
        foreach (var id in shown)
            if (BudgetOf(id).PerLocationPerDay is { } most) Add(nameof(all.PerLocationPerDay), id, most, Today(id));
        return states;

        void Add(string budget, string? id, decimal most, DateOnly today)
        {
            var spent = days.Where(day => (id is null || day.LocationId == id) && day.Day == today).Sum(day => day.Usd);
            // What was told of a budget that has been raised since does not hold any more.
            var exhausted = spent >= most * NearlySpent && told.Any(notice => notice.Percent == 100 && notice.Budget == budget && notice.LocationId == (id ?? "") && notice.Day == today);
            states.Add(new(budget, id, today, most, spent, exhausted));
        }
    }

    private ModelBudget BudgetOf(string location) => locations.Get(location).ModelBudget ?? agent.Value.Budget;

    private DateOnly Today(string location)
    {
        var zone = DateTimeZoneProviders.Tzdb[locations.Get(location).TimeZone];
        return Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(zone).Date.ToDateOnly();
    }
}
