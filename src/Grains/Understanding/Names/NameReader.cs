namespace OutletBot.Understanding;

/// <summary>Finds the lead's own name: an introduction, the bare answer to the question for it, or a known name put right.</summary>
internal static class NameReader
{
    /// <summary>Spellings so near that the second puts the first right: "Jon" and "John".</summary>
    private const int Near = 2;

    private static readonly Phrases SpeaksOfName = new("(nombre|nonbre|name|names|llamo|llamas|llama)");

    private static readonly Phrases TwiceNo = new("no no (es|soy|me llamo)");

    public static string? Read(Message message, Asking asking, string agentName, string? known = null)
    {
        var asked = asking.Field == Conversations.Field.Name;
        var (name, denied) = Introduced(message, asked, known);
        if (name is not null)
            return asked && !Introductions.Register.In(message) && Introductions.Nick.Find(message) is { Start: > 0 } nick && !message.StartsSentence(nick.Start) && BareName.Answered(message, agentName) is { } full && Plain(message.Words(0, nick.Start)).Contains(Plain(full), StringComparison.Ordinal) ? full : name;

        // "No soy Ernesto", said to "¿eres Fernando?", leaves a comma out.
        // "No no es Marisela", said to "Marcela", too.
        if (denied is not null)
            return known is not null && TwiceNo.In(message) && IsNear(known, denied) && !Says(asking.Question, denied) ? denied : asking.Closed && !Says(asking.Question, denied) && (known is null || !Says(known, denied)) ? denied : null;

        return Renamed.Read(message, known, asked) ?? BareName.Signed(message, agentName) ?? (asked && !(asking.Closed && YesNo.Bare(message)) ? BareName.Answered(message, agentName) : null);
    }

    private static (string? Name, string? Denied) Introduced(Message message, bool asked, string? known)
    {
        string? found = null;
        string? denied = null;
        // "Me dicen el Chuy pero mi nombre es Jesús": the name outweighs what they are called.
        var byNick = false;
        for (var i = 0; i < message.Count; i++)
        {
            var register = Introductions.Register.At(message, i);
            var sure = register ?? Introductions.Sure.At(message, i);
            var span = sure ?? Introductions.Likely.At(message, i);
            var weak = span is null ? Introductions.InAnswer.At(message, i) : null;
            if ((span ?? weak) is not { } intro || IsOfOthers(message, i, intro))
                continue;

            var trust = sure is not null ? Trust.Said : asked || weak is not null ? Trust.Asked : Trust.Guess;
            if (NameSpan.At(message, intro.End, trust) is not { } name || Introductions.Elsewhere.At(message, name.End) is not null)
                continue;

            var proper = NameSpan.Proper(message, name);
            if (weak is not null && !(asked && message.Starts(i)) && !IsAlone(message, i, name, known) && !Corrects(message, i, name, proper, known))
                continue;

            if (IsDenied(message, i))
                denied = proper;
            else if (found is null || register is not null || (byNick && Introductions.Nick.At(message, i) is null) || BudgetCues.Correction.In(message, 0, i))
                (found, byNick) = (proper, Introductions.Nick.At(message, i) is not null);
            i = Math.Max(i, name.End - 1);
        }

        return (found, denied);
    }

    /// <summary>"It's Rudy, I do landscaping": whoever is not known yet says so in a clause of its own.</summary>
    private static bool IsAlone(Message message, int at, Span name, string? known) =>
        known is null && message.Starts(at) && message.Starts(name.End) && !message.Asks(at) && message[at].Text is "its" or "it" or "aqui" or "aca" && NameWords.IsFirst(message[name.Start].Text);

    /// <summary>"Es Yesenia con Y", "perdón, es Pablo": said of a name that is known, and of the name.</summary>
    private static bool Corrects(Message message, int at, Span name, string proper, string? known)
    {
        if (known is null || (message.Asks(at) && message[at].Text is "es" or "its" or "it"))
            return false;

        return IsNear(known, proper) || (NameWords.IsFirst(message[name.Start].Text) && message.Starts(name.End) && (SpeaksOfName.In(message, 0, at) || BudgetCues.Correction.In(message, 0, at)));
    }

    /// <summary>Whether one name is another spelling of the other.</summary>
    internal static bool IsNear(string known, string proper) =>
        Spelling.Distance(Plain(known), Plain(proper)) is > 0 and <= Near || Plain(proper).Split(' ').Any(word => Spelling.Distance(Plain(known).Split(' ')[0], word) is > 0 and <= Near && word.Length > 2);

    private static bool IsOfOthers(Message message, int at, Span span)
    {
        var from = at;
        while (from > 0 && !message.Starts(from) && at - from < 5)
            from--;
        return (message[at].Text is not ("me" or "soy" or "soi" or "yo" or "im") && Introductions.Others.In(message, from, at)) || (message.Asks(at) && message[span.Start].Text is "es" or "its" or "it");
    }

    /// <summary>"No me llamo Pedro"; not "no, soy Pedro".</summary>
    private static bool IsDenied(Message message, int at) => at > 0 && message[at].Before <= Gap.Space && message[at - 1].Text is "no" or "not" or "ya";

    private static bool Says(string text, string name)
    {
        var said = Message.Of(text);
        var first = Message.Of(name);
        return first.Count > 0 && said.Tokens.Any(token => token.Text == first[0].Text);
    }

    internal static string Plain(string name) => string.Join(' ', Message.Of(name).Tokens.Select(token => token.Text));
}
