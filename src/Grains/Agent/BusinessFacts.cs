using System.Text.RegularExpressions;
using OutletBot.Conversations;

namespace OutletBot.Agent;

/// <summary>Finds the passage of a location's business facts that answers a question, without a model.</summary>
internal static partial class BusinessFacts
{
    private const int HeadingWeight = 3;

    // A single word in common in the text is chance; one in the heading, or two in the text, is not.
    private const int Enough = 2;

    /// <summary>The fitting passage without the questions in it; null when the facts do not tell, or not in this language.</summary>
    /// <param name="question">What the lead wrote.</param>
    /// <param name="topic">What it is about, where known.</param>
    /// <param name="facts">Markdown: headings, paragraphs, lists.</param>
    /// <param name="language"><c>es</c> or <c>en</c>.</param>
    /// <param name="limit">The most characters.</param>
    public static string? Answer(string question, Topic? topic, string facts, string language, int limit = 300)
    {
        var asked = Stems(question);
        var about = FactWords.Of(topic);
        var best = FactPassage.Split(facts)
            .Where(passage => (Tongue.Of(passage.Text) ?? language) == language)
            .Select(passage => (passage.Text, Score: Score(passage, asked, about)))
            .Where(scored => scored.Score >= Enough)
            .OrderByDescending(scored => scored.Score)
            .FirstOrDefault();
        // A reply asks one question, and that is ours.
        return best.Text is null || Question().Replace(best.Text, "").Trim() is not { Length: > 0 } told ? null : Shorten(told, limit);
    }

    private static int Score(FactPassage passage, HashSet<string> asked, IReadOnlyCollection<string> about)
    {
        var heading = Stems(passage.Heading);
        var text = Stems(passage.Text);
        var direct = (HeadingWeight * heading.Count(asked.Contains)) + text.Count(asked.Contains);
        var topical = (HeadingWeight * heading.Count(word => IsAbout(word, about))) + Math.Min(HeadingWeight, text.Count(word => IsAbout(word, about)) * 2);
        return (2 * direct) + topical >= Enough * 2 ? direct + topical : 0;
    }

    private static bool IsAbout(string stem, IReadOnlyCollection<string> about) =>
        about.Any(word => stem.StartsWith(word, StringComparison.Ordinal));

    private static HashSet<string> Stems(string text) => Words.In(Words.Plain(text))
        .Where(word => word.Length > 2 && !FactWords.Empty.Contains(word))
        .Select(word => word.Length > 5 ? word[..5] : word)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>A text of at most so many characters, cut after a sentence where one ends late enough, else after a word.</summary>
    public static string Shorten(string text, int limit)
    {
        if (text.Length <= limit)
            return text;

        var end = text.LastIndexOfAny(['.', '!', '?'], limit - 1);
        // "4.5" and "gmail.com" end no sentence.
        while (end > 0 && end + 1 < text.Length && text[end + 1] != ' ')
            end = text.LastIndexOfAny(['.', '!', '?'], end - 1);
        if (end > limit / 3)
            return text[..(end + 1)];

        var blank = text.LastIndexOf(' ', limit - 2);
        return text[..(blank > 0 ? blank : limit - 1)].TrimEnd(',', ';', ':', ' ') + "…";
    }

    [GeneratedRegex(@"(?:^|(?<=[.!?…]\s))[^.!?…]*\?\s*|¿[^?]*\?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Question();
}
