using OutletBot.Conversations;
using OutletBot.Playbooks;

namespace OutletBot.Understanding;

/// <summary>Reads the fields that only a playbook knows: an option wherever its words stand, other words in answer to the question.</summary>
internal static class ChoiceReader
{
    private const int Longest = 200;

    private static readonly Phrases Filler = new("(hola|buenas|buenos|tardes|dias|noches|pues|bueno|si|claro|mmm|eh|ok|well|yes|mira|gracias|hi|hello|ah|so|um|este)");
    private static readonly Phrases Empty = new(
        "(no|ni) (se|sabria|idea|lo se|estoy seguro|estoy segura)", "ni idea", "(dont|not) (know|sure)", "^ (nada|ninguno|ninguna|none|nothing|eso|asi) $", "prefiero no", "(luego|despues) (te|le) (digo|cuento)", "por que (preguntas|quieres)", "que te importa", "none of your",
        "(agendar|sacar|hacer|quiero|quisiera|necesito|book|make|need|want|schedule|get) (una|la|mi|a|an|the)? (cita|consulta|appointment|visit) ..");

    /// <summary>The options that the message names.</summary>
    public static FieldValues Options(Message message, Utterance utterance, Asking asking)
    {
        var found = FieldValues.None;
        foreach (var spec in utterance.Fields.Where(spec => spec.Options.Count > 0))
            if (Option(message, spec, asking.Field == spec.Field, utterance.Known.Has(spec.Field)) is { } option) found = found.With(spec.Field, option.Value);
        return found;
    }

    /// <summary>The answer in the lead's own words, where the question was for a text.</summary>
    public static FieldValues Answer(Message message, Utterance utterance, Asking asking)
    {
        if (asking.Field is not { } field || utterance.Fields.FirstOrDefault(spec => spec.Field == field) is not { Kind: FieldKind.Text }) return FieldValues.None;
        if (message.Asks() || YesNo.Bare(message) || Empty.In(message)) return FieldValues.None;

        var from = 0;
        while (from < message.Count && Filler.At(message, from) is { } filler)
            from = filler.End;

        var words = message.Words(from, message.Count);
        return words.Count(char.IsLetter) > 2 && words.Length <= Longest ? FieldValues.None.With(field, words) : FieldValues.None;
    }

    private static FieldOption? Option(Message message, FieldSpec spec, bool asked, bool known)
    {
        var words = OptionWords.Of(spec);
        // Who asks about something else than they came for has not changed their mind.
        var named = words.Named(message).Where(hit => asked || !known || !message.Asks(hit.Span.Start)).ToList();
        if (named.Count == 0) return asked && words.Answered(message) is { } answered ? spec.Options[answered] : null;

        var corrected = named.Count > 1 && BudgetCues.Correction.In(message, named[^2].Span.End, named[^1].Span.Start);
        return spec.Options[corrected ? named[^1].Option : named.Min(hit => hit.Option)];
    }
}
