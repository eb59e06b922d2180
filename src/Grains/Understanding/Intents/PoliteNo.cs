namespace OutletBot.Understanding;

/// <summary>Finds that the lead turns us down for now or for good, without wanting to be left alone: by what they do instead of taking it up.</summary>
internal static class PoliteNo
{
    private const string Somebody = "(mi|con|el|la|mis|nuestro|nuestra) ..";

    private static readonly Phrases Wish = new(
        // To let it be.
        "(lo|la) (voy a|vamos a|tengo que|prefiero) dejar (pasar|para|por|asi|hasta)", "(dejarlo|dejarla|dejemoslo|dejamos|dejemos|dejo) (pasar|por la paz|asi|hasta ahi|hasta aqui) $", "(mejor)? (ahi|asi|hasta ahi|aqui) (lo|la)? (dejamos|dejemos|dejo|muere)", "(ill|im|i am|were|we|i) (gonna|going to|will|have to)? (pass|hold off|sit this one out|skip) (on|this|for|it)? ..", "(decided|going|want|like) to (hold off|pass|wait|skip) ..",
        "^ (no|pues|bueno|sabes que|oye)? (mejor|siempre|ya mejor|mejor siempre) (ya)? no (gracias)? $",
        // To be somebody else.
        "(numero|telefono|whatsapp|persona|chat) equivocad* ..", "(se|te) equivoc* (de|con el) (numero|persona|telefono|chat)", "no soy (yo|la persona|el que buscas|quien buscas|quien buscan|esa persona)", "wrong (number|person)", "(you have|youve got|got) the wrong ..", "(yo)? no (les|los|te|le) (escribi|he escrito|pedi|contacte|busque) (nada|informacion|info)?",
        // To have it already.
        "(ya)? (trabajo|trabajamos|estoy|estamos) (con|contento con|contenta con|contentos con) (otra|otro|mi|nuestra|la misma) (agencia|persona|compania|empresa|proveedor)", "(happy|fine|good|satisfied|working|work) with (our|my|another|a different|the) (current|own|same)? (agency|company|guy|marketing|provider|vendor|team|setup)", "ya (lo|la) (resolvi|resolvimos|solucione|solucionamos|arregle|consegui|contrate) (por|con|gracias) ..",
        // To ask somebody first.
        $"(lo|la) (platico|consulto|comento|hablo|checo|veo|pienso|analizo) con {Somebody}", "(prefiero|mejor|voy a|quiero|mejor vamos a) (dejarlo|dejarla) (para|pasar|por|hasta|en)", $"(lo|la) (tengo|tendria|necesito|voy|quiero|debo) (que|a)? (platicar|consultar|comentar|hablar|checar|ver|pensar|analizar) con {Somebody}", $"(platicarlo|consultarlo|comentarlo|hablarlo|checarlo|verlo) con {Somebody}", "(talk|run|check|discuss) (it|this)? (over|by|with)? (it|this)? (with)? my (wife|husband|partner|boss|accountant|team|family)",
        // Not to be able to.
        "(ahora mismo|ahorita|por lo pronto|en este momento|de momento|orita) no (puedo|podemos|podria|se puede|traigo|es posible|cuento|le entro) ..", "(se me|se nos) (sale|va|pasa|escapa) (del|de|fuera del) (mi|presupuesto|las manos) ..", "(esta|queda|es|anda) (fuera de|arriba de|muy lejos de) (mi|nuestro) (alcance|presupuesto|bolsillo|posibilidades)", "(out of|over|beyond) (my|our) (budget|price range|reach|means)", "(no|not|cant) (in the budget|afford (it|that|this))",
        // To come back some day.
        "(luego|despues|mas adelante|mas delante|el proximo ano|otro dia) (los|las|te|les|lo|la) (busco|contacto|llamo|marco|buscamos|contactamos)", "(yo|nosotros) (los|las|te|les|lo) (busco|contacto|llamo|buscamos)", "(think|sleep) (it over|on it|about it)", "(quiza|quizas|tal vez|a lo mejor) (el|para el|en) (proximo|otro|siguiente) (ano|mes)", "(get|come) back to you (later|some|in|next)");

    /// <summary>What the lead's customers do to them, and what is missing: "por ahora no me llegan llamadas".</summary>
    private static readonly Phrases NotOfUs = new("no (me|nos|tengo|tenemos|estoy|estamos|hay) (llegan|llega|llaman|llama (nadie|gente|ningun)|entran|entra|compran|compra|buscan|busca|escriben|escribe|contestan|contesta|pagan|salen|sale|cae|caen|funciona|funcionan|clientes|ventas|vendiendo|llamadas|citas|trabajo|pedidos|gente)");

    /// <summary>The first refusal between two tokens.</summary>
    public static Span? Find(Message message) =>
        IntentWords.NotInterested.All(message).Concat(Wish.All(message)).OrderBy(span => span.Start).Cast<Span?>()
            .FirstOrDefault(span => !Enumerable.Range(span!.Value.Start, span.Value.Length).Any(i => NotOfUs.At(message, i) is not null));
}
