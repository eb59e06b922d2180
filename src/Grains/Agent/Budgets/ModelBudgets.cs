using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OutletBot.Conversations;
using OutletBot.Costs;
using OutletBot.Locations;
using OutletBot.Options;

namespace OutletBot.Agent;

/// <summary>
/// Holds the model to its budgets, whichever silo asks. A call's worst case is committed before the call and put right after it: of
/// silos that ask at the same time each sees what the others have reserved, and a call of which nobody knows what became stays
/// charged in full.
/// </summary>
internal sealed partial class ModelBudgets(IModelLedger ledger, AgentOptions options, ModelMetrics metrics, ILogger<ModelBudgets> logger, ILocations? locations = null)
{
    private const int Warning = 80;
    private const int Spent = 100;
    private const int NoticesRemembered = 10_000;

    private readonly ConcurrentDictionary<BudgetNotice, bool> noted = new();

    /// <summary>Reserves a call's worst case; null when a budget has no room for it.</summary>
    /// <param name="thought">What the call is for.</param>
    /// <param name="inputBytes">Bytes of all that is sent: no token is less than one.</param>
    /// <param name="cancellation">Ends the wait for SQL; the reservation may stand then.</param>
    public Task<ModelCharge?> ReserveAsync(Thought thought, int inputBytes, CancellationToken cancellation) => ReserveAsync(
        new(thought.Conversation, DateOnly.FromDateTime(thought.Now.Date)) { Calls = 1, Usd = options.Price.Of(inputBytes, 0, ModelCall.OutputLimit) }, cancellation);

    /// <summary>Reserves a charge; null when a budget has no room for it.</summary>
    public async Task<ModelCharge?> ReserveAsync(ModelCharge charge, CancellationToken cancellation)
    {
        await ledger.ChargeAsync(charge, cancellation);
        var standing = await StandingAsync(charge, cancellation);
        if (standing.Exists(budget => budget.Spent > budget.Limit))
        {
            await SettleAsync(charge, ModelUsage.None);
            foreach (var budget in standing.Where(budget => budget.Spent > budget.Limit)) await TellAsync(budget, Spent, cancellation);
            return null;
        }

        foreach (var budget in standing.Where(budget => budget.Spent * 100 >= budget.Limit * Warning)) await TellAsync(budget, Warning, cancellation);
        return charge;
    }

    /// <summary>Puts what a call did cost in the place of what was reserved for it; <see cref="ModelUsage.None"/> where it was not made.</summary>
    public async Task SettleAsync(ModelCharge reserved, ModelUsage usage)
    {
        try
        {
            await ledger.ChargeAsync(
                reserved with
                {
                    Calls = usage == ModelUsage.None ? -reserved.Calls : 0,
                    InputTokens = usage.InputTokens,
                    CachedTokens = usage.CachedTokens,
                    OutputTokens = usage.OutputTokens,
                    Usd = usage.CostUsd - reserved.Usd,
                },
                CancellationToken.None);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The reservation stands, which is the worst case; the answer is good all the same.
            LogUnsettled(logger, failure);
        }
    }

    private async Task<List<Standing>> StandingAsync(ModelCharge charge, CancellationToken cancellation)
    {
        var budget = locations?.Get(charge.Conversation.LocationId).ModelBudget ?? options.Budget;
        // Rehearsals, as evaluations hold them, are with nobody.
        var perConversation = charge.Conversation.ContactId.Length == 0 ? null : budget.PerConversation;
        if (perConversation is null && budget is { PerLocationPerDay: null, PerDay: null }) return [];

        var spent = await ledger.SpentAsync(charge.Conversation, charge.Day, cancellation);
        var notice = new BudgetNotice(charge.Day, "", charge.Conversation.LocationId, "", Warning);
        List<Standing> standing = [];
        Add(perConversation, spent.Conversation, notice with { Budget = nameof(budget.PerConversation), ContactId = charge.Conversation.ContactId });
        Add(budget.PerLocationPerDay, spent.Location, notice with { Budget = nameof(budget.PerLocationPerDay) });
        Add(budget.PerDay, spent.All, notice with { Budget = nameof(budget.PerDay), LocationId = "" });
        return standing;

        void Add(decimal? limit, decimal sum, BudgetNotice about)
        {
            if (limit is not { } most) return;
            standing.Add(new(most, sum, about));
            if (about.ContactId.Length == 0) metrics.Used(about.Budget, about.LocationId, most == 0 ? 1 : (double)(sum / most));
        }
    }

    /// <summary>Operators are told once a day, by the first silo that sees it.</summary>
    private async Task TellAsync(Standing budget, int percent, CancellationToken cancellation)
    {
        var notice = budget.Notice with { Percent = percent };
        if (noted.Count > NoticesRemembered) noted.Clear();
        if (noted.ContainsKey(notice)) return;

        var first = await ledger.NoteAsync(notice, cancellation);
        noted[notice] = true;
        if (!first) return;
        if (percent == Spent) LogSpent(logger, notice.Budget, budget.Limit, notice.LocationId, notice.Day);
        else LogNearlySpent(logger, percent, notice.Budget, budget.Limit, notice.LocationId, notice.Day);
    }

    [LoggerMessage(2010, LogLevel.Warning, "{Percent} % of Agent:Budget:{Budget}, {Limit} USD, is spent (location '{Location}', {Day:yyyy-MM-dd}).")]
    private static partial void LogNearlySpent(ILogger logger, int percent, string budget, decimal limit, string location, DateOnly day);

    [LoggerMessage(2011, LogLevel.Error, "Agent:Budget:{Budget}, {Limit} USD, is spent (location '{Location}', {Day:yyyy-MM-dd}): the rule brain answers in the model's place.")]
    private static partial void LogSpent(ILogger logger, string budget, decimal limit, string location, DateOnly day);

    [LoggerMessage(2012, LogLevel.Warning, "What a model call cost could not be recorded; its reservation stands.")]
    private static partial void LogUnsettled(ILogger logger, Exception failure);

    /// <summary>A budget as it stands with a reservation in it.</summary>
    private sealed record Standing(decimal Limit, decimal Spent, BudgetNotice Notice);
}
