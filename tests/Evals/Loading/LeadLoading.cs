using System.Text.Json;
using OutletBot.Conversations;

namespace OutletBot.Evals;

/// <summary>The names that data files use for fields, and leads written with them.</summary>
internal static class LeadLoading
{
    public static IReadOnlyList<Field> Fields { get; } = Field.Standard;

    public static Field FieldOf(string key)
    {
        foreach (var field in Fields)
        {
            if (string.Equals(field.Key, key, StringComparison.OrdinalIgnoreCase))
                return field;
        }

        throw new FormatException($"\"{key}\" is no field; fields are {string.Join(", ", Fields.Select(field => field.Key))}.");
    }

    /// <summary>A lead's value as text, an amount without trailing zeros.</summary>
    public static string? Text(this Lead lead, Field field) => lead[field];

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
