using System.Globalization;
using System.Text;

namespace OutletBot.Understanding;

/// <summary>Makes spellings comparable: case, accents and drawn-out letters go, and Spanish letters that sound alike become one.</summary>
internal static class Folding
{
    /// <summary>Lower case without accent; '\0' for marks and invisible characters that belong to the word around them.</summary>
    public static char Fold(char c)
    {
        if (c < 128)
            return char.ToLowerInvariant(c);

        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.EnclosingMark => '\0',
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber
                => char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormKD)[0]),
            _ => c,
        };
    }

    /// <summary>"holaaaa" is "hola", "sii" is "si".</summary>
    public static string Squeeze(string word)
    {
        if (word.Length < 3)
            return word;

        var kept = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length;)
        {
            var run = 1;
            while (i + run < word.Length && word[i + run] == word[i])
                run++;

            var last = i + run == word.Length;
            var doubled = run == 2 && !(last && word[i] is 'a' or 'i' or 'u' && kept.Length > 0);
            kept.Append(word[i], doubled ? 2 : 1);
            i += run;
        }

        return kept.ToString() is "noo" ? "no" : kept.ToString();
    }

    /// <summary>The sound of a longer word as Spanish ears hear it: "nesesito" sounds like "necesito". Empty for short words.</summary>
    public static string Sound(string word)
    {
        if (word.Length < 4)
            return "";

        var sound = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            var soft = next is 'e' or 'i';
            var heard = c switch
            {
                'h' when i == 0 || word[i - 1] is not ('c' or 's' or 't' or 'p') => '\0',
                'z' => 's',
                'c' when soft => 's',
                'c' when next is not 'h' => 'k',
                'q' => 'k',
                'u' when i > 0 && word[i - 1] is 'q' && soft => '\0',
                'v' => 'b',
                'g' when soft => 'j',
                // "Perro" is no "pero".
                'r' when next is 'r' => 'R',
                'r' when i > 0 && word[i - 1] is 'r' => '\0',
                'l' when next is 'l' => 'y',
                'l' when i > 0 && word[i - 1] is 'l' => '\0',
                _ => c,
            };

            if (heard is not '\0' && (sound.Length == 0 || sound[^1] != heard))
                sound.Append(heard);
        }

        return sound.ToString();
    }
}
