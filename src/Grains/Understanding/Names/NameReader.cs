using System.Globalization;

namespace OutletBot.Understanding;

/// <summary>Finds the lead's own name: an introduction, or the bare answer to the question for it.</summary>
internal static class NameReader
{
    private static readonly Phrases Sure = new("(me|yo) llamo", "(mi|el) nombre es", "mi nombre", "my (name|names) is", "my (name|names)", "me (dicen|llaman)", "me puedes (decir|llamar)", "(habla|saluda) con", "de parte de", "nombre completo", "puedes llamarme", "you can call me");
    private static readonly Phrases Likely = new("(soy|im|habla|saluda|llamame|dime)", "(yo|aqui) soy", "i am", "this is", "its", "it is", "call me", "name is", "con", "es", "aqui");
    private static readonly Phrases OnlyWhenAsked = new("(con|es|its|aqui)", "it is");
    private static readonly Phrases Others = new("(esposo|esposa|hijo|hija|hermano|hermana|socio|socia|jefe|mama|papa|husband|wife|partner|son|brother|boss|negocio|business|company|empresa|amigo|restaurante|perro|companys|se|their|his|her)");
    private static readonly Phrases Lead = new("(hola|buenas|buenos|hi|hello|hey|pues|bueno|si|claro|ok|gracias|mucho|gusto|tardes|dias|noches|dia|well|sure|yes|igualmente|encantado|encantada|un|placer|maria|que|tal|morning|afternoon|good|nice|to|meet|you|por|supuesto)");

    public static string? Read(Message message, Asking asking, string agentName)
    {
        var asked = asking.Field == Conversations.Field.Name;
        string? found = null;
        for (var i = 0; i < message.Count; i++)
        {
            var sure = Sure.At(message, i);
            var intro = sure ?? Likely.At(message, i);
            if (intro is not { } span || message.Is(i - 1, "no") || message.Is(i - 1, "not") || message.Is(i - 1, "ya"))
                continue;

            if ((OnlyWhenAsked.At(message, i) is { } weak && weak == span && (!asked || !message.Starts(i))) || Foreign(message, i, span))
                continue;

            var name = Candidate(message, span.End, sure is not null ? Trust.Said : asked ? Trust.Asked : Trust.Guess);
            if (name is null)
                continue;

            if (found is null || BudgetCues.Correction.In(message, 0, i))
                found = name;
        }

        return found ?? Here(message) ?? (asked ? Bare(message, agentName) : null);
    }

    private static bool Foreign(Message message, int at, Span span)
    {
        var from = at;
        while (from > 0 && !message.Starts(from) && at - from < 5)
            from--;
        return (message[at].Text is not ("me" or "soy" or "yo" or "im") && Others.In(message, from, at)) || message.Asks(at) && message[span.Start].Text is "es" or "its" or "it";
    }

    /// <summary>"Carlos aquí", "Mark here".</summary>
    private static string? Here(Message message)
    {
        for (var i = 1; i < message.Count; i++)
        {
            if (message[i].Text is "aqui" or "here" && message.Starts(i + 1) && NameWords.First.Contains(message[i - 1].Text) && (message.Starts(i - 1) || NameWords.First.Contains(message[i - 2].Text)))
                return Candidate(message, message.Starts(i - 1) ? i - 1 : i - 2, Trust.Asked);
        }

        return null;
    }

    private static string? Bare(Message message, string agentName)
    {
        var agent = Message.Of(agentName);
        var at = 0;
        while (at < message.Count && Lead.At(message, at) is { } filler)
        {
            if (at == 0 && message.Count == 1 && NameWords.First.Contains(message[0].Text))
                break;
            at = filler.End;
        }

        if (at >= message.Count)
            return null;

        var greeted = at > 0 && agent.Count > 0 && message.Is(at, agent[0].Text) && !message.Starts(at);
        return greeted || message.Asks(at) && !NameWords.First.Contains(message[at].Text) ? null : Candidate(message, at, Trust.Bare);
    }

