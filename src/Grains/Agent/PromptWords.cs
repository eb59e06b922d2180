using OutletBot.Locations;

namespace OutletBot.Agent;

/// <summary>Recognises the prompt's own sentences in a reply.</summary>
internal static class PromptWords
{
    /// <summary>So many words in the same order are no chance.</summary>
    private const int Run = 5;

    /// <summary>Whether the reply quotes the rules of the prompt. Its facts may be quoted.</summary>
    public static bool AreQuoted(string reply, LocationSettings location)
    {
        var said = Runs(reply);
        return said.Count > 0 && said.Overlaps(Runs(Prompt.Fixed(location with { BusinessFacts = "" })));
    }

    private static HashSet<string> Runs(string text)
    {
        string[] words = [.. Words.In(Words.Plain(text))];
        return Enumerable.Range(0, Math.Max(0, words.Length - Run + 1)).Select(at => string.Join(' ', words, at, Run)).ToHashSet(StringComparer.Ordinal);
    }
}
