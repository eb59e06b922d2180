using System.Text.Json;
using OutletBot.Conversations;

namespace OutletBot.Evals;

/// <summary>The names that data files use for fields, and leads written with them.</summary>
internal static class LeadLoading
{
    public static IReadOnlyList<Field> Fields { get; } = Enum.GetValues<Field>();

    public static string Key(this Field field) => field switch
    {
        Field.Name => "name",
        Field.BusinessType => "businessType",
        Field.Problem => "problem",
        Field.Goal => "goal",
        Field.Budget => "budget",
        Field.Email => "email",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field."),
    };

    public static Field FieldOf(string key)
    {
        foreach (var field in Fields)
        {
            if (string.Equals(field.Key(), key, StringComparison.OrdinalIgnoreCase))
                return field;
        }

        throw new FormatException($"\"{key}\" is no field; fields are {string.Join(", ", Fields.Select(Key))}.");
    }

    /// <summary>A lead's value as text, an amount without trailing zeros.</summary>
    public static string? Text(this Lead lead, Field field) => field switch
    {
        Field.Name => lead.Name,
        Field.BusinessType => lead.BusinessType,
        Field.Problem => lead.Problem,
        Field.Goal => lead.Goal,
        Field.Budget => lead.MonthlyBudgetUsd is { } amount ? Words.Of(amount) : null,
        Field.Email => lead.Email,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field."),
    };

    public static Lead Lead(JsonElement element) => new()
    {
        Name = Filled(element.Text("name")),
        BusinessType = Filled(element.Text("businessType")),
        Problem = Filled(element.Text("problem")),
        Goal = Filled(element.Text("goal")),
        MonthlyBudgetUsd = element.Amount("budget"),
        Email = Filled(element.Text("email")),
    };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
