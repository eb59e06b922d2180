using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OutletBot.Agent;

/// <summary>The form of a reply that a person would send: one question, no markup, no talk of the machine behind it.</summary>
internal static partial class ReplyForm
{
    public static bool IsSound(string reply) =>
        Math.Max(reply.Count(c => c is '?' or '？'), reply.Count(c => c == '¿')) <= 1
        && reply.EnumerateRunes().Count(IsEmoji) <= 1
        && !reply.EnumerateRunes().Any(rune => Rune.IsControl(rune) && rune.Value != '\n')
        && reply.EnumerateRunes().All(IsPlain)
        && !Markup().IsMatch(reply)
        && !Disguise().IsMatch(reply)
        && !Leak().IsMatch(Words.Plain(reply))
        && !Silence().IsMatch(Words.Plain(reply));

    private static bool IsEmoji(Rune rune) =>
        rune.Value is (>= 0x1F000 and <= 0x1FAFF and not (>= 0x1F3FB and <= 0x1F3FF)) or (>= 0x2600 and <= 0x27BF) or (>= 0x2B00 and <= 0x2BFF);

    // Letters of other scripts look like ours, digits of other scripts count like ours, and what is invisible splits words.
    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter =>
            rune.Value is < 0x180 or (>= 0x1E00 and <= 0x1EFF),
        UnicodeCategory.DecimalDigitNumber => rune.IsAscii,
        UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber or UnicodeCategory.EnclosingMark => false,
        UnicodeCategory.Format => rune.Value == ZeroWidthJoiner,
        _ => true,
    };

    // Within emoji only, of which one is allowed.
    private const int ZeroWidthJoiner = 0x200D;

    // Digits within a word, letters one by one, words that no language has.
    [GeneratedRegex(@"\p{L}\d+\p{L}|\b\d+\s?x\s?\d+\b|(\b\p{L}[\s._*-]+){4,}\p{L}\b|\p{L}{26,}|[a-z][A-Z]\w*[A-Z]\w*[a-z]\w*[A-Z]|\p{L}\u200D\p{L}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Disguise();

    // To write no more is promised by code alone, to whoever asked for it.
    [GeneratedRegex(@"\bno (te|le|les) (volver[ea] a )?(escrib|mand|envi|contact|molest)\w* (mas|ya|nada|de nuevo)\b|\b(wont|won'?t|will not|will never|stop) (be )?(text|writ|messag|contact|bother)\w* you\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Silence();

    [GeneratedRegex(@"[{}\[\]<>`#|\\=_]|\*\*|^\s*([-*•]|\d+[.)])\s", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\b(system|sistema de mensajes|assistant:|prompts?|instruc\w+|json|schema|esquema|openai|chatgpt|gpt\w*|guidelines?|lineamientos|directrices|language model|modelo de lenguaje|developer|desarrollador|mis reglas|my rules|jailbreak|asksfor|monthlybudgetusd|businesstype|missing fields?|stage)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Leak();
}
