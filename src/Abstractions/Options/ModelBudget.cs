namespace OutletBot.Options;

/// <summary>
/// The section <c>Agent:Budget</c>: what the model may cost, USD. Where a budget is spent the rules answer. Null is no limit, 0 keeps
/// the model from being asked.
/// </summary>
public sealed class ModelBudget
{
    /// <summary>For one conversation, over all its days. No lead comes near the default; two machines that talk to each other do.</summary>
    public decimal? PerConversation { get; set; } = 1m;

    /// <summary>For one location on one day of its zone.</summary>
    public decimal? PerLocationPerDay { get; set; }

    /// <summary>For all locations on one day, each location's by its own zone.</summary>
    public decimal? PerDay { get; set; }

    /// <summary>These budgets with a location's own in their place.</summary>
    public ModelBudget With(LocationModelBudget? own) => own is null ? this : new()
    {
        PerConversation = own.PerConversation ?? PerConversation,
        PerLocationPerDay = own.PerLocationPerDay ?? PerLocationPerDay,
        PerDay = PerDay,
    };
}

/// <summary>The section <c>Locations:{id}:Budget</c>: what goes before <c>Agent:Budget</c> there. Null is what holds for all.</summary>
public sealed class LocationModelBudget
{
    /// <inheritdoc cref="ModelBudget.PerConversation"/>
    public decimal? PerConversation { get; set; }

    /// <inheritdoc cref="ModelBudget.PerLocationPerDay"/>
    public decimal? PerLocationPerDay { get; set; }
}
