using System.Globalization;
using System.Text.RegularExpressions;

namespace OutletBot.Understanding;

/// <summary>A list of only some of the times, shown to ask which: their numbers tell them apart, whatever days they are on.</summary>
internal static partial class ShortList
{
    /// <summary>The offered time whose number is the one that the message says; null where it says several, or the list shown was no such one.</summary>
    public static int? Chosen(Message message, Utterance utterance)
    {
        var shown = Line().Matches(utterance.LastReply).Select(line => int.Parse(line.Groups["n"].Value, CultureInfo.InvariantCulture)).ToArray();
        if (shown.Length < 2 || shown.Length >= utterance.Offered.Count) return null;
        var said = Enumerable.Range(0, message.Count).Select(at => NumberWords.At(message, at)).OfType<SaidNumber>().ToArray();
        return said is [{ Value: var number }] && Array.Exists(shown, n => n == number) && number <= utterance.Offered.Count ? (int)number - 1 : null;
    }

    [GeneratedRegex(@"^(?<n>\d{1,2})\. ", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
