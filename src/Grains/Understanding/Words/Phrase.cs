namespace OutletBot.Understanding;

/// <summary>One line of a <see cref="Phrases"/> table.</summary>
internal sealed class Phrase
{
    private const int Widest = 3;

    private readonly Part[] _parts;
    private readonly bool _starts;
    private readonly bool _ends;

    private Phrase(Part[] parts, bool starts, bool ends) => (_parts, _starts, _ends) = (parts, starts, ends);

    /// <summary>The words that it can start with, null when anything could.</summary>
    public string[]? FirstWords => _parts[0] is { Kind: PartKind.Words, Beginnings.Length: 0 } first ? first.Words : null;

    /// <summary>A spec whose first word may be absent is two phrases.</summary>
    public static IEnumerable<Phrase> Parse(string spec)
    {
        var words = spec.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var starts = words[0] == "^";
        var ends = words[^1] == "$";
        if (starts)
            words.RemoveAt(0);
        if (ends)
            words.RemoveAt(words.Count - 1);

        var parts = words.Select(Part.Parse).ToArray();
        yield return new Phrase(parts, starts, ends);
        for (var i = 1; i < parts.Length && parts[i - 1].Optional; i++)
            yield return new Phrase(parts[i..], starts, ends);
    }

    /// <summary>Where the match that starts at a token ends, -1 when there is none.</summary>
    public int Match(Message message, int start) =>
        _starts && !message.Starts(start) ? -1 : Match(message, start, part: 0, first: true);

    private int Match(Message message, int at, int part, bool first)
    {
        Work.Step();
        if (part == _parts.Length)
            return _ends && !message.Starts(at) ? -1 : at;

        var current = _parts[part];
        if (current.Kind == PartKind.Gap)
        {
            var best = -1;
            for (var skip = 0; skip <= Widest && best < 0; skip++)
            {
                best = Match(message, at + skip, part + 1, first);
                if (at + skip >= message.Count || message[at + skip].Before == Gap.Stop)
                    break;
            }

            return best;
        }

        if (at < message.Count && (first || message[at].Before != Gap.Stop) && current.Fits(message[at], first)
            && Match(message, at + 1, part + 1, first: false) is var end and >= 0)
        {
            return end;
        }

        return current.Optional ? Match(message, at, part + 1, first) : -1;
    }

    private enum PartKind
    {
        Words,
        Gap,
        Number,
    }

    private sealed record Part(PartKind Kind, string[] Words, string[] Sounds, string[] Beginnings, bool Optional, bool Tight)
    {
        public static Part Parse(string spec)
        {
            if (spec == "..")
                return new(PartKind.Gap, [], [], [], Optional: false, Tight: false);

            var tight = spec[0] == '_';
            var optional = spec[^1] == '?';
            var core = spec[(tight ? 1 : 0)..(optional ? spec.Length - 1 : spec.Length)];
            if (core == "#")
                return new(PartKind.Number, [], [], [], optional, tight);

            var all = core.Trim('(', ')').Split('|');
            var words = all.Where(word => word[^1] != '*').ToArray();
            var sounds = words.Select(Folding.Sound).Where(sound => sound.Length > 0).ToArray();
            var beginnings = all.Where(word => word[^1] == '*').Select(word => word[..^1]).ToArray();
            return new(PartKind.Words, words, sounds, beginnings, optional, tight);
        }

        public bool Fits(Token token, bool first)
        {
            if (Tight && !first && token.Before > Gap.Space)
                return false;

            if (Kind == PartKind.Number)
                return token.Kind == TokenKind.Number;

            if (token.Kind is TokenKind.Number or TokenKind.Address)
                return false;

            if (Array.IndexOf(Words, token.Text) >= 0 || (token.Sound.Length > 0 && Array.IndexOf(Sounds, token.Sound) >= 0))
                return true;

            foreach (var beginning in Beginnings)
            {
                if (token.Text.StartsWith(beginning, StringComparison.Ordinal))
                    return true;
            }

            return false;
        }
    }
}
