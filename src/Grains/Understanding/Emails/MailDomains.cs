using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>Tells a mail domain from a mistyped one.</summary>
internal static class MailDomains
{
    private static readonly string[] Known = ["gmail", "hotmail", "yahoo", "outlook", "icloud", "live", "aol", "protonmail"];
    private static readonly FrozenSet<string> Real = Set("gmail hotmail yahoo outlook icloud live aol protonmail mail email ymail gmx me msn proton zoho rocketmail googlemail comcast att mac fastmail hey");
    private static readonly FrozenSet<string> Endings = Set("com net org es mx us co io edu gov info biz ar cl pe gt hn sv ni cr pa do pr ve ec bo uy py br uk ca fr de it me app dev shop store online site tx la tv xyz agency");
    private static readonly FrozenSet<string> MistypedEndings = Set("con comm cim vom xom ocm cmo cm om coom cpm cok comn clm c0m coma como kom dom");

    /// <summary>Whether a word is one of the mail providers that everybody knows.</summary>
    public static bool IsProvider(string text) => Known.Contains(text, StringComparer.Ordinal) && text is not "live";

    public static bool IsEnding(string text) => Endings.Contains(text) || MistypedEndings.Contains(text);

    /// <summary>The domain as it was meant, and whether to ask; null when it is none.</summary>
    public static (string Domain, bool Doubtful)? Judge(string raw)
    {
        var doubtful = raw.Contains(',', StringComparison.Ordinal);
        var labels = raw.Replace(",", "", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        if (labels.Length == 0)
            return null;

        var host = labels[0];
        if (Guess(host) is { } meant)
            (host, doubtful) = (meant, true);

        if (labels.Length == 1)
        {
            if (Known.Contains(host, StringComparer.Ordinal))
                return (host + ".com", true);
            var glued = Known.FirstOrDefault(known => host.Length > known.Length && host == known + "com");
            return glued is null ? null : (glued + ".com", true);
        }

        var ending = labels[^1];
        if (MistypedEndings.Contains(ending) && ending != "dom")
            return (string.Join('.', labels[1..^1].Prepend(host).Append("com")), true);

        if (ending.Length < 2 || !ending.All(char.IsAsciiLetter))
            return null;

        if (labels.Length == 3 && host is "gmail" or "icloud")
            return (host + ".com", true);

        if (labels.Length == 2 && ((host is "gmail" or "icloud" or "aol" && ending != "com") || (Known.Contains(host, StringComparer.Ordinal) && ending is "co")))
            return (host + ".com", true);

        return (string.Join('.', labels[1..].Prepend(host)), doubtful);
    }

    private static string? Guess(string host)
    {
        if (Real.Contains(host) || host.Length < 4)
            return null;

        foreach (var known in Known)
        {
            var allowed = known.Length >= 6 ? 2 : 1;
            if (known.Length >= 5 && host[0] == known[0] && Spelling.Distance(host, known) <= allowed)
                return known;
            if (known is "gmail" && Spelling.Distance(host, known) <= 1)
                return known;
        }

        return null;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
