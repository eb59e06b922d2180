namespace OutletBot.Agent;

/// <summary>The schema <c>turn</c> that the model answers in. Constant: providers compile a schema once and keep it.</summary>
internal static class TurnSchema
{
    public const string Name = "turn";

    public static readonly IReadOnlySet<string> Intents = new HashSet<string>(StringComparer.Ordinal)
    {
        "answer", "question", "choose_slot", "more_slots", "reschedule", "cancel", "opt_out", "not_interested", "human", "other",
    };

    public static readonly IReadOnlySet<string> Asks = new HashSet<string>(StringComparer.Ordinal)
    {
        "name", "problem", "goal", "budget", "email", "slot", "none",
    };

    public static readonly BinaryData Json = BinaryData.FromString("""
        {
          "type": "object",
          "properties": {
            "lead": {
              "type": "object",
              "properties": {
                "name": { "type": ["string", "null"] },
                "businessType": { "type": ["string", "null"] },
                "problem": { "type": ["string", "null"] },
                "goal": { "type": ["string", "null"] },
                "monthlyBudgetUsd": { "type": ["number", "null"] },
                "email": { "type": ["string", "null"] }
              },
              "required": ["name", "businessType", "problem", "goal", "monthlyBudgetUsd", "email"],
              "additionalProperties": false
            },
            "intent": {
              "type": "string",
              "enum": ["answer", "question", "choose_slot", "more_slots", "reschedule", "cancel", "opt_out", "not_interested", "human", "other"]
            },
            "slot": { "type": ["integer", "null"] },
            "reply": { "type": "string" },
            "asksFor": { "type": "string", "enum": ["name", "problem", "goal", "budget", "email", "slot", "none"] }
          },
          "required": ["lead", "intent", "slot", "reply", "asksFor"],
          "additionalProperties": false
        }
        """);
}
