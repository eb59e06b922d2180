namespace OutletBot.Costs;

/// <summary>What calls of the model cost, by conversation and day: durable, and one for all silos.</summary>
public interface IModelLedger
{
    /// <summary>
    /// Adds a charge. Once it returns, every later <see cref="SpentAsync"/> of any silo counts it; when it throws, it may count or not.
    /// </summary>
    Task ChargeAsync(ModelCharge charge, CancellationToken cancellation);

    /// <summary>What has been charged so far, to the conversation and on a day.</summary>
    Task<ModelSpending> SpentAsync(ConversationId conversation, DateOnly day, CancellationToken cancellation);

    /// <summary>Notes what operators are told; false when that was noted before, by whichever silo.</summary>
    Task<bool> NoteAsync(BudgetNotice notice, CancellationToken cancellation);
}

/// <summary>What a call adds to the ledger. A reservation is put right by a second charge, whose numbers may be negative.</summary>
/// <param name="Conversation">Whose turn it is.</param>
/// <param name="Day">The day in the location's zone.</param>
public sealed record ModelCharge(ConversationId Conversation, DateOnly Day)
{
    /// <summary>Calls of the model.</summary>
    public int Calls { get; init; }

    /// <summary>Input tokens, those from the provider's cache included.</summary>
    public long InputTokens { get; init; }

    /// <summary>Input tokens that came from the provider's cache.</summary>
    public long CachedTokens { get; init; }

    /// <summary>Output tokens.</summary>
    public long OutputTokens { get; init; }

    /// <summary>USD, in steps of 10⁻⁹.</summary>
    public decimal Usd { get; init; }
}

/// <summary>USD charged so far, reservations included.</summary>
/// <param name="Conversation">By the conversation, over all its days.</param>
/// <param name="Location">By its location on the day.</param>
/// <param name="All">By all locations on the day.</param>
public sealed record ModelSpending(decimal Conversation, decimal Location, decimal All);

/// <summary>Something about a budget that operators are told once.</summary>
/// <param name="Day">The day.</param>
/// <param name="Budget">The budget's name, as its key in <c>Agent:Budget</c>.</param>
/// <param name="LocationId">The location; empty for the budget of all.</param>
/// <param name="ContactId">The contact; empty but for a conversation's budget.</param>
/// <param name="Percent">How much of it is spent, 80 or 100.</param>
public sealed record BudgetNotice(DateOnly Day, string Budget, string LocationId, string ContactId, int Percent);
