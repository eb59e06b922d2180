using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>A stretch of tokens, the end exclusive.</summary>
internal readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>
/// A table of phrases. Words are compared by spelling and, if longer, by sound. <c>(a|b)</c> is a choice, <c>a*</c> a beginning, <c>a?</c> may be absent,
/// <c>_a</c> bears no comma before it, <c>..</c> stands for up to three words, <c>#</c> for a number, <c>^</c> and <c>$</c> for the ends of a clause.
/// No phrase reaches across the end of a sentence.
/// </summary>
internal sealed class Phrases
{
    private readonly FrozenDictionary<string, Phrase[]> _byFirst;
    private readonly Phrase[] _open;

    public Phrases(params IEnumerable<string> specs)
    {
        var byFirst = new Dictionary<string, List<Phrase>>(StringComparer.Ordinal);
        var open = new List<Phrase>();
        foreach (var phrase in specs.SelectMany(PhraseSpec.Expand).SelectMany(Phrase.Parse))
        {
            if (phrase.FirstWords is null)
            {
                open.Add(phrase);
                continue;
            }

            foreach (var word in phrase.FirstWords)
            {
                Under(word);
                if (Folding.Sound(word) is { Length: > 0 } sound && sound != word)
                    Under(sound);
            }

            void Under(string key)
            {
                if (!byFirst.TryGetValue(key, out var list))
                    byFirst[key] = list = [];
                list.Add(phrase);
            }
        }

        _byFirst = byFirst.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
        _open = [.. open];
    }

    /// <summary>The longest phrase that starts at a token, or null.</summary>
    public Span? At(Message message, int start)
    {
        if (start < 0 || start >= message.Count)
            return null;

        var end = -1;
        Try(_open);
        if (_byFirst.TryGetValue(message[start].Text, out var spelt))
            Try(spelt);
        if (message[start].Sound.Length > 0 && message[start].Sound != message[start].Text && _byFirst.TryGetValue(message[start].Sound, out var heard))
            Try(heard);
        return end > start ? new Span(start, end) : null;

        void Try(Phrase[] phrases)
        {
            foreach (var phrase in phrases)
                end = Math.Max(end, phrase.Match(message, start));
        }
    }

    /// <summary>The first phrase between two tokens.</summary>
    public Span? Find(Message message, int from = 0, int to = int.MaxValue)
    {
        for (var i = from; i < Math.Min(to, message.Count); i++)
        {
            if (At(message, i) is { } span && span.End <= to)
                return span;
        }

        return null;
    }

    /// <summary>All phrases, longest first at each place, none overlapping another.</summary>
    public IEnumerable<Span> All(Message message)
    {
        for (var i = 0; i < message.Count; i++)
        {
            if (At(message, i) is not { } span)
                continue;

            yield return span;
            i = span.End - 1;
        }
    }

    public bool In(Message message) => Find(message) is not null;

    public bool In(Message message, int from, int to) => Find(message, from, to) is not null;
}
