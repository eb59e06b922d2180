using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutletBot.Conversations;

/// <summary>
/// Counts of standard fields are stored as the list that they always were, so that silos of the version before can read it; where
/// others were asked too, as an object by key.
/// </summary>
internal sealed class AskCountsJson : JsonConverter<ImmutableDictionary<Field, int>>
{
    public override ImmutableDictionary<Field, int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var counts = reader.TokenType == JsonTokenType.StartArray
            ? JsonSerializer.Deserialize<int[]>(ref reader, options)!.Zip(Field.Standard, (count, field) => KeyValuePair.Create(field, count))
            : JsonSerializer.Deserialize<Dictionary<string, int>>(ref reader, options)!.Select(c => KeyValuePair.Create(new Field(c.Key), c.Value));
        return counts.Where(c => c.Value > 0).ToImmutableDictionary();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableDictionary<Field, int> value, JsonSerializerOptions options)
    {
        if (value.Keys.All(Field.Standard.Contains))
            JsonSerializer.Serialize(writer, Field.Standard.Select(field => value.GetValueOrDefault(field)).ToArray(), options);
        else
            JsonSerializer.Serialize(writer, value.OrderBy(c => c.Key.Key, StringComparer.Ordinal).ToDictionary(c => c.Key.Key, c => c.Value), options);
    }
}
