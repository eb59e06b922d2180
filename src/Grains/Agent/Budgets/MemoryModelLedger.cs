using OutletBot.Costs;

namespace OutletBot.Agent;

/// <summary>A ledger that ends with its process, for hosts without SQL: evaluations, and tests.</summary>
internal sealed class MemoryModelLedger : IModelLedger
{
    private readonly Lock gate = new();
    private readonly List<ModelCharge> charges = [];
    private readonly HashSet<BudgetNotice> notices = [];

    public IReadOnlyList<ModelCharge> Charges
    {
        get
        {
            lock (gate) return [.. charges];
        }
    }

    public IReadOnlyCollection<BudgetNotice> Notices
    {
        get
        {
            lock (gate) return [.. notices];
        }
    }

    public Task ChargeAsync(ModelCharge charge, CancellationToken cancellation)
    {
        lock (gate) charges.Add(charge);
        return Task.CompletedTask;
    }

    public Task<ModelSpending> SpentAsync(ConversationId conversation, DateOnly day, CancellationToken cancellation)
    {
        lock (gate)
        {
            var today = charges.Where(charge => charge.Day == day).ToList();
            return Task.FromResult(new ModelSpending(
                charges.Where(charge => charge.Conversation == conversation).Sum(charge => charge.Usd),
                today.Where(charge => charge.Conversation.LocationId == conversation.LocationId).Sum(charge => charge.Usd),
                today.Sum(charge => charge.Usd)));
        }
    }

    public Task<bool> NoteAsync(BudgetNotice notice, CancellationToken cancellation)
    {
        lock (gate) return Task.FromResult(notices.Add(notice));
    }
}
