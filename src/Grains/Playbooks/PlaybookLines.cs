using System.Text.RegularExpressions;
using OutletBot.Conversations;

namespace OutletBot.Playbooks;

/// <summary>
/// Holds a playbook's lines against the standard ones: a wording may leave out what is not needed, but a reply must keep the
/// conversation's rules whichever wording it is made of.
/// </summary>
internal static partial class PlaybookLines
{
    private const int Longest = 500;

    /// <summary>Fewer wordings would ask a third time in the same words.</summary>
    private const int WordingsOfAQuestion = 2;

    private static readonly string[] Everywhere = ["agent", "minimum"];

    // What a lead must be told whenever the standard line tells it.
    private static readonly string[] Indispensable = ["time", "zone", "email"];

    /// <summary>What is wrong with the lines, one line each: the file, the key, what is wrong, and an example.</summary>
    public static IEnumerable<string> Faults(Playbook playbook) => Playbook.Languages.SelectMany(language => Faults(playbook, language));

    private static IEnumerable<string> Faults(Playbook playbook, string language)
    {
        var standard = Phrases.Standard(language);
        var asks = playbook.Fields.ToDictionary(spec => spec.AskLine, StringComparer.Ordinal);
        var nudges = playbook.Fields.Select(spec => spec.NudgeLine).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, wordings) in playbook.Phrases.GetValueOrDefault(language) ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal))
        {
            if (!standard.ContainsKey(key) && !asks.ContainsKey(key) && !nudges.Contains(key) && !IsAnswer(key))
                yield return Line($"{key}", "there is no such line", $"\"{Nearest(key, standard.Keys.Concat(asks.Keys).Concat(nudges))}\": [ \"…\" ]");
            foreach (var (i, wording) in wordings.Index())
                if (Wrong(key, wording, standard.GetValueOrDefault(key) ?? []) is { } wrong)
                    yield return Line($"{key}[{i}]", wrong, $"\"{key}\": [ \"{(standard.GetValueOrDefault(key) ?? standard["askName"])[0]}\" ]");
        }

        foreach (var (key, spec) in asks)
        {
            var wordings = playbook.Lines(language, key) ?? standard.GetValueOrDefault(key) ?? [];
            var needed = spec.Required ? WordingsOfAQuestion : 1;
            if (wordings.Distinct(StringComparer.Ordinal).Count() < needed)
                yield return Line(key, $"'{spec.Field}' is asked, which takes {(needed == 1 ? "a question" : $"{needed} different wordings")} in '{language}'", $"\"{key}\": [ \"{standard["askName"][0]}\", \"{standard["askName"][1]}\" ]");
        }

        if (playbook.Asks(Field.Budget)) yield break;
        foreach (var key in standard.Keys.Where(key => !key.StartsWith("nurture", StringComparison.Ordinal)))
            if ((playbook.Lines(language, key) ?? standard[key]).Any(wording => wording.Contains("{minimum}", StringComparison.Ordinal)))
                yield return Line(key, "says {minimum}, but nobody is asked for a budget", $"\"{key}\": [ \"{standard["answerOther"][0]}\" ]");

        string Line(string key, string wrong, string example) => $"{playbook.Name}: phrases.{language}.{key}: {wrong}. Example: {example}";
    }

    private static string? Wrong(string key, string wording, string[] standard)
    {
        if (wording.Length > Longest) return $"is longer than {Longest} characters";
        var questions = key.StartsWith("ask", StringComparison.Ordinal) || key.StartsWith("nudge", StringComparison.Ordinal) || standard.Any(line => line.Contains('?', StringComparison.Ordinal)) ? 1 : 0;
        if (wording.Count(c => c == '?') > questions) return questions == 1 ? "asks more than one question" : "must ask nothing, as a question follows it";

        var theirs = standard.SelectMany(Places).ToHashSet(StringComparer.Ordinal);
        foreach (var place in Places(wording))
            if (!theirs.Contains(place) && !Everywhere.Contains(place)) return $"has no value for {{{place}}}: there are {string.Join(", ", theirs.Union(Everywhere).Select(known => $"{{{known}}}"))}";
        if (key == "nurture" && !Places(wording).Contains("minimum")) return "must say {minimum}";
        foreach (var place in Indispensable)
            if (standard.Length > 0 && Array.TrueForAll(standard, line => Places(line).Contains(place)) && !Places(wording).Contains(place)) return $"must say {{{place}}}";
        return Place().Replace(wording, "").AsSpan().IndexOfAny('{', '}') >= 0 ? "has a brace that encloses nothing" : null;
    }

    private static IEnumerable<string> Places(string wording) => Place().Matches(wording).Select(match => match.Groups["name"].Value);

    private static bool IsAnswer(string key) => key.StartsWith("answer", StringComparison.Ordinal) && Enum.GetNames<Topic>().Contains(key["answer".Length..]);

    /// <summary>The key that was meant, most likely: the one with the longest beginning in common.</summary>
    private static string Nearest(string key, IEnumerable<string> known) =>
        known.MaxBy(one => one.Zip(key).TakeWhile(pair => char.ToLowerInvariant(pair.First) == char.ToLowerInvariant(pair.Second)).Count())!;

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
