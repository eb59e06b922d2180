namespace OutletBot.Leads;

/// <summary>Tells Spanish from English by words that only one of them has.</summary>
internal static class Tongue
{
    private static readonly HashSet<string> Spanish = new(["el", "la", "los", "que", "para", "tu", "te", "con", "una", "un", "de", "por", "gracias", "cuál", "qué", "cómo", "estos", "aquí", "es"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> English = new(["the", "you", "your", "to", "is", "and", "for", "with", "what", "which", "how", "these", "thanks", "of", "i'm", "that", "in", "have"], StringComparer.OrdinalIgnoreCase);

    /// <summary><c>es</c>, <c>en</c>, or null where a text is too short to tell.</summary>
    public static string? Of(string text)
    {
        var words = text.Split([' ', '\n', ',', '.', '?', '¿', '!', '¡', ':', ';'], StringSplitOptions.RemoveEmptyEntries);
        var spanish = words.Count(Spanish.Contains);
        var english = words.Count(English.Contains);
        return Math.Abs(spanish - english) < 2 ? null : spanish > english ? "es" : "en";
    }
}
