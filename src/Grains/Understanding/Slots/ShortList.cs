using System.Globalization;
using System.Text.RegularExpressions;

namespace OutletBot.Understanding;

/// <summary>A numbered list of times: where nothing but a number is said it is one of theirs, whatever days they are on.</summary>
internal static partial class ShortList
{
    /// <summary>The offered time whose number is the one that the message says; null where it says several, speaks of an hour or a date, or the list had no such number.</summary>
    public static int? Chosen(Message message, Utterance utterance)
    {
        var shown = Numbers(utterance);
        if (shown.Length < 2 || OfTime.In(message)) return null;
        var said = Enumerable.Range(0, message.Count).Select(at => NumberWords.At(message, at)).OfType<SaidNumber>().ToArray();
        return said is [{ Value: var number }] && Array.Exists(shown, n => n == number) && number <= utterance.Offered.Count ? (int)number - 1 : null;
    }

    /// <summary>The offered times that were asked about last, where those were only some of them: what is said now tells them apart.</summary>
    public static int[]? Shown(Utterance utterance) =>
        Numbers(utterance) is { Length: > 1 } shown && shown.Length < utterance.Offered.Count && Array.TrueForAll(shown, n => n <= utterance.Offered.Count) ? [.. shown.Select(n => n - 1)] : null;

    private static int[] Numbers(Utterance utterance) => [.. Line().Matches(utterance.LastReply).Select(line => int.Parse(line.Groups["n"].Value, CultureInfo.InvariantCulture))];

    private static readonly Phrases OfTime = new("(las|dia|day|at|hora|hour|una|am|pm|de)", "la (1|uno)", "(the|that|this|last|first|second|third|fourth|fifth|other|next) one", "(a|ala|alas) #");

    [GeneratedRegex(@"^(?<n>\d{1,2})\. ", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
