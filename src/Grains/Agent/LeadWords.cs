using System.Text.RegularExpressions;

namespace OutletBot.Agent;

/// <summary>
/// What the lead wrote as evidence for a field: without the sentences that speak to the machine instead of to María. A value
/// that stands only there was planted.
/// </summary>
internal static partial class LeadWords
{
    private const int Limit = 4000;

    /// <summary>The plain text of the sentences that may carry a field's value.</summary>
    public static string Evidence(string text) => string.Join('\n', Sentence().Split(Words.Plain(Words.Clean(text, Limit))).Where(sentence => !IsInstruction(sentence)));

    /// <summary>The text without the sentences that pose as a machine's; null when none does.</summary>
    public static string? Honest(string text)
    {
        string[] sentences = Sentence().Split(text);
        string[] honest = [.. sentences.Where(sentence => !IsInstruction(sentence))];
        return honest.Length == sentences.Length ? null : string.Join('\n', honest);
    }

    /// <summary>Whether a text poses as instructions, as another role or as data for a machine.</summary>
    public static bool IsInstruction(string text) => Instruction().IsMatch(Words.Plain(text));

    [GeneratedRegex(@"\r?\n|(?<=[.!?;])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(ignor\w+|olvid\w+|forget|disregard|override)\b.{0,40}\b(instruc\w+|reglas|rules|anterior\w*|previous|prompt|todo lo|everything)\b|^\W*(system|sistema|assistant|asistente|developer|admin\w*|user|usuario|tool)\W*[:\]>]|\b(system|sistema) (prompt|message|override)\b|\bprompt\b|\bmensaje (del|de) sistema\b|\b(instrucciones|instructions|developer mode|modo desarrollador|jailbreak)\b|\b(a partir de ahora|from now on),? (eres|actua|responde|you are|act|respond)\b|\b(budget|presupuesto|name|nombre|email|correo|intent|slot)\s?=|[{}]|</?\w+>|```|\bim_(start|end)\b|^\W*(state|stage|intent|slot|role)\W*([:=]|$)|\b(developer note|nota del desarrollador)\b|\bmonthlybudgetusd\b|\basksfor\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Instruction();
}
