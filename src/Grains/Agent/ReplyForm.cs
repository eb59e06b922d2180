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
        && !Markup().IsMatch(reply)
        && !Leak().IsMatch(Words.Plain(reply));

    private static bool IsEmoji(Rune rune) =>
        rune.Value is (>= 0x1F000 and <= 0x1FAFF and not (>= 0x1F3FB and <= 0x1F3FF)) or (>= 0x2600 and <= 0x27BF) or (>= 0x2B00 and <= 0x2BFF);

    [GeneratedRegex(@"[{}\[\]<>`#|\\=_]|\*\*|^\s*([-*•]|\d+[.)])\s", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\b(system|sistema de mensajes|assistant:|prompts?|instruc\w+|json|schema|esquema|openai|chatgpt|gpt\w*|language model|modelo de lenguaje|developer|desarrollador|mis reglas|my rules|jailbreak|asksfor|monthlybudgetusd|businesstype|missing fields?|stage)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Leak();
}
