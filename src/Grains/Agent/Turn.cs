using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutletBot.Agent;

/// <summary>What the model says about one turn, as it came: nothing in it is trusted.</summary>
internal sealed record Turn(TurnLead Lead, string Intent, int? Slot, string Reply, string AsksFor)
{
    /// <summary>Reads the model's answer.</summary>
    /// <exception cref="JsonException">It is not JSON, or not of the schema.</exception>
    public static Turn Parse(string json)
    {
        var turn = JsonSerializer.Deserialize(json, TurnJson.Default.Turn) ?? throw new JsonException("The turn is null.");
        return TurnSchema.Intents.Contains(turn.Intent) && TurnSchema.Asks.Contains(turn.AsksFor)
            ? turn
            : throw new JsonException("A value stands outside its enumeration.");
    }
}

/// <summary>The fields that the model found; null where the message brings none.</summary>
internal sealed record TurnLead(string? Name, string? BusinessType, string? Problem, string? Goal, decimal? MonthlyBudgetUsd, string? Email)
{
    public static TurnLead Nothing { get; } = new(null, null, null, null, null, null);
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Turn))]
internal sealed partial class TurnJson : JsonSerializerContext;
