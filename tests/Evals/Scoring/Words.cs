using System.Globalization;
using System.Text;

namespace OutletBot.Evals;

/// <summary>How texts are compared: in lower case, without accents, blanks and punctuation trimmed at the ends.</summary>
internal static class Words
{
    public static string Plain(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                letters.Append(char.ToLowerInvariant(letter));
        }

        var plain = letters.ToString().Normalize(NormalizationForm.FormC);
        var (start, end) = (0, plain.Length);
        while (start < end && IsEdge(plain[start]))
            start++;
        while (end > start && IsEdge(plain[end - 1]))
            end--;

        return plain[start..end];
    }

    public static bool Same(string one, string other) => string.Equals(Plain(one), Plain(other), StringComparison.Ordinal);

    public static string Of(decimal amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);

    private static bool IsEdge(char letter) => char.IsWhiteSpace(letter) || char.IsPunctuation(letter) || char.IsSymbol(letter);
}
