using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutletBot.Conversations;

/// <summary>Values of fields by key, equal when they hold the same. As a patch, what is absent means nothing new.</summary>
[JsonConverter(typeof(FieldValuesJson))]
public sealed class FieldValues : IEquatable<FieldValues>
{
    private readonly ImmutableSortedDictionary<string, string> _values;

    private FieldValues(ImmutableSortedDictionary<string, string> values) => _values = values;

    /// <summary>No value.</summary>
    public static FieldValues None { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>How many there are.</summary>
    public int Count => _values.Count;

    /// <summary>Each value with its field's key, by key.</summary>
    public IEnumerable<KeyValuePair<string, string>> All => _values;

    /// <summary>A field's value, null when there is none.</summary>
    public string? this[Field field] => _values.GetValueOrDefault(field.Key);

    /// <summary>These values and one more; null and blank values change nothing.</summary>
    public FieldValues With(Field field, string? value) => string.IsNullOrWhiteSpace(value) ? this : new(_values.SetItem(field.Key, value));

    /// <summary>These values with a patch's over them.</summary>
    public FieldValues With(FieldValues patch) => patch.Count == 0 ? this : new(_values.SetItems(patch._values));

    /// <summary>Those that <paramref name="before"/> does not hold, or holds otherwise.</summary>
    public FieldValues Since(FieldValues before) => new(_values.RemoveRange(_values.Where(v => before._values.GetValueOrDefault(v.Key) == v.Value).Select(v => v.Key)));

    /// <inheritdoc/>
    public bool Equals(FieldValues? other) => other is not null && (ReferenceEquals(this, other) || _values.SequenceEqual(other._values));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldValues);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(0, (hash, value) => HashCode.Combine(hash, value.Key, value.Value));

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", _values.Select(v => $"{v.Key} = {v.Value}"));
}

internal sealed class FieldValuesJson : JsonConverter<FieldValues>
{
    public override FieldValues Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options)!.Aggregate(FieldValues.None, (values, v) => values.With(new Field(v.Key), v.Value));

    public override void Write(Utf8JsonWriter writer, FieldValues value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, text) in value.All) writer.WriteString(key, text);
        writer.WriteEndObject();
    }
}
