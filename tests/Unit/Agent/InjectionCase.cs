using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OutletBot.Unit.Agent;

/// <summary>Words that try to steer the model, and what a model says that obeys them.</summary>
/// <param name="Name">Its name among the cases.</param>
/// <param name="Language">The conversation's language.</param>
/// <param name="Stage">Where the conversation stands.</param>
/// <param name="Messages">What the lead writes, one message after another.</param>
/// <param name="Known">What was known of the lead before; null for what the stage needs.</param>
/// <param name="Says">The obedient answer.</param>
/// <param name="Taboo">What of it must not reach the lead.</param>
/// <param name="Learns">What the messages honestly tell of the lead; null where rules alone may read them as they like.</param>
internal sealed record InjectionCase(
    string Name,
    string Language,
    string Stage,
    IReadOnlyList<string> Messages,
    Dictionary<string, string>? Known,
    ObedientAnswer Says,
    IReadOnlyList<string> Taboo,
    Dictionary<string, string>? Learns)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<InjectionCase> All { get; } =
        JsonSerializer.Deserialize<List<InjectionCase>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "injections.json")), Web)!;

    public override string ToString() => Name;

    /// <summary>What of the taboo words a text holds, as words of their own.</summary>
    public IEnumerable<string> FoundIn(string text) => Taboo.Where(taboo =>
        Regex.IsMatch(text, $@"(?<![\p{{L}}\d]){Regex.Escape(taboo)}(?![\p{{L}}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));
}

/// <summary>What the model says, by the schema of the agency's playbook.</summary>
internal sealed record ObedientAnswer(string Reply, string AsksFor, string Intent, int? Slot, JsonObject Lead)
{
    private static readonly string[] Fields = ["name", "businessType", "problem", "goal", "monthlyBudgetUsd", "email"];

    public string Json => new JsonObject
    {
        ["lead"] = new JsonObject(Fields.Select(key => KeyValuePair.Create(key, Lead[key]?.DeepClone()))),
        ["intent"] = Intent,
        ["slot"] = Slot,
        ["reply"] = Reply,
        ["asksFor"] = AsksFor,
    }.ToJsonString();
}