    private enum Trust
    {
        Said,
        Asked,
        Guess,
        Bare,
    }

    private static string? Candidate(Message message, int from, Trust trust)
    {
        while (from < message.Count && (NameWords.Titles.Contains(message[from].Text) || (message[from].Text is "el" or "la" && message.Is(from + 1, NameWords.Titles))))
            from++;

        if (from >= message.Count || message[from].Before == Gap.Stop && from > 0 && trust != Trust.Bare || !IsNameWord(message, from))
            return null;

        var first = message[from];
        var listed = NameWords.First.Contains(first.Text);
        var capital = Capital(message, from) && !AllCapitals(message.Source);
        if (!listed && NameWords.IsNoName(first.Text) || (NameWords.AlsoWords.Contains(first.Text) && trust is Trust.Guess && !capital && !message.Is(from - 1, "soy") && !message.Is(from - 1, "habla")))
            return null;

        if (trust == Trust.Guess && !listed && !(capital && message[from - 1].Text is not ("its" or "is" or "dime" or "me")))
            return null;

        var to = from + 1;
        while (to < message.Count && to - from < 5 && message[to].Before <= Gap.Space && (IsNameWord(message, to) || NameWords.Particles.Contains(message[to].Text)))
        {
            var particle = NameWords.Particles.Contains(message[to].Text) ? Particle(message, to) : to;
            if (particle is not { } next || !IsNameWord(message, next) || !Surname(message, from, next, trust))
                break;
            to = next + 1;
        }

        if (trust == Trust.Bare && !listed && to < message.Count && message[to].Before <= Gap.Space && !(message[to].Text is "y" or "and" or "para" or "de" or "soy"))
            return null;

        return to - from > 1 || first.Text.Length > 1 ? Proper(message, from, to) : null;
    }

    /// <summary>Where the surname after "de la", "del" starts; null when the words are no surname.</summary>
    private static int? Particle(Message message, int at)
    {
        var next = at + 1;
        while (next < message.Count && NameWords.Particles.Contains(message[next].Text) && next - at < 2)
            next++;
        return message[at].Text == "de" && next == at + 1 && !message.Is(next, NameWords.AfterDe) ? null
            : next < message.Count && (NameWords.Last.Contains(message[next].Text) || NameWords.First.Contains(message[next].Text) || Capital(message, next)) ? next : null;
    }

    private static bool Surname(Message message, int from, int at, Trust trust)
    {
        var text = message[at].Text;
        if (NameWords.First.Contains(text) || NameWords.Last.Contains(text))
            return true;
        if (NameWords.IsNoName(text))
            return false;
        return Capital(message, at) && Capital(message, from) ? !AllCapitals(message.Source) || message.Starts(at + 1) : trust != Trust.Guess && message.Starts(at + 1);
    }

    private static bool IsNameWord(Message message, int at) =>
        message[at].Kind == TokenKind.Word && message[at].Text.Length is > 1 and < 16 && message[at].Text.All(char.IsLetter);

    private static bool Capital(Message message, int at) => char.IsUpper(message.Source[message[at].Start]);

    private static bool AllCapitals(string source) => !source.Any(char.IsLower);

    private static string Proper(Message message, int from, int to)
    {
        var words = new List<string>();
        for (var i = from; i < to; i++)
        {
            var raw = message.Source[message[i].Start..message[i].End];
            var mixed = raw.Length > 2 && char.IsUpper(raw[0]) && raw.Skip(1).Any(char.IsUpper) && raw.Any(char.IsLower);
            var lower = raw.ToLower(CultureInfo.InvariantCulture);
            words.Add(NameWords.Particles.Contains(message[i].Text) && i > from ? lower : mixed ? raw : char.ToUpperInvariant(lower[0]) + lower[1..]);
        }

        return string.Join(' ', words);
    }
}
