using System.Globalization;
using System.Text;

namespace OutletBot.Leads;

/// <summary>How thumbs write: without accents, in small letters, two letters swapped now and then. Names and addresses stay as they are.</summary>
internal static class Typing
{
    /// <summary>A greeting is all that shows the language at first: it is written right.</summary>
    private const int LongestGreeting = 14;

    public static string Careless(string text, Random chance, params string[] kept)
    {
        if (kept.Any(part => text.Contains(part, StringComparison.Ordinal))) return text;
        if (chance.Next(2) == 0) text = Plain(text);
        if (chance.Next(2) == 0) text = text.ToLowerInvariant();
        return text.Contains(' ', StringComparison.Ordinal) && text.Length > LongestGreeting && chance.Next(25) == 0 ? Swapped(text, chance) : text;
    }

    public static string Plain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).Normalize(NormalizationForm.FormC);

    private static string Swapped(string text, Random chance)
    {
        var words = text.Split(' ');
        var at = Array.FindIndex(words, word => word.Length >= 8 && word.All(char.IsLetter));
        if (at < 0) return text;
        var letters = words[at].ToCharArray();
        var i = chance.Next(2, letters.Length - 2);
        (letters[i], letters[i + 1]) = (letters[i + 1], letters[i]);
        words[at] = new string(letters);
        return string.Join(' ', words);
    }
}
