namespace OutletBot.Conversations;

/// <summary>The fields that a lead is qualified by, in the order they are asked.</summary>
public enum Field
{
    /// <summary>Name.</summary>
    Name,

    /// <summary>Kind of business. Asked once; a booking does not need it.</summary>
    BusinessType,

    /// <summary>What troubles them.</summary>
    Problem,

    /// <summary>What they want to reach.</summary>
    Goal,

    /// <summary>Monthly budget.</summary>
    Budget,

    /// <summary>E-mail address.</summary>
    Email,
}

/// <summary>What is known of a lead. As a patch, null means nothing new.</summary>
public sealed record Lead
{
    /// <summary>Nothing known.</summary>
    public static Lead Unknown { get; } = new();

    /// <summary>Name as people say it, without greeting.</summary>
    public string? Name { get; init; }

    /// <summary>Shortest phrase that names the business.</summary>
    public string? BusinessType { get; init; }

    /// <summary>What troubles them, in their words.</summary>
    public string? Problem { get; init; }

    /// <summary>What they want to reach, in their words.</summary>
    public string? Goal { get; init; }

    /// <summary>Budget, USD a month.</summary>
    public decimal? MonthlyBudgetUsd { get; init; }

    /// <summary>E-mail address, normalised to lower case.</summary>
    public string? Email { get; init; }

    /// <summary>This lead with the patch's values over its own. An empty value corrects nothing.</summary>
    public Lead With(Lead patch) => new()
    {
        Name = patch.Name ?? Name,
        BusinessType = patch.BusinessType ?? BusinessType,
        Problem = patch.Problem ?? Problem,
        Goal = patch.Goal ?? Goal,
        MonthlyBudgetUsd = patch.MonthlyBudgetUsd ?? MonthlyBudgetUsd,
        Email = patch.Email ?? Email,
    };

    /// <summary>Whether a field is known.</summary>
    public bool Has(Field field) => field switch
    {
        Field.Name => Name is not null,
        Field.BusinessType => BusinessType is not null,
        Field.Problem => Problem is not null,
        Field.Goal => Goal is not null,
        Field.Budget => MonthlyBudgetUsd is not null,
        Field.Email => Email is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field."),
    };
}
