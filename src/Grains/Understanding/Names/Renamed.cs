namespace OutletBot.Understanding;

/// <summary>Finds a name put right by the name alone: "me entendiste mal, Trinidad", "Brayan, con a".</summary>
internal static class Renamed
{
    private static readonly Phrases Misheard = new(
        "(me|lo|la|mi nombre) (entendiste|entendio|entendieron|escribiste|escribio|pusiste|puso|anotaste|anoto|apuntaste|registraste|llamaste|leiste|oiste|confundiste|confundio|confundieron|cambiaste|dijiste)", "(entendiste|escribiste|pusiste|anotaste|apuntaste|leiste|oiste|quedo|esta|salio) mal",
        "te (equivocaste|confundiste)", "se (equivoco|confundio|equivocaron)", "no me llamo (asi)?", "(ese|asi) no (es|me llamo|era)", "no es (asi|ese|mi nombre)", "mal (escrito|mi nombre)",
        "(got|spelled|wrote|have|put|misspelled|misheard|read) (it|me|my name|that) (wrong|down wrong)?", "(thats|its|that is|it is) not (my name|it|me)", "(wrong|incorrect) name", "autocorrector", "autocorrect");

    private static readonly Phrases Opening = new("(es|soy|no|its|perdon|sorry)", "it is", "(its|it is|es|se)? (spelled|spelt|escribe)");

    /// <summary>How it is spelt, said behind it.</summary>
    private static readonly Phrases Spelt = new("(con|sin|with|without|lleva) (doble|double|acento|tilde|una|la|a|an|the)? *", "se escribe", "(spelled|spelt) ..", "(asi|tal) (se escribe|como suena|lo|me)");

    /// <summary>The name, where one is known and another stands alone in a clause; null otherwise.</summary>
    public static string? Read(Message message, string? known, bool asked)
    {
        if (known is null || asked)
            return null;

        var misheard = Misheard.In(message);
        foreach (var (from, to) in message.Clauses())
        {
            var start = from;
            while (start < to && Opening.At(message, start) is { } opening && opening.End <= to)
                start = opening.End;
            if (start >= to || message.Asks(start) || NameSpan.At(message, start, Trust.Asked) is not { } name || !(name.End == to || Spelt.At(message, name.End) is not null))
                continue;

            var proper = NameSpan.Proper(message, name);
            var near = NameReader.IsNear(known, proper) && (message.Count == name.End || Spelt.In(message, name.End, message.Count));
            if (NameReader.Plain(proper) != NameReader.Plain(known) && (near || (misheard && NameWords.IsFirst(message[name.Start].Text))))
                return proper;
        }

        return null;
    }
}
