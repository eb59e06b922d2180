using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutletBot.Conversations;

/// <summary>A field that a lead is qualified by, known by its key. Which of them are asked, and how, is the playbook's.</summary>
/// <param name="Key">Its key, as playbooks and the model's schema write it.</param>
[JsonConverter(typeof(FieldJson))]
public readonly record struct Field(string Key)
{
    /// <summary>Name.</summary>
    public static Field Name { get; } = new("name");

    /// <summary>Kind of business.</summary>
    public static Field BusinessType { get; } = new("businessType");

    /// <summary>What troubles them.</summary>
    public static Field Problem { get; } = new("problem");

    /// <summary>What they want to reach.</summary>
    public static Field Goal { get; } = new("goal");

    /// <summary>Monthly budget in USD.</summary>
    public static Field Budget { get; } = new("budget");

    /// <summary>E-mail address.</summary>
    public static Field Email { get; } = new("email");

    /// <summary>The fields that have a property of their own in <c>Lead</c>. A stored conversation knows them by their number.</summary>
    public static IReadOnlyList<Field> Standard { get; } = [Name, BusinessType, Problem, Goal, Budget, Email];

    /// <inheritdoc/>
    public override string ToString() => Key;
}

/// <summary>
/// Standard fields are stored by number, as they always were: a silo of the version before reads what this one writes while both
/// run side by side. All others are stored by key.
/// </summary>
internal sealed class FieldJson : JsonConverter<Field>
{
    public override Field Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? Standard(reader.GetInt32()) : new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Field value, JsonSerializerOptions options)
    {
        if (NumberOf(value) is { } number) writer.WriteNumberValue(number);
        else writer.WriteStringValue(value.Key);
    }

    private static Field Standard(int number) =>
        number >= 0 && number < Field.Standard.Count ? Field.Standard[number] : throw new JsonException($"There is no field number {number}.");

    private static int? NumberOf(Field field)
    {
        for (var i = 0; i < Field.Standard.Count; i++)
            if (Field.Standard[i] == field) return i;
        return null;
    }
}
