using System.Text.Json.Nodes;

namespace OutletBot.Simulator.OpenAi;

/// <summary>An instance of the schema <c>turn</c> for what the lead wrote last.</summary>
internal static class TurnAnswer
{
    private static readonly string[] Order = ["name", "businessType", "problem", "goal", "budget", "email"];

    public static string Compose(JsonObject schema, IReadOnlyList<PromptMessage> prompt)
    {
        var state = TurnState.Read(prompt);
        var text = prompt.LastOrDefault(message => message.Role == "user")?.Content ?? "";
        var heard = Hearing.Hear(text, state);
        var next = Next(state, heard);
        var instance = SchemaInstance.Of(schema)!.AsObject();

        if (instance["lead"] is JsonObject lead && Property(schema, "lead") is { } leadSchema)
        {
            Put(lead, leadSchema, "name", heard.Name);
            Put(lead, leadSchema, "businessType", heard.BusinessType);
            Put(lead, leadSchema, "problem", heard.Problem);
            Put(lead, leadSchema, "goal", heard.Goal);
            Put(lead, leadSchema, "monthlyBudgetUsd", heard.Budget);
            Put(lead, leadSchema, "email", heard.Email);
        }

        Put(instance, schema, "intent", heard.Intent);
        Put(instance, schema, "slot", heard.Slot);
        Put(instance, schema, "reply", Reply(state, heard, next));
        Put(instance, schema, "asksFor", "none");
        Put(instance, schema, "asksFor", next);
        return instance.ToJsonString(Json.Options);
    }

    /// <summary>The first field still missing; <c>slot</c> while times are offered; <c>none</c> when the talk ends here.</summary>
    private static string Next(TurnState state, Heard heard)
    {
        if (heard.Intent is "opt_out" or "not_interested" or "human" or "choose_slot" || heard.Budget < state.MinimumBudget)
            return "none";
        return Order.FirstOrDefault(field => state.Missing.Contains(field) && !heard.Has(field)) ?? (state.Offered.Count > 0 && !state.Booked ? "slot" : "none");
    }

    private static string Reply(TurnState state, Heard heard, string next)
    {
        var es = state.Spanish;
        if (heard.Budget < state.MinimumBudget)
        {
            return es
                ? $"Gracias por compartirlo. Nuestros planes empiezan en ${state.MinimumBudget:0} al mes; cuando te venga bien, aquí estoy."
                : $"Thanks for sharing that. Our plans start at ${state.MinimumBudget:0} a month; whenever it suits you, I'm here.";
        }

        var opening = heard.Intent switch
        {
            "opt_out" => es ? "Listo, no te escribiré más." : "Done, I won't message you again.",
            "not_interested" => es ? "Sin problema, gracias por tu tiempo. Aquí estaré si cambias de idea." : "No problem, thanks for your time. I'm here if you change your mind.",
            "human" => es ? "Claro, una persona del equipo te escribe pronto." : "Sure, a person of our team will write to you soon.",
            "choose_slot" => es ? "Perfecto, te aparto ese horario." : "Great, I'm reserving that time for you.",
            "question" => es ? "Buena pregunta, con gusto te lo explicamos en la llamada." : "Good question, we'll gladly explain it on the call.",
            _ when heard.Name is { } name => es ? $"Mucho gusto, {name}." : $"Nice to meet you, {name}.",
            _ when state.Name is null => es ? "¡Hola! Soy María, de Outlet Media." : "Hi! I'm María, from Outlet Media.",
            _ => es ? "Entiendo, gracias." : "I see, thank you.",
        };
        return $"{opening} {Question(next, es)}".Trim();
    }

    private static string Question(string field, bool es) => field switch
    {
        "name" => es ? "¿Cómo te llamas?" : "What's your name?",
        "businessType" => es ? "¿Qué tipo de negocio tienes?" : "What kind of business do you have?",
        "problem" => es ? "¿Cuál es el mayor problema de tu negocio hoy?" : "What's the biggest problem in your business today?",
        "goal" => es ? "¿Qué te gustaría lograr?" : "What would you like to achieve?",
        "budget" => es ? "¿Qué presupuesto mensual en dólares tienes para publicidad?" : "What monthly budget in dollars do you have for advertising?",
        "email" => es ? "¿Cuál es tu correo electrónico?" : "What's your email address?",
        "slot" => es ? "¿Qué horario prefieres?" : "Which time works for you?",
        _ => "",
    };

    private static JsonObject? Property(JsonObject schema, string name) => (schema["properties"] as JsonObject)?[name] as JsonObject;

    /// <summary>Writes a value where the schema has room for it, in the type that it asks for.</summary>
    private static void Put(JsonObject instance, JsonObject schema, string name, object? value)
    {
        if (value is null || Property(schema, name) is not { } property)
            return;

        var types = SchemaInstance.Types(property);
        JsonNode node = value switch
        {
            int number when !types.Contains("integer") && !types.Contains("number") => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            decimal amount when types.Contains("integer") || amount == decimal.Truncate(amount) => (long)amount,
            int number => number,
            decimal amount => amount,
            _ => value.ToString()!,
        };
        if (property["enum"] is JsonArray choices && !choices.Any(choice => JsonNode.DeepEquals(choice, node)))
            return;
        instance[name] = node;
    }
}
