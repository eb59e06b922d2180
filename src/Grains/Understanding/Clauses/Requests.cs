namespace OutletBot.Understanding;

/// <summary>
/// Writes out how a Spanish verb asks for what it says, folded: to do it ("anular"), tú, vos, usted and ustedes ("anula", "anule", "anulen"),
/// we ("anulemos"), what one is about to do ("anulo", "anularia"), each with the pronouns that hang on it ("anúlemela").
/// </summary>
internal static class Requests
{
    private static readonly string[] Pronouns = ["", "me", "nos", "lo", "la", "los", "las", "le", "melo", "mela", "melos", "melas", "noslo", "nosla"];

    /// <summary>The forms of several verbs as one choice of a phrase, each verb given by its infinitive and the stem before an e or a where spelling or vowel changes: "sacar:saqu".</summary>
    public static string Of(string verbs) => $"({string.Join('|', verbs.Split(' ').SelectMany(Forms).Distinct(StringComparer.Ordinal))})";

    /// <summary>The forms of several verbs with me or us as their object: "bórrenme", "sacarme".</summary>
    public static string OfMe(string verbs) =>
        $"({string.Join('|', verbs.Split(' ').SelectMany(Forms).Where(form => form.EndsWith("me", StringComparison.Ordinal) || form.EndsWith("nos", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal))})";

    /// <summary>What one asks not to be done, tú, usted and ustedes: "escribas", "escriba", "escriban".</summary>
    public static string Denied(string verbs) => $"({string.Join('|', verbs.Split(' ').SelectMany(Unwanted).Distinct(StringComparer.Ordinal))})";

    /// <summary>What one asked not to be done: "escribieras", "escribiera", "escribieran".</summary>
    public static string Wished(string verbs) => $"({string.Join('|', verbs.Split(' ').SelectMany(verb => Endings(verb, "ara aras aran", "iera ieras ieran")))})";

    /// <summary>What is going on, alone or with me or us as its object: "escribiendo", "escribiendome".</summary>
    public static string Doing(string verbs) => $"({string.Join('|', verbs.Split(' ').SelectMany(verb => Endings(verb, "ando andome andonos", "iendo iendome iendonos")))})";

    /// <summary>The infinitives, alone or with me or us as their object: "escribir", "escribirme".</summary>
    public static string ToDo(string verbs) => $"({string.Join('|', verbs.Split(' ').Select(verb => Stems(verb).Infinitive).SelectMany(verb => (string[])[verb, verb + "me", verb + "nos"]))})";

    private static IEnumerable<string> Endings(string verb, string inAr, string inErAndIr)
    {
        var (infinitive, regular, _) = Stems(verb);
        return (infinitive.EndsWith("ar", StringComparison.Ordinal) ? inAr : inErAndIr).Split(' ').Select(ending => regular + ending);
    }

    private static IEnumerable<string> Forms(string verb)
    {
        var (infinitive, regular, changed) = Stems(verb);
        var inAr = infinitive.EndsWith("ar", StringComparison.Ordinal);
        string[] orders = inAr ? [regular + "a", changed + "e", changed + "en", regular + "ate"] : [regular + "e", changed + "e", changed + "a", changed + "an"];
        foreach (var pronoun in Pronouns)
        {
            yield return infinitive + pronoun;
            foreach (var order in orders)
                yield return order + pronoun;
            yield return changed + (inAr ? "emos" : "amos") + pronoun;
        }

        yield return regular + "o";
        yield return changed + (inAr ? "es" : "as");
        yield return infinitive + "ia";
        yield return infinitive + "ias";
    }

    private static IEnumerable<string> Unwanted(string verb)
    {
        var (infinitive, _, changed) = Stems(verb);
        var vowel = infinitive.EndsWith("ar", StringComparison.Ordinal) ? "e" : "a";
        return [changed + vowel, changed + vowel + "s", changed + vowel + "n"];
    }

    private static (string Infinitive, string Regular, string Changed) Stems(string verb)
    {
        var parts = verb.Split(':');
        var regular = parts[0][..^2];
        return (parts[0], regular, parts.Length > 1 ? parts[1] : regular);
    }
}
