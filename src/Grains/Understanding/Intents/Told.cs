namespace OutletBot.Understanding;

/// <summary>Tells what somebody did from what they ask for, where both are spelt alike: "cancelé" and "cancele".</summary>
internal static class Told
{
    /// <summary>Whether a verb in a stretch bears the accent of the past, or an object stands before it without the "que" of a request: "mi otra cita la cancele".</summary>
    public static bool In(Message message, Span span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            var end = message.Source[message[i].End - 1];
            if (end is 'é' or 'ó' or 'É' or 'Ó' && !IsFuture(message[i].Text))
                return true;
        }

        return span.Start > 0 && message[span.Start].Text.EndsWith('e') && message[span.Start - 1].Text is "la" or "lo" or "las" or "los"
            && !message.Is(span.Start - 2, "que") && !message.Is(span.Start - 2, "me") && !message.Is(span.Start - 2, "favor");
    }

    /// <summary>"Asistiré", "podré".</summary>
    private static bool IsFuture(string text) => text.EndsWith("are", StringComparison.Ordinal) || text.EndsWith("ere", StringComparison.Ordinal) || text.EndsWith("ire", StringComparison.Ordinal) || text.EndsWith("dre", StringComparison.Ordinal);
}
