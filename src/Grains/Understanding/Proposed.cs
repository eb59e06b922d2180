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
        ["ofreces"] = "ofrezco",
        ["ofrece"] = "ofrezco",
        ["reparas"] = "reparo",
        ["rentas"] = "rento",
        ["necesita"] = "necesito",
        ["quisieras"] = "quisiera",
        ["esperas"] = "espero",
        ["deseas"] = "deseo",
        ["batallas"] = "batallo",
        ["pierdes"] = "pierdo",
        ["logras"] = "logro",
        ["consigues"] = "consigo",
        ["puedes"] = "puedo",
        ["estas"] = "estoy",
    };

    /// <summary>Our half of a talk in the lead's half: who writes down is answered by who is called.</summary>
    private static readonly (Regex Ours, string Theirs)[] Turned = [(Register(), "me llamo"), (Speaking(), "soy"), (Named(), "my name is"), (OnTheLine(), "i am"), (WhoIs(), "this is"), (Goes(), "tengo"), (DoYou(), "i")];

    /// <summary>The question as the lead's own statement; empty where it proposes nothing.</summary>
    public static string Statement(string question)
    {
        var said = Tag().Replace(Opening().Replace(question.Trim('¿', '?', ' '), ""), "");
        foreach (var (ours, theirs) in Turned)
            said = ours.Replace(said, theirs);
        return Word().Replace(said, word => FirstPerson.GetValueOrDefault(word.Value, word.Value));
    }

    [GeneratedRegex(@"\b(te|le|lo|la)\s+((registro|registramos|anoto|apunto|apuntamos|guardo|pongo|agendo|agrego|inscribo)\s+(como|a nombre de|con el nombre de?)|(llamo|digo)\b|puedo (decir|llamar)\b)|\b(puedo|podemos)\s+(llamarte|decirte|llamarle|decirle)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Register();

    [GeneratedRegex(@"\b(lo|la)\s+(dejo|pongo|anoto|agendo)\s+a nombre de\b|\b(hablo|platico|estoy hablando|tengo el gusto)\s+con\b|\b(me|nos)\s+(escribe|habla|saluda|contacta)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Speaking();

    [GeneratedRegex(@"\b((should|shall|can|may|do)\s+(i|we)\s+)?((put|write|list|save|register|book)\s+you\s+(down\s+)?as|call\s+you)\b|\bis\s+your\s+name\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(are you|you['’]?re|you are|am i (speaking|talking|chatting) (with|to))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OnTheLine();

    [GeneratedRegex(@"\bis this\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhoIs();

    [GeneratedRegex(@"\b(sigues|sigue|contin[uú]as|contin[uú]a|andas)\s+con\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Goes();

    [GeneratedRegex(@"\bdo you( still)?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex DoYou();

    [GeneratedRegex(@"^(entonces|so|o sea|ok|okay|perfecto|bueno|pues|y)\s*,?\s+|^(me\s+)?(dices|confirmas) que\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex(@"[,.]?\s*¿?\s*\b(verdad|correcto|cierto|no|no es así|sí|right|correct|is that right|is that correct|isn't it|es así|es asi|está bien|te parece)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\p{L}+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
