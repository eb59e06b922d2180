using System.Text.Json;
using System.Text.Json.Nodes;

namespace OutletBot.Simulator.OpenAi;

/// <summary>What the prompt's <c>STATE</c> message tells.</summary>
internal sealed record TurnState(bool Spanish, IReadOnlyList<string> Missing, decimal MinimumBudget, IReadOnlyList<(int Number, string Text)> Offered, string? Name, bool Booked)
{
    private static readonly TurnState Unknown = new(true, ["name", "businessType", "problem", "goal", "budget", "email"], 300, [], null, false);

    public static TurnState Read(IEnumerable<PromptMessage> prompt)
    {
        var message = prompt.LastOrDefault(one => one.Role is "system" or "developer" && one.Content.StartsWith("STATE", StringComparison.Ordinal));
        if (message is null || Parse(message.Content["STATE".Length..]) is not { } state)
            return Unknown;

        return new TurnState(
            !string.Equals(state.Text("language"), "en", StringComparison.OrdinalIgnoreCase),
            [.. state.Texts("missing").Select(name => name.Contains("budget", StringComparison.OrdinalIgnoreCase) ? "budget" : name)],
            decimal.TryParse(state.Text("minimumBudget"), System.Globalization.CultureInfo.InvariantCulture, out var minimum) ? minimum : 300,
            state["offered"] is JsonArray offered ? [.. offered.OfType<JsonObject>().Select(one => (one.Number("n") ?? 0, one.Text("text") ?? ""))] : [],
            (state["known"] as JsonObject)?.Text("name"),
            !string.IsNullOrEmpty(state.Text("appointment")));
    }

    private static JsonObject? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json.Trim()) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
