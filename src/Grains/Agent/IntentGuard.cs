using System.Text.RegularExpressions;
using OutletBot.Conversations;

namespace OutletBot.Agent;

/// <summary>Judges the model's intent: what cannot be undone needs a trace in what the lead wrote.</summary>
internal static partial class IntentGuard
{
    public static Intent Check(string proposed, Thought thought, Reading reading)
    {
        // The rules are exact about these: a model that overlooks one would keep writing to somebody who said stop.
        if (reading.Intent is Intent.OptOut or Intent.OptIn or Intent.Human)
            return reading.Intent;

        // Asked whether what the model calls a wish was really expressed, only the lead's own sentences count.
        var evidence = LeadWords.Evidence(thought.Text);
        // Who asks about it has not decided it: a conversation that is closed is not easily opened again.
        if (proposed is "opt_out" or "not_interested" && reading.Intent == Intent.Question && !Demand().IsMatch(evidence))
            return reading.Intent;

        return proposed switch
        {
            "opt_out" => StopTrace().IsMatch(evidence) ? Intent.OptOut : evidence.Length > 0 ? Intent.NotInterested : reading.Intent,
            "human" when HumanTrace().IsMatch(evidence) => Intent.Human,
            "cancel" when thought.Appointment is not null && CancelTrace().IsMatch(evidence) => Intent.Cancel,
            "reschedule" when thought.Appointment is not null && evidence.Length > 0 => Intent.Reschedule,
            "choose_slot" when thought.Offered.Count > 0 && reading.Slot.Match != SlotMatch.None => Intent.ChooseSlot,
            "more_slots" when thought.Offered.Count > 0 && evidence.Length > 0 => Intent.MoreSlots,
            "not_interested" when evidence.Length > 0 && reading.Intent is not (Intent.ChooseSlot or Intent.Confirm) => Intent.NotInterested,
            "question" when reading.Intent is Intent.Other or Intent.Answer or Intent.Greeting => Intent.Question,
            "answer" when reading.Intent is Intent.Other => Intent.Answer,
            _ => reading.Intent,
        };
    }

    [GeneratedRegex(@"\b(stop|baja|alto|unsubscribe|remove me|quita(me|r)|borra(me|r)|elimina(me|r)|opt.?out|suscripcion)\b|\b(no|dejen|dejes?|deja|don'?t|quit|never)\b.{0,25}\b(escrib\w*|mand\w*|mensaj\w*|contact\w*|moles\w*|text\w*|messag\w*|writ\w*|spam)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex StopTrace();

    /// <summary>A wish in a question's form, without an if or a when: "¿me pueden borrar de su lista?", "can you stop texting me?".</summary>
    [GeneratedRegex(@"^(?!.*\b(si(?!,)|cuando|if|when)\b).*\b((pueden?|puedes|podrian?|podrias) (dejar|parar|quitar\w*|borrar\w*|eliminar\w*|sacar\w*|dar(me|nos)? de baja)|(can|could|will|would) you (please )?(stop|quit|remove|take|delete|unsubscribe))\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Demand();

    [GeneratedRegex(@"\b(persona|human\w*|asesor\w*|agente|alguien|ejecutiv\w*|encargad\w*|duen\w+|gerente|person|someone|somebody|representative|agent|manager|llam\w+|call)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HumanTrace();

    [GeneratedRegex(@"\b(cancel\w*|anul\w*|ya no|no (voy|podre|puedo|quiero|ire|asistire)|can'?t|cannot|won'?t|call (it|this) off)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CancelTrace();
}
