using System.Globalization;
using System.Text.Json;
using OutletBot.Conversations;

namespace OutletBot.Evals;

/// <summary>What is right for one field: a text or one of its alternatives, an amount, any value at all, or no value.</summary>
internal sealed record Label
{
    /// <summary>Right texts, plain; amounts as <see cref="Words.Of"/> writes them.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Any value is right.</summary>
    public bool Present { get; init; }

    /// <summary>Amounts from the first to the second are right.</summary>
    public (decimal Low, decimal High)? Range { get; init; }

    /// <summary>No value is right.</summary>
    public bool Nothing { get; init; }

    /// <summary>A value is due, none would be wrong.</summary>
    public bool ValueDue => !Nothing;

    public bool Accepts(string? actual)
    {
        if (string.IsNullOrWhiteSpace(actual))
            return Nothing;

        return Present
            || Texts.Any(text => Words.Same(text, actual))
            || (Range is { } range && decimal.TryParse(actual, CultureInfo.InvariantCulture, out var amount) && amount >= range.Low && amount <= range.High);
    }

    public override string ToString() => string.Join(" | ",
        Texts
            .Concat(Present ? ["(any)"] : [])
            .Concat(Range is { } range ? [$"{Words.Of(range.Low)}..{Words.Of(range.High)}"] : [])
            .Concat(Nothing ? ["(none)"] : []));

    /// <summary>The label of a field, null when the field is not scored.</summary>
    public static Label? Read(JsonElement expect, Field field, JsonElement? alternatives)
    {
        var key = field.Key;
        var range = field == Field.Budget ? RangeOf(expect) : null;
        if (!expect.Has(key) && range is null)
            return null;

        var texts = new List<string>();
        var (nothing, present) = (range is null && expect.Value(key) is null, false);
        foreach (var value in Values(expect.Value(key)).Concat(Values(alternatives?.Value(key))))
        {
            if (value.ValueKind == JsonValueKind.Null)
                nothing = true;
            else if (field == Field.Problem || field == Field.Goal)
                present = true;
            else
                texts.Add(TextOf(value, field));
        }

        return new() { Texts = texts, Present = present, Range = range, Nothing = nothing };
    }

    /// <summary>Values that a field must not take; <c>"present"</c> forbids any.</summary>
    public static Label Forbidden(JsonElement values, Field field)
    {
        var texts = Values(values).Where(value => value.ValueKind != JsonValueKind.Null).Select(value => TextOf(value, field)).ToList();
        return new() { Texts = texts, Present = texts.Contains("present", StringComparer.Ordinal) };
    }

    /// <summary>A value, or each of a list of them.</summary>
    public static IEnumerable<JsonElement> Values(JsonElement? value) => value is not { } given ? []
        : given.ValueKind == JsonValueKind.Array ? given.EnumerateArray()
        : [given];

    private static string TextOf(JsonElement value, Field field)
    {
        if (field == Field.Budget && !(value.ValueKind == JsonValueKind.String && value.ValueEquals("present")))
            return Words.Of(JsonLine.AmountOf(value, field.Key));

        return value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new FormatException($"\"{field.Key}\" must be a string or null.");
    }

    private static (decimal Low, decimal High)? RangeOf(JsonElement expect)
    {
        if (expect.Value("budgetIn") is not { } range)
            return null;

        return range.ValueKind == JsonValueKind.Array && range.GetArrayLength() == 2
            ? (JsonLine.AmountOf(range[0], "budgetIn"), JsonLine.AmountOf(range[1], "budgetIn"))
            : throw new FormatException("\"budgetIn\" must be [low, high].");
    }
}
