namespace OutletBot.Understanding;

/// <summary>Finds a name that nothing introduces: the answer to the question for it, or one that says itself to be the writer's.</summary>
internal static class BareName
{
    private static readonly Phrases Greeting = new("(hola|holi|wenas|weno|que onda|buenas|buenos|buen|hi|hello|hey|tardes|dias|noches|dia|morning|afternoon|evening|good|que tal)");
    private static readonly Phrases Saying = new("this is", "(its|im|soy)", "(habla|saluda|escribe)", "(le|te|les) (habla|saluda|escribe)");
    private static readonly Phrases Filler = new("(hola|holi|ola|wenas|weno|che|oiga|dale|simon|nel|nah|uy|ay|buenas|buenos|buen|hi|hello|hey|pues|bueno|si|claro|ok|va|vale|sale|orale|gracias|mucho|gusto|tardes|dias|noches|dia|well|sure|yes|igualmente|encantado|encantada|un|placer|que|tal|morning|afternoon|good|evening|nice|to|meet|you|por|supuesto|ah|oh|eh|mmm|este|no|perdon|sorry|so|um|uh|thanks|disculpa|disculpe|mira|mire|oye|favor|please)");
    private static readonly Phrases Opening = new("(con|a|es|its|im|soy|soi|aqui|aca|ponle|pongale|pon|solo|dime|digame|llamame|nomas|just|apunta|anota|nombre|name)", "it is", "i am", "por aca", "(soy|soi) yo", "ya? (te|le) dije que?", "a nombre de", "su servidor*", "this is");

    private static readonly Phrases Goes = new("(y|and|de|from|soy|para|pa|tengo|tenemos|con|i|im|we|my|mi|me|a|quiero|quisiera|necesito|ocupo|busco|vendo|at|the|es|jaja|nomas|por|please|aqui|here|gracias|and|but|pero)");

    /// <summary>Whoever writes "Juan para servirle", "Mark here" or, after a greeting, "Irma de Tacos El Güero".</summary>
    public static string? Signed(Message message, string agentName)
    {
        var greeted = false;
        foreach (var (from, to) in message.Clauses())
        {
            var at = from;
            while (at < to && Greeting.At(message, at) is { } hello && hello.End <= to)
                at = hello.End;

            if (at < to && IsListed(message, at) && !IsAgent(message, at, agentName) && NameSpan.At(message, at, Trust.Asked) is { } name
                && (Introductions.Behind.At(message, name.End) is not null || (greeted && at == from && From(message, name.End))))
            {
                return NameSpan.Proper(message, name);
            }

            // "Sheryl Benavidez here", "this is Tamsin Whitlock from": a full name that no list has is known by its capitals.
            var said = Saying.At(message, at)?.End ?? at;
            if (said < to && !IsListed(message, said) && !IsAgent(message, said, agentName) && NameSpan.At(message, said, Trust.Asked) is { Length: > 1 } full && InCapitals(message, full)
                && (Introductions.Behind.At(message, full.End) is not null || (said > at && From(message, full.End))))
            {
                return NameSpan.Proper(message, full);
            }

            greeted = at == to && (greeted || at > from);
        }

        return null;
    }

    /// <summary>The answer to "¿cómo te llamas?".</summary>
    public static string? Answered(Message message, string agentName)
    {
        var first = true;
        foreach (var (from, to) in message.Clauses())
        {
            var at = Begin(message, from, to, agentName);
            if (at >= to)
                continue;

            var others = from > 0 && Introductions.Others.In(message, from - 1, from);
            if (!others && NameSpan.At(message, at, Trust.Bare) is { } name && Stands(message, name, at, first))
                return NameSpan.Proper(message, name);
            first = false;
        }

        return null;
    }

    /// <summary>Where a clause goes on behind greetings, yes and no, and our agent's name.</summary>
    private static int Begin(Message message, int from, int to, string agentName)
    {
        var at = from;
        var greeted = false;
        while (at < to)
        {
            if (IsAgent(message, at, agentName) && !IsName(message, at + 1, to) && (greeted || at + 1 < message.Count) && (at + 1 < to || message.Count > to || greeted))
            {
                at++;
                continue;
            }

            var opening = Opening.At(message, at);
            if ((opening ?? Filler.At(message, at)) is not { } passed || passed.End > to || (passed.Length == 1 && IsListed(message, at)))
                break;

            greeted = opening is null;
            at = passed.End;
        }

        return at;
    }

    /// <summary>A listed name may be followed by more; another must be the whole clause.</summary>
    private static bool Stands(Message message, Span name, int at, bool first)
    {
        if (message.Asks(name.Start) && !IsListed(message, name.Start))
            return false;

        var ends = message.Starts(name.End) || message[name.End].Kind != TokenKind.Word;
        if (IsListed(message, name.Start) || name.Start > at)
            return ends || Introductions.Behind.At(message, name.End) is not null || (Introductions.Elsewhere.At(message, name.End) is null && (Goes.At(message, name.End) is not null || !first || NotNames.Has(message[name.End].Text)));

        return first && (ends || message[name.End].Text is "y" or "and" or "para" or "de" or "soy" || Introductions.Behind.At(message, name.End) is not null);
    }

    private static bool InCapitals(Message message, Span name) =>
        message.Source.Any(char.IsLower) && Enumerable.Range(name.Start, name.Length).All(i => NameWords.Particles.Contains(message[i].Text) || char.IsUpper(message.Source[message[i].Start]));

    private static bool From(Message message, int at) =>
        at + 1 < message.Count && message[at].Before <= Gap.Space && message[at].Text is "de" or "from" or "of" or "with" && char.IsUpper(message.Source[message[at + 1].Start]);

    private static bool IsName(Message message, int at, int to) => at < to && message[at].Before <= Gap.Space && (IsListed(message, at) || NameWords.Last.Contains(message[at].Text));

    private static bool IsListed(Message message, int at) => at < message.Count && (NameWords.IsFirst(message[at].Text) || (NameWords.Shortened.Contains(message[at].Text) && at + 1 < message.Count && NameWords.IsFirst(message[at + 1].Text)));

    private static bool IsAgent(Message message, int at, string agentName)
    {
        var agent = Message.Of(agentName);
        return agent.Count > 0 && message.Is(at, agent[0].Text);
    }
}
