using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using OutletBot.Playbooks;

namespace OutletBot.Agent;

/// <summary>The schema <c>turn</c> that the model answers in, made once for a playbook: providers compile a schema once and keep it.</summary>
internal sealed class TurnSchema
{
    public const string Name = "turn";

    public static readonly IReadOnlySet<string> Intents = new HashSet<string>(StringComparer.Ordinal)
    {
        "answer", "question", "choose_slot", "more_slots", "reschedule", "cancel", "opt_out", "not_interested", "human", "other",
    };

    private static readonly ConditionalWeakTable<Playbook, TurnSchema> Known = [];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private TurnSchema(Playbook playbook)
    {
        Lead = playbook.Fields.ToDictionary(PropertyOf, StringComparer.Ordinal);
        string[] asks = [.. playbook.Fields.Where(HasName).Select(spec => spec.Field.Key), "slot", "none"];
        Asks = asks.ToHashSet(StringComparer.Ordinal);
        Json = BinaryData.FromString($$"""
            {
              "type": "object",
              "properties": {
                "lead": {
                  "type": "object",
                  "properties": {
            {{string.Join(",\n", playbook.Fields.Select(spec => $"        {Text(PropertyOf(spec))}: {TypeOf(spec)}"))}}
                  },
                  "required": [{{string.Join(", ", playbook.Fields.Select(spec => Text(PropertyOf(spec))))}}],
                  "additionalProperties": false
                },
                "intent": {
                  "type": "string",
                  "enum": ["answer", "question", "choose_slot", "more_slots", "reschedule", "cancel", "opt_out", "not_interested", "human", "other"]
                },
                "slot": { "type": ["integer", "null"] },
                "reply": { "type": "string" },
                "asksFor": { "type": "string", "enum": [{{string.Join(", ", asks.Select(Text))}}] }
              },
              "required": ["lead", "intent", "slot", "reply", "asksFor"],
              "additionalProperties": false
            }
            """);
    }

    /// <summary>The fields by the properties of <c>lead</c>.</summary>
    public IReadOnlyDictionary<string, FieldSpec> Lead { get; }

    /// <summary>What <c>asksFor</c> may be.</summary>
    public IReadOnlySet<string> Asks { get; }

    public BinaryData Json { get; }

    public static TurnSchema Of(Playbook playbook) => Known.GetValue(playbook, static playbook => new(playbook));

    /// <summary>The property of <c>lead</c> that a field has.</summary>
    public static string PropertyOf(FieldSpec spec) => spec.Kind == FieldKind.Money ? "monthlyBudgetUsd" : spec.Field.Key;

    /// <summary>Whether <c>asksFor</c> has a word for a field: a reply that asks for the business says "none".</summary>
    public static bool HasName(FieldSpec spec) => spec.Kind != FieldKind.Business;

    private static string TypeOf(FieldSpec spec) => spec.Kind switch
    {
        FieldKind.Money => """{ "type": ["number", "null"] }""",
        FieldKind.Choice => $$"""{ "type": ["string", "null"], "enum": [{{string.Join(", ", spec.Options.Select(option => Text(option.Value)))}}, null] }""",
        _ => """{ "type": ["string", "null"] }""",
    };

    private static string Text(string text) => JsonSerializer.Serialize(text, Readable);
}
