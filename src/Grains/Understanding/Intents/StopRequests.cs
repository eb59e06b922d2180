namespace OutletBot.Understanding;

/// <summary>
/// Requests to be left alone by what they ask to be done, in all forms of address: to erase a number, to take somebody off a list, to stop. What is
/// merely denied ("no me escriban") is <see cref="UnwantedContact"/>.
/// </summary>
internal static class StopRequests
{
    private const string Number = "(mi|este|mis|nuestro|nuestros|my|this) (numero|contacto|telefono|celular|cel|whatsapp|whats|datos|informacion|registro|number|phone|contact|info|data)";
    private const string List = "(lista|listas|base|sistema|contactos|grupo|registro|registros|directorio|envios|mensajes|publicidad|difusion|cadena|promociones|notificaciones)";
    private const string Baja = "(dar|darme|darnos|dame|deme|denme|danos|denos|da|de|den|des|darle|denle|dele|dale)";

    private static readonly Phrases Wish = new(
        $"{Requests.Of("borrar eliminar quitar sacar:saqu remover:remuev suprimir retirar desuscribir desinscribir")} (a|ya)? {Number}", $"{Requests.OfMe("borrar eliminar quitar sacar:saqu remover:remuev retirar bajar desuscribir desinscribir")} (ya)? (de|del) (la|las|su|sus|tu|tus|esta|este|ese|el|los)? {List}",
        $"{Baja} de baja (a)? {Number}", $"{Baja} de baja (de|en|del) (la|su|sus|tu|esta|este|los|sus)? {List}", $"(quiero|quisiera|solicito|pido|favor de|porfavor|necesito|me pueden|me puedes|podrian|podrias|pueden|puedes) (que me|que nos)? {Baja} de baja (ya|por favor|porfa)? $", "(solicito|pido|quiero|causar|tramitar) (mi|la) baja (ya|por favor|porfa)? $",
        "(dejen|deje|deja|dejar|dejes|paren|pare|parar|eviten|evite|evita) de (estar|estarme|estarnos) (escribiendo|mandando|enviando|llamando|marcando|molestando|buscando|texteando|contactando|chingando|jodiendo)",
        $"no (vuelva|vuelvas|vuelvan|volver) a {Requests.OfMe("escribir mandar enviar contactar llamar marcar molestar buscar textear hablar")}", "(dejense|dejese|dejate|parenle|parele|dejen|paren) (ya)? (de|con|a) (sus|los|tantos|tanto|tus)? (mensaje|mensajes|textos|llamadas|publicidad|spam)", "(take|get) (this|my) number (off|out|away)", "(no|never) (contact|text|message|call|email) (me|us) (ever)? again", "(scrub|wipe|purge|drop|delete|remove|erase) (my|this) (number|contact|info|data|phone)");

    /// <summary>What bears the number is not our list: "borrar mi número de Google".</summary>
    private static readonly Phrases Elsewhere = new("(de|del|en|from|on) (la|el|mi|los|mis|un|una|the|my)? (pagina|web|sitio|google|facebook|instagram|anuncio|anuncios|yelp|letrero|tienda|local|tarjetas|website|page|sign|card|cards|ad)");

    /// <summary>A time, an occasion or a way, which a "no" is limited to: "no me marquen antes de las 9", "no me llamen al trabajo".</summary>
    private static readonly Phrases Limits = new(
        "(antes|despues) de (las|la|los|mediodia|medio|comer|salir)", "(antes|despues) de #", "hasta (las|la|el|manana|despues|pasado|lunes|martes|miercoles|jueves|viernes|sabado|domingo)", "entre (las|semana|semanas)", "(tan|muy|demasiado) (temprano|tarde|noche|seguido)", "(temprano|tarde)", "(durante|mientras|cuando) ..", "(a|de) las #", "a (la|las) (una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|hora) ..",
        "(en|por|x|de) (la|las)? (manana|mananas|tarde|tardes|noche|noches|madrugada|horario|horas)", "(al|en mi|a mi|en el|en horas de|en horario de) (trabajo|chamba|jale|oficina|casa|trabajar|negocio|local)", "(el|los|este)? (lunes|martes|miercoles|jueves|viernes|sabado|sabados|domingo|domingos)", "(en|los|el) (fin|fines) de semana",
        "(before|after|until|between|during|while|when) ..", "(at|in the|on|on the)? (night|work|morning|mornings|evening|evenings|weekend|weekends|sunday|sundays|saturday|saturdays)", "(al otro|a ese) (numero|telefono|cel)");

    private static readonly Phrases Softens = new("(por favor|porfa|porfavor|porfis|please|ya|mas|eh|oye|plis)");
    private static readonly Phrases Forever = new("(nunca|jamas|never|ever|anymore)");

    public static IEnumerable<Span> All(Message message) => Wish.All(message);

    /// <summary>Whether it asks only for another time or way to be written to.</summary>
    public static bool IsLimited(Message message, Span request)
    {
        if (Elsewhere.At(message, request.End) is not null && request.Length > 1 && message[request.End - 2].Text is "mi" or "my")
            return true;
        if (message[request.Start].Text is not ("no" or "ya" or "dont" or "do" or "not" or "never"))
            return false;

        var at = request.End;
        while (Softens.At(message, at) is { } soft && message[at].Before < Gap.Stop)
            at = soft.End;
        return at < message.Count && message[at].Before < Gap.Stop && Limits.At(message, at) is not null && !Forever.In(message, request.Start, message.Count);
    }
}
