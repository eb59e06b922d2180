using OutletBot.Conversations;

namespace OutletBot.Agent;

/// <summary>Finds the passage of a location's business facts that answers a question, without a model.</summary>
internal static class BusinessFacts
{
    private const int Limit = 300;
    private const int HeadingWeight = 3;

    // A single word in common in the text is chance; one in the heading, or two in the text, is not.
    private const int Enough = 2;

    /// <summary>The fitting passage, at most 300 characters; null when the facts do not tell, or not in this language.</summary>
    /// <param name="question">What the lead wrote.</param>
    /// <param name="topic">What it is about, where known.</param>
    /// <param name="facts">Markdown: headings, paragraphs, lists.</param>
    /// <param name="language"><c>es</c> or <c>en</c>.</param>
    public static string? Answer(string question, Topic? topic, string facts, string language)
    {
        var asked = Stems(question);
        var about = FactWords.Of(topic);
        var best = FactPassage.Split(facts)
            .Where(passage => (Tongue.Of(passage.Text) ?? language) == language)
            .Select(passage => (passage.Text, Score: Score(passage, asked, about)))
            .Where(scored => scored.Score >= Enough)
            .OrderByDescending(scored => scored.Score)
            .FirstOrDefault();
        return best.Text is null ? null : Shorten(best.Text);
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

    private static string Shorten(string text)
    {
        if (text.Length <= Limit)
            return text;

        var end = text.LastIndexOfAny(['.', '!', '?'], Limit - 1);
        if (end > Limit / 3)
            return text[..(end + 1)];

        var blank = text.LastIndexOf(' ', Limit - 2);
        return text[..(blank > 0 ? blank : Limit - 1)].TrimEnd(',', ';', ':', ' ') + "…";
    }
}
