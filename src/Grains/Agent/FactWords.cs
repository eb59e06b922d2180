using System.Collections.Frozen;
using OutletBot.Conversations;

namespace OutletBot.Agent;

/// <summary>The words by which a passage of the facts shows what it is about: beginnings of words, Spanish and English.</summary>
internal static class FactWords
{
    private static readonly FrozenDictionary<Topic, string[]> Synonyms = new Dictionary<Topic, string[]>
    {
        [Topic.Price] = ["preci", "cost", "cuest", "tarif", "pago", "pagar", "cobr", "plan", "paque", "mensu", "inver", "price", "prici", "fee", "charg", "packa", "month"],
        [Topic.Bot] = ["robot", "bot", "inteli", "asist", "virtu", "artif", "assis", "autom"],
        [Topic.Place] = ["ubic", "direc", "ofici", "donde", "lugar", "ciud", "estam", "calle", "sucur", "locat", "addre", "offic", "where", "city", "based"],
        [Topic.Service] = ["servi", "ofrec", "hacem", "funci", "trabaj", "incl", "metod", "proce", "campa", "anunc", "marke", "offer", "work", "what", "campaign", "how"],
        [Topic.Time] = ["horar", "hora", "tiemp", "tarda", "plazo", "dias", "seman", "resul", "cuand", "hours", "time", "long", "open", "days", "weeks", "resul"],
        [Topic.Trust] = ["garan", "confi", "refer", "testi", "casos", "exper", "opini", "rese", "clien", "contr", "guara", "revie", "trust", "case", "years", "refun"],
        [Topic.Appointment] = ["cita", "llama", "reuni", "video", "zoom", "meet", "consu", "aseso", "appoi", "call", "meeti", "consul"],
    }.ToFrozenDictionary();

    /// <summary>Words that every question has and that say nothing of what it is about.</summary>
    public static readonly FrozenSet<string> Empty = new[]
    {
        "que", "cual", "como", "los", "las", "del", "una", "uno", "por", "para", "con", "sus", "son", "hay", "tienen", "tienes", "puedo", "puede", "quiero", "saber",
        "ustedes", "usted", "esta", "este", "esto", "muy", "mas", "pero", "the", "and", "you", "your", "are", "for", "with", "what", "how", "have", "has", "can", "does",
        "want", "know", "this", "that", "hola", "hello", "please", "favor", "gracias", "thanks", "negocio", "business", "their", "our", "nos", "les",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Of(Topic? topic) => topic is { } known && Synonyms.TryGetValue(known, out var words) ? words : [];
}
