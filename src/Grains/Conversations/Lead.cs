using System.Globalization;
using OutletBot.Agent;

namespace OutletBot.Conversations;

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

    /// <summary>Values of the fields that have no property here.</summary>
    public FieldValues Others { get; init; } = FieldValues.None;

    /// <summary>This lead with the patch's values over its own. An empty value corrects nothing, nor does a part of the name that is known.</summary>
    public Lead With(Lead patch) => new()
    {
        Name = IsLess(patch.Name, Name) ? Name : patch.Name,
        BusinessType = patch.BusinessType ?? BusinessType,
        Problem = patch.Problem ?? Problem,
        Goal = patch.Goal ?? Goal,
        MonthlyBudgetUsd = patch.MonthlyBudgetUsd ?? MonthlyBudgetUsd,
        Email = patch.Email ?? Email,
        Others = Others.With(patch.Others),
    };

    /// <summary>Whether who says this says no more than is known: "soy Ana" is not to cost the agency Ana López's surname.</summary>
    private static bool IsLess(string? said, string? known) =>
        said is null || (known is not null && !Words.In(Words.Plain(said)).Except(Words.In(Words.Plain(known))).Any());

    /// <summary>Whether a field is known.</summary>
    public bool Has(Field field) => this[field] is not null;

    /// <summary>A field's value as text, an amount without trailing zeros; null when it is not known.</summary>
    public string? this[Field field] =>
        field == Field.Name ? Name
        : field == Field.BusinessType ? BusinessType
        : field == Field.Problem ? Problem
        : field == Field.Goal ? Goal
        : field == Field.Budget ? MonthlyBudgetUsd?.ToString("0.##", CultureInfo.InvariantCulture)
        : field == Field.Email ? Email
        : Others[field];
}
