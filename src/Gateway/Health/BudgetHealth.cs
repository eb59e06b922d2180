using OutletBot.Gateway.Operators;

namespace OutletBot.Gateway.Health;

/// <summary>Whether budgets of the model are spent today: <c>/health</c> shows it beside the model, whose place the rules take.</summary>
internal sealed class BudgetHealth(CostsApi costs) : IDependencyHealth
{
    public const string Field = "budgets";
    private const int NamedAtMost = 3;

    public string Name => Field;

    public async ValueTask<DependencyState> CheckAsync(CancellationToken cancellation)
    {
        string[] spent = [.. (await costs.BudgetsAsync(null, cancellation)).Where(budget => budget.Exhausted).Select(budget => budget.LocationId ?? "all locations")];
        if (spent.Length == 0) return new(DependencyStatus.Ok);
        var more = spent.Length > NamedAtMost ? $" and {spent.Length - NamedAtMost} more" : "";
        return new(DependencyStatus.Degraded, $"today's budget is spent for {string.Join(", ", spent.Take(NamedAtMost))}{more}: the rules answer there");
    }
}
