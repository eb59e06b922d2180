using System.Text.Json;
using System.Text.Json.Serialization;
using OutletBot.Conversations;

namespace OutletBot.Agent;

/// <summary>What the model says about one turn, as it came: nothing in it is trusted.</summary>
internal sealed record Turn(TurnLead Lead, string Intent, int? Slot, string Reply, string AsksFor)
{
    /// <summary>Reads the model's answer.</summary>
    /// <exception cref="JsonException">It is not JSON, or not of the schema.</exception>
    public static Turn Parse(string json, TurnSchema schema)
    {
        var turn = JsonSerializer.Deserialize(json, TurnJson.Default.TurnText) ?? throw new JsonException("The turn is null.");
        return TurnSchema.Intents.Contains(turn.Intent) && schema.Asks.Contains(turn.AsksFor)
            ? new(TurnLead.Of(turn.Lead, schema), turn.Intent, turn.Slot, turn.Reply, turn.AsksFor)
            : throw new JsonException("A value stands outside its enumeration.");
    }
}

/// <summary>The fields that the model found; null where the message brings none.</summary>
internal sealed record TurnLead(string? Name, string? BusinessType, string? Problem, string? Goal, decimal? MonthlyBudgetUsd, string? Email)
{
    public static TurnLead Nothing { get; } = new(null, null, null, null, null, null);

    /// <summary>Values of the fields that only a playbook knows.</summary>
    public FieldValues Others { get; init; } = FieldValues.None;

    public static TurnLead Of(IReadOnlyDictionary<string, JsonElement> lead, TurnSchema schema)
    {
        if (lead.Count != schema.Lead.Count || !lead.Keys.All(schema.Lead.ContainsKey)) throw new JsonException("The lead has other properties than the schema.");
        return new(Text(Field.Name), Text(Field.BusinessType), Text(Field.Problem), Text(Field.Goal), lead.TryGetValue("monthlyBudgetUsd", out var budget) ? Amount(budget) : null, Text(Field.Email))
        {
            Others = schema.Lead.Values.Select(spec => spec.Field).Except(Field.Standard).Aggregate(FieldValues.None, (others, field) => others.With(field, Text(field))),
        };

        string? Text(Field field) => lead.TryGetValue(field.Key, out var value) ? value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => throw new JsonException($"{field} is no text."),
        } : null;
    }

    private static decimal? Amount(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount) ? amount
        : throw new JsonException("The budget is no amount.");
}

/// <summary>A turn as it is written.</summary>
internal sealed record TurnText(Dictionary<string, JsonElement> Lead, string Intent, int? Slot, string Reply, string AsksFor);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(TurnText))]
internal sealed partial class TurnJson : JsonSerializerContext;
