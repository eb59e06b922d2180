namespace OutletBot.Agent;

/// <summary>Tells Spanish from English by the small words that every sentence has.</summary>
internal static class Tongue
{
    private static readonly HashSet<string> Spanish = new(StringComparer.Ordinal)
    {
        "el", "la", "los", "las", "de", "del", "que", "y", "en", "un", "una", "por", "para", "con", "tu", "te", "es", "esta", "como", "cual",
        "cuanto", "cuantos", "cuanta", "quien", "donde", "cuando", "mas", "muy", "hola", "gracias", "claro", "mucho", "gusto", "al", "mes",
        "nombre", "negocio", "correo", "soy", "eres", "estoy", "tienes", "tengo", "quieres", "puedo", "puedes", "llamas", "perfecto", "si",
        "lo", "me", "mi", "su", "sus", "se", "nos", "hay", "pero", "porque", "ahora", "clientes", "excelente", "genial", "bien", "buenas", "entiendo",
    };

    private static readonly HashSet<string> English = new(StringComparer.Ordinal)
    {
        "the", "and", "of", "to", "in", "is", "are", "you", "your", "what", "whats", "how", "much", "who", "where", "when", "for", "with", "that",
        "this", "it", "we", "i", "im", "my", "do", "does", "can", "could", "would", "have", "has", "a", "an", "hi", "hello", "thanks", "thank", "great",
        "nice", "name", "business", "month", "email", "sure", "yes", "at", "on", "get", "be", "about", "right", "now", "like", "our", "please", "sounds", "got",
    };

    /// <summary><c>es</c> or <c>en</c>; null when the text does not show it.</summary>
    public static string? Of(string text)
    {
        int spanish = 0, english = 0;
        foreach (var word in Words.In(Words.Plain(text)))
        {
            spanish += Spanish.Contains(word) ? 1 : 0;
            english += English.Contains(word) ? 1 : 0;
        }

        return spanish == english ? null : spanish > english ? "es" : "en";
    }

    /// <summary>Whether a text can pass as the language. A few words may be of any, a sentence must show its own.</summary>
    public static bool Speaks(string text, string language) =>
        Of(text) is { } shown ? shown == language : Words.In(text).Count() < 5;
}
