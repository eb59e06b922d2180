namespace OutletBot.Understanding;

/// <summary>
/// Leaves out of a choice why it is made: "el jueves en la tarde porque en la mañana llevo a los niños". Times that a reason speaks of are those the lead
/// cannot come, unless it says when they can.
/// </summary>
internal static class Reasons
{
    private static readonly Phrases Begins = new(
        "(porque|because|cuz|cause|since|bc|pues que)", "(ya|pues|puesto|dado) que", "que (en|por) la (manana|tarde|noche)", "es que", "que es cuando", "(saliendo|al salir|despues de salir|cuando salgo|en saliendo|saliendito) (de|del|de la) (jale|trabajo|chamba|trabajar|oficina|escuela|turno|clase|clases|misa|work|gym)", "(right)? (after|when i get (off|out)|getting off) (of)? (work|my shift|school|church|class)");

    /// <summary>When the lead can come.</summary>
    private static readonly Phrases Free = new("(puedo|podria|podemos|salgo|salimos|termino|desocupo|libre|libres|chance|tiempo|descanso|free|available|can|off|finish|estoy|llego|mejor)");
    private static readonly Phrases Not = new("(no|ni|not|cant|dont|never|nunca|tampoco)");

    /// <summary>The message without its reasons; itself where it gives none.</summary>
    public static Message Without(Message message, DateTimeOffset now)
    {
        var kept = message.Source;
        for (var i = 1; i < message.Count; i++)
        {
            if (Begins.At(message, i) is not { } begin)
                continue;

            var end = begin.End;
            while (end < message.Count && message[end].Before < Gap.Comma && SlotWords.Turn.At(message, end) is null)
                end++;
            var reason = message.Words(i, end);
            var times = new TimeMentions(Message.Of(reason), [], now).All(pureNumberIsPlace: false).Count > 0;
            if (!times || !Free.In(message, begin.End, end) || Not.In(message, begin.End, end))
                kept = string.Concat(kept.AsSpan(0, message[i].Start), new string(' ', message[end - 1].End - message[i].Start), kept.AsSpan(message[end - 1].End));
            i = end - 1;
        }

        return ReferenceEquals(kept, message.Source) ? message : Message.Of(kept);
    }
}
