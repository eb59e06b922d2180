using System.Text.Json;
using OutletBot.Conversations;
using OutletBot.Playbooks;

namespace OutletBot.Evals;

/// <summary>The names that data files use for fields, and leads written with them.</summary>
internal static class LeadLoading
{
    public static IReadOnlyList<Field> Fields { get; } = Field.Standard;

    /// <summary>The fields that a conversation by this playbook may be labelled with.</summary>
    public static IReadOnlyList<Field> FieldsOf(Playbook playbook) => [.. Fields.Union(playbook.Fields.Select(spec => spec.Field))];

    public static Field FieldOf(string key, IReadOnlyList<Field>? fields = null)
    {
        foreach (var field in fields ?? Fields)
        {
            if (string.Equals(field.Key, key, StringComparison.OrdinalIgnoreCase))
                return field;
        }

        throw new FormatException($"\"{key}\" is no field; fields are {string.Join(", ", (fields ?? Fields).Select(field => field.Key))}.");
    }

    /// <summary>A lead's value as text, an amount without trailing zeros.</summary>
    public static string? Text(this Lead lead, Field field) => lead[field];

    public static Lead Lead(JsonElement element, IReadOnlyList<Field>? fields = null) => new()
    {
        Name = Filled(element.Text("name")),
        BusinessType = Filled(element.Text("businessType")),
        Problem = Filled(element.Text("problem")),
        Goal = Filled(element.Text("goal")),
        MonthlyBudgetUsd = element.Amount("budget"),
        Email = Filled(element.Text("email")),
        Others = (fields ?? Fields).Except(Fields).Aggregate(FieldValues.None, (others, field) => others.With(field, Filled(element.Text(field.Key)))),
    };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
