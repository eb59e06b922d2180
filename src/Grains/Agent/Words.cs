using System.Globalization;
using System.Text;

namespace OutletBot.Agent;

/// <summary>Text made comparable: what a lead or a model writes differs in case, accents and invisible characters.</summary>
internal static class Words
{
    /// <summary>Lower case without accents, so that one pattern finds every spelling.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in WellFormed(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(char.ToLowerInvariant(c));
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// Text fit for a prompt: no control or invisible characters but line breaks, no chat markers of model vendors, and
    /// not longer than the limit.
    /// </summary>
    public static string Clean(string text, int limit)
    {
        var clean = new StringBuilder(Math.Min(text.Length, limit));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > limit)
                break;
            if (rune.Value == '\n' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse))
            {
                clean.Append(rune);
            }
        }

        return clean.Replace("<|", "").Replace("|>", "").Replace("\uFFFD", "").ToString().Trim();
    }

    // Half a surrogate pair, as a cut-off emoji leaves it, cannot be normalised.
    private static string WellFormed(string text) =>
        text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes()) : text;

    /// <summary>The words of a plain text, letters and digits only.</summary>
    public static IEnumerable<string> In(string plain)
    {
        var start = -1;
        for (var i = 0; i <= plain.Length; i++)
        {
            var inside = i < plain.Length && char.IsLetterOrDigit(plain[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                yield return plain[start..i];
                start = -1;
            }
        }
    }
}
