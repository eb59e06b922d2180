using System.Text.RegularExpressions;
using OutletBot.Conversations;

namespace OutletBot.Understanding;

/// <summary>
/// What a yes takes over. Whoever says yes to a question says it themselves: "¿tienes una barbería?" becomes "tengo una barbería", and
/// that is read as if the lead had written it. Amounts and addresses are read by <see cref="Asking"/>.
/// </summary>
internal static partial class Proposed
{
    private static readonly Dictionary<string, string> FirstPerson = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tienes"] = "tengo",
        ["tiene"] = "tengo",
        ["tienen"] = "tenemos",
        ["eres"] = "soy",
        ["llamas"] = "llamo",
        ["llama"] = "llamo",
        ["te"] = "me",
        ["se"] = "me",
        ["dedicas"] = "dedico",
        ["dedica"] = "dedico",
        ["vendes"] = "vendo",
        ["vende"] = "vendo",
        ["manejas"] = "manejo",
        ["maneja"] = "manejo",
        ["haces"] = "hago",
        ["quieres"] = "quiero",
        ["quiere"] = "quiero",
        ["buscas"] = "busco",
        ["busca"] = "busco",
        ["necesitas"] = "necesito",
        ["trabajas"] = "trabajo",
        ["tu"] = "mi",
        ["su"] = "mi",
        ["tus"] = "mis",
        ["sus"] = "mis",
        ["dices"] = "digo",
        ["you"] = "i",
        ["your"] = "my",
        ["are"] = "am",
        ["youre"] = "im",
    };

    /// <summary>The question as the lead's own statement; empty where it proposes nothing.</summary>
    public static string Statement(string question) => Word().Replace(
        Tag().Replace(Opening().Replace(question.Trim('¿', '?', ' '), ""), "").Replace("are you", "i am", StringComparison.OrdinalIgnoreCase).Replace("hablo con", "soy", StringComparison.OrdinalIgnoreCase).Replace("am i speaking with", "i am", StringComparison.OrdinalIgnoreCase).Replace("am i talking to", "i am", StringComparison.OrdinalIgnoreCase).Replace("is this", "this is", StringComparison.OrdinalIgnoreCase),
        word => FirstPerson.GetValueOrDefault(word.Value, word.Value));

    [GeneratedRegex(@"^(entonces|so|o sea|ok|okay|perfecto|bueno|pues|y)\s*,?\s+|^(me\s+)?(dices|confirmas) que\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex(@"[,.]?\s*¿?\s*(verdad|correcto|cierto|no|right|correct|is that right|es así|es asi)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\p{L}+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
