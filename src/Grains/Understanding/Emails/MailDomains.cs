using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>Tells a mail domain from a mistyped one.</summary>
internal static class MailDomains
{
    private static readonly string[] Known = ["gmail", "hotmail", "yahoo", "outlook", "icloud", "live", "aol", "protonmail"];
    private static readonly FrozenSet<string> Real = Set("gmail hotmail yahoo outlook icloud live aol protonmail mail email ymail gmx me msn proton zoho rocketmail googlemail comcast att mac fastmail hey");
    private static readonly FrozenSet<string> Endings = Set("com net org es mx us co io edu gov info biz ar cl pe gt hn sv ni cr pa do pr ve ec bo uy py br uk ca fr de it me app dev shop store online site tx la tv xyz agency");
    private static readonly FrozenSet<string> MistypedEndings = Set("con comm cim vom xom ocm cmo cm om coom cpm cok comn clm c0m coma como kom dom");

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
            if (known.Length >= 5 && host[0] == known[0] && Distance(host, known) <= allowed)
                return known;
            if (known is "gmail" && Distance(host, known) <= 1)
                return known;
        }

        return null;
    }

    /// <summary>Edits between two words, a swap of neighbours being one.</summary>
    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 2)
            return 3;

        var cost = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[one.Length, other.Length];
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
