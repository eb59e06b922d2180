using System.Globalization;

namespace OutletBot.Understanding;

/// <summary>How much the words before a name vouch for it.</summary>
internal enum Trust
{
    /// <summary>"Me llamo".</summary>
    Said,

    /// <summary>"Soy", in answer to the question for it.</summary>
    Asked,

    /// <summary>"Soy", unasked.</summary>
    Guess,

    /// <summary>Nothing but the question for it.</summary>
    Bare,
}

/// <summary>A name in a message: how far it reaches and how it is written.</summary>
internal static class NameSpan
{
    private const int MostWords = 5;

    /// <summary>The name that starts at a token, titles before it passed over.</summary>
    public static Span? At(Message message, int from, Trust trust)
    {
        // "Mi nombre es este Brayan": who looks for a word is not called so.
        while (trust == Trust.Said && from + 1 < message.Count && message[from].Text is "este" or "pues" or "eh" or "mmm" or "em" && message[from + 1].Before < Gap.Stop)
            from++;

        var titled = false;
        while (IsTitle(message, from) is { } next)
            (from, titled) = (next, true);

        // "El Chuy", "la Güera": an article stands before a name as people call each other.
        if (trust != Trust.Guess && from + 1 < message.Count && message[from].Text is "el" or "la" && message[from + 1].Before <= Gap.Space && (NameWords.IsFirst(message[from + 1].Text) || NameWords.Last.Contains(message[from + 1].Text)) && !NotNames.Lists(message[from + 1].Text))
            from++;

        if (from >= message.Count || (from > 0 && message[from].Before == Gap.Stop && trust != Trust.Bare) || !IsWord(message, from) || !CanBegin(message, from, trust, titled))
            return null;

        var to = from + 1;
        while (to < message.Count && to - from < MostWords && message[to].Before <= Gap.Space && Next(message, from, to, trust) is { } next)
            to = next;
        return to - from > 1 || message[from].Text.Length > 1 ? new(from, to) : null;
    }

    /// <summary>As people write it: capitals at the starts, small particles, the writer's own accents.</summary>
    public static string Proper(Message message, Span span)
    {
        var name = "";
        for (var i = span.Start; i < span.End; i++)
        {
            var raw = message.Source[message[i].Start..message[i].End];
            var mixed = raw.Length > 2 && char.IsUpper(raw[0]) && raw.Skip(1).Any(char.IsUpper) && raw.Any(char.IsLower);
            var lower = raw.ToLower(CultureInfo.InvariantCulture);
            var between = i == span.Start ? "" : message.Source[message[i - 1].End..message[i].Start] switch { "-" => "-", var gap when gap.StartsWith('.') => ". ", _ => " " };
            name += between + (NameWords.Particles.Contains(message[i].Text) && i > span.Start ? lower : mixed ? raw : char.ToUpperInvariant(lower[0]) + lower[1..]);
        }

        return name;
    }

    private static int? IsTitle(Message message, int at)
    {
        if (at >= message.Count)
            return null;

        var title = message[at].Text is "el" or "la" or "su" or "tu" or "the" ? at + 1 : at;
        return message.Is(title, NameWords.Titles) && title + 1 < message.Count && message[title + 1].Before <= Gap.Space && IsWord(message, title + 1) && message[title + 1].Text is not ("de" or "del" or "y")
            ? title + 1 : null;
    }

    private static bool CanBegin(Message message, int at, Trust trust, bool titled)
    {
        var text = message[at].Text;
        if (NameWords.IsFirst(text) || (NameWords.Shortened.Contains(text) && at + 1 < message.Count && NameWords.IsFirst(message[at + 1].Text)))
            return trust != Trust.Guess || !NameWords.AlsoWords.Contains(text) || IsCapital(message, at) || message.Is(at - 1, "soy") || message.Is(at - 1, "habla");
        if (NotNames.Has(text) || NameWords.Particles.Contains(text))
            return false;
        if (NameWords.Last.Contains(text) && titled)
            return true;

        return trust switch
        {
            Trust.Guess => IsCapital(message, at) && !AllCapitals(message.Source) && message[at - 1].Text is not ("its" or "is" or "dime" or "me"),
            Trust.Said => IsCapital(message, at) || Ends(message, at + 1) || NameWords.Last.Contains(message[at + 1].Text) || NameWords.IsFirst(message[at + 1].Text) || !NotNames.Has(message[at + 1].Text) || message[at + 1].Text is not ("to" or "no" or "que"),
            _ => true,
        };
    }

    /// <summary>Where the name goes on to from a word, null where it ends.</summary>
    private static int? Next(Message message, int from, int at, Trust trust)
    {
        var last = at;
        if (NameWords.Particles.Contains(message[at].Text))
        {
            while (last < message.Count && NameWords.Particles.Contains(message[last].Text) && last - at < 3)
                last++;
            var known = last < message.Count && (NameWords.Last.Contains(message[last].Text) || NameWords.IsFirst(message[last].Text));
            if (last >= message.Count || !(known || IsCapital(message, last)) || (message[at].Text == "de" && last == at + 1 && !message.Is(last, NameWords.AfterDe)))
                return null;
        }

        return IsWord(message, last) && Goes(message, from, last, trust) ? last + 1 : null;
    }

    private static bool Goes(Message message, int from, int at, Trust trust)
    {
        var text = message[at].Text;
        if (NameWords.IsFirst(text) || NameWords.Last.Contains(text))
            return true;
        if (IsCapital(message, at) && IsCapital(message, from) && !AllCapitals(message.Source) && !NotNames.Lists(text) && !NameWords.Titles.Contains(text))
            return true;
        if (NotNames.Has(text) || NameWords.Titles.Contains(text))
            return false;
        if (IsCapital(message, at) && IsCapital(message, from) && !AllCapitals(message.Source))
            return true;

        // "Juan Cantoral tengo un taller": what precedes a word of grammar is the surname, if it is long enough to be one.
        return (text.Length > 3 || trust == Trust.Bare) && (Ends(message, at + 1) || (trust != Trust.Guess && NotNames.Has(message[at + 1].Text)));
    }

    private static bool Ends(Message message, int at) => message.Starts(at);

    private static bool IsWord(Message message, int at) =>
        message[at].Kind == TokenKind.Word && message[at].Text.Length is > 1 and < 16 && message[at].Text.All(char.IsLetter) && char.IsLetter(message.Source[message[at].Start]);

    private static bool IsCapital(Message message, int at) => char.IsUpper(message.Source[message[at].Start]);

    private static bool AllCapitals(string source) => !source.Any(char.IsLower);
}
