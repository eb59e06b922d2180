namespace OutletBot.Understanding;

/// <summary>What leads ask about the one who writes to them, beside what she is.</summary>
internal static class AskedOfUs
{
    private static readonly Phrases Tongue = new("(hablas|hablan|habla|saben|sabes|atienden|tienen alguien que hable) .. (ingles|espanol|english|spanish)", "(speak|speaking|know) (any)? (english|spanish|espanol|ingles)", "(en|in) (ingles|english|espanol|spanish)");

    private static readonly Phrases Origin = new("(de donde|como|quien) (me|te|les|le)? (sacaron|sacaste|tienen|tienes|consiguieron|conseguiste|obtuvieron|dieron|dio|paso|pasaron) .. (numero|telefono|contacto|datos|whatsapp)", "(how|where) did you (get|find) (my|this) (number|phone|info|contact)", "(why|how come) (do you have|are you (texting|messaging|contacting))", "por que me (escriben|escribes|contactan|contactas|mandan|llega)");

    private static readonly Phrases Doubt = new("(estafa|estafan|estafadores|fraude|scam|scammers|legit|legitimate|confiable|confiables|confiar|de fiar)", "(es|son|esto es|seran|sera) (de verdad|verdad|reales|real|serios|serio)", "is this (real|for real)");

    /// <summary>Whether they doubt that we are honest.</summary>
    public static bool Honesty(string text) => Doubt.In(Message.Of(text));

    /// <summary>Whether they ask if we speak their language.</summary>
    public static bool Language(string text) => Tongue.In(Message.Of(text));

    /// <summary>Whether they ask how we come to write to them.</summary>
    public static bool Number(string text) => Origin.In(Message.Of(text));
}
