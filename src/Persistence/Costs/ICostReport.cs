namespace OutletBot.Costs;

/// <summary>What the ledger tells operators.</summary>
public interface ICostReport
{
    /// <summary>The costs of a period.</summary>
    Task<CostReport> ReadAsync(CostFilter filter, CancellationToken cancellation);

    /// <summary>What each location has been charged on each day of a period, reservations included.</summary>
    Task<IReadOnlyList<LocationDay>> DaysAsync(DateOnly from, DateOnly to, CancellationToken cancellation);

    /// <summary>What operators were told since then, the latest first.</summary>
    Task<IReadOnlyList<BudgetNotice>> NoticesAsync(DateTimeOffset since, CancellationToken cancellation);
}

/// <summary>Which costs to read.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
public sealed record CostFilter(DateOnly From, DateOnly To)
{
    /// <summary>Only this location's.</summary>
    public string? LocationId { get; init; }

    /// <summary>How many conversations at most, the dearest first.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>The costs of a period.</summary>
/// <param name="Total">All of it.</param>
/// <param name="Days">By day, the latest first.</param>
/// <param name="Locations">By location, the dearest first.</param>
/// <param name="Conversations">The dearest conversations.</param>
public sealed record CostReport(CostSum Total, IReadOnlyList<DayCost> Days, IReadOnlyList<LocationCost> Locations, IReadOnlyList<ConversationCost> Conversations);

/// <summary>Calls of the model and what they cost.</summary>
public record CostSum
{
    /// <summary>Calls made.</summary>
    public long Calls { get; init; }

    /// <summary>Input tokens, those from the provider's cache included.</summary>
    public long InputTokens { get; init; }

    /// <summary>Input tokens that came from the provider's cache.</summary>
    public long CachedTokens { get; init; }

    /// <summary>Output tokens.</summary>
    public long OutputTokens { get; init; }

    /// <summary>USD; the worst case for calls whose outcome nobody knows.</summary>
    public decimal Usd { get; init; }

    /// <summary>Conversations that asked the model.</summary>
    public long Conversations { get; init; }

    /// <summary>Those of them that have an appointment now.</summary>
    public long Booked { get; init; }

    /// <summary>All USD of the sum for each booked conversation in it; null without any.</summary>
    public decimal? UsdPerBooked => Booked == 0 ? null : decimal.Round(Usd / Booked, 6);
}

/// <summary>The costs of a day; a conversation of several days counts on each of them.</summary>
public sealed record DayCost : CostSum
{
    /// <summary>The day in each location's zone, <c>yyyy-MM-dd</c>.</summary>
    public required string Day { get; init; }
}

/// <summary>The costs of a location.</summary>
public sealed record LocationCost : CostSum
{
    /// <summary>The location.</summary>
    public required string LocationId { get; init; }
}

/// <summary>The costs of a conversation.</summary>
public sealed record ConversationCost : CostSum
{
    /// <summary>The location.</summary>
    public required string LocationId { get; init; }

    /// <summary>The contact.</summary>
    public required string ContactId { get; init; }

    /// <summary>The lead's name, null while unknown.</summary>
    public string? LeadName { get; init; }

    /// <summary>The conversation's stage, null before its first turn is recorded.</summary>
    public string? Stage { get; init; }
}

/// <summary>What a location was charged on a day.</summary>
/// <param name="Day">The day in its zone.</param>
/// <param name="LocationId">The location.</param>
/// <param name="Usd">USD, reservations included.</param>
public sealed record LocationDay(DateOnly Day, string LocationId, decimal Usd);
