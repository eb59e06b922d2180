namespace OutletBot.Understanding;

/// <summary>
/// Tells a question that bears no question mark, by its build: a question word and the verb it asks of, a verb that opens with "you" or "they" about what we
/// sell, two choices joined by "or", "and if", or what is ours as the subject. What the lead's customers do is told apart, as it is the answer to our own question.
/// </summary>
internal static class UnmarkedQuestion
{
    private static readonly Phrases Openers = new(
        "(y|e|pero|o|oye|oiga|oigan|oyes|disculpa|disculpe|disculpen|perdon|perdona|hola|buenas|bueno|pues|este|entonces|antes|primero|mira|mire|maria|amiga|so|but|and|also|hey|hi|hello|ok|okay|well|wait|sorry|tambien|ah|oh|es que|tengo una duda|una pregunta|otra pregunta|una duda|quick question|question|btw)", "(tardes|dias|noches)", "a ver", "antes (de eso|de todo|que nada)", "(nada mas|nomas|solo)", "(ustedes|usted|you guys|eso|esto)", "(como)? (mas o menos|aprox)", "(first|before that|by the way|just wondering|i was wondering|im wondering)");

    private const string Prep = "(a|de|en|con|por|para|desde|hasta)?";

    /// <summary>What we are asked for, that no customer of the lead's would be.</summary>
    private const string Ours = "(garantia|garantias|contrato|contratos|plan|planes|paquete|paquetes|oficina|oficinas|referencias|testimonios|resultados|costo|costos|precio|precios|descuento|descuentos|anuncios|publicidad|paginas|pagina|sitios|redes|tarjeta|tarjetas|pagos|pago|abonos|efectivo|factura|facturas|instagram|facebook|google|tiktok|youtube|meta|ads|ejemplos|muestras|demo|prueba|permanencia|mensualidades|plazos|zelle|cash|deposito|experiencia)";

    private static readonly Phrases Asks = new(
        // A question word, the thing it may ask of, and a verb of ours.
        "(como)? (a|de|en|con|por|para|desde|hasta)? (cual|cuales|cuanto|cuanta|cuantos|cuantas|quien|quienes) (tiempo|dinero|es|son|cuesta|sale|cobran|tarda|dura|me va a|me van a|van a|seria|serian|mas o menos|dolares|personas|meses|dias|horas|minutos|anuncios) ..",
        $"{Prep} (que|cual) (ciudad|parte|estado|empresa|compania|agencia|pais|zona|garantia|garantias|servicio|servicios|formas|metodos|costo|precio|horario|horarios|tanto|diferencia|requisitos|experiencia|plan|planes|paquete|paquetes|incluye|incluyen|ofrecen|beneficios|beneficio|tal si) ..", "que (otro|otra|otros|otras) (tienes|tienen|hay|dia|hora|horario|horarios|dias|opcion|opciones)", "(de|en)? que (se trata|consiste|va|tratan) ..",
        "como (consiguieron|sacaron|obtuvieron|trabajan|funciona|funcionan|le hacen|seria|cobran|se paga|me ayudan|me ayudarian|me pueden|los contacto|empezamos|es el|es eso|esta eso|cuanto|se llaman|te llamas)", "donde (estan|quedan|se|puedo|los|son|trabajan|se ubican)", "(por que|porque) (tan|me preguntan|me preguntas|piden|pides|quieren|quieres|necesitan|cobran|deberia|ustedes|tu)", "cuando (empezamos|empezaria|empiezan|seria|serian|podemos|podria|pueden|comenzamos|veria)",
        // To open with what you or they do.
        $"(tienen|tienes|manejan|manejas|ofrecen|dan|hacen|incluye|incluyen|aceptan|aceptas|cobran|piden|garantizan|usan|trabajan|hay|existe|tendran|tendras|tendrian|tendria|habra|cuentan con|aplica) (con|en|por|de|algun|alguna|algunos|un|una|el|la|los|las|mi|su|sus)? {Ours}", "(trabajan|trabajas|hacen|haces|manejan|ofrecen|aceptan|atienden|ayudan|venden|cubren) .. (tambien|o solo|o nomas|o puro)", "(trabajan|atienden|ayudan|cubren) (con|a|en|para) ..", "ustedes (son|estan|hacen|trabajan|tienen|manejan|ofrecen|venden|cobran|atienden|dan|usan|me|nos|como|donde|que|cuanto|cual) ..",
        "(se puede|se podria|se paga|se firma|hay que (firmar|depositar|instalar|llenar)|tengo que (firmar|depositar|instalar)) ..", "(me|nos) (regresan|devuelven|regresarian|devolverian) (mi|el|la|lo)? (dinero|lana|feria|pago|inversion)", "(me|nos) (garantizan|aseguran|prometen|garantizas|aseguras|garantizarian) ..", "(a poco|apoco|sera que|acaso) ..", "(tendran|tendras|tendrian|habra|podrian|podrias|pueden|puedes|podran|podras|harian|aceptarian) (un|una|algun|alguna|darme|decirme|mandarme|explicarme|pasarme|ayudarme|hacer|otro|otra|trabajar|con) ..",
        "(eres|es|son|sos) (usted|un|una)? (robot|bot|persona|humano|humana|maquina|ia|contestadora) ..", "(es|son) (gratis|confiable|legal|verdad|presencial|por zoom|por telefono|en persona|para cualquier|de houston|de texas|de dallas|de aqui) ..",
        // What is ours as the subject.
        "(eso|esto|el servicio|este servicio|su servicio|el plan|el paquete|el precio|ese precio|el costo|la cita|la llamada|el programa|el anuncio|la consulta|el minimo|ese minimo|el contrato|la publicidad) (ya|tambien)? (tiene (costo|contrato|garantia)|incluye|incluyen|trae|aplica|va aparte|dura|se paga|es (con|por (telefono|zoom|video|llamada|mes|semana)|en persona|gratis|mensual|aparte|para (cualquier|todo|todos)|fijo)) ..",
        // Two ways it may be.
        "(eres|hablo con|incluye|trabajan|hacen|seria|sera|se paga|ustedes son|son|la llamada es|es (robot|persona|gratis|mensual|por|en|con|una|un)) .. o (es|son|va|van|nomas|solo|solamente|nada mas|de|de donde|como|tengo|se|puro|por|en|con|un|una|persona|robot|maquina|aparte|mensual|que) ..", "or (is|are|do|does|just|only|month|what|how) ..",
        // "And if ...?"
        "si no (funciona|sirve|jala|resulta) (que|como|me) ..", "si no (funciona|sirve|jala|resulta) .. que pasa", "y si (luego|despues) ..", "que (pasa|sucede|pasaria) (si|cuando|con|despues) ..", "what (happens|if) ..",
        // English turns subject and verb round, or puts the question word in front.
        "(do|does|can|could|would|will|is|are|did) (you|it|this|they|there|your|these|that) ..", "(have|has) (you|anyone) ..", "(is|are|does|did|will|can) the ..", "you (guys|people)? (do|work|have|take|offer|handle|guarantee|accept|run|also|in|located|from) ..", "(how|what|where|who|why|which) (much|soon|fast|long|many|often|is|are|do|does|can|will|would|kind|type|about|did|you|the|if|company|city|area|else|exactly|sort)", "when (is|are|do|does|can|will|would|did|could) ..", "(whats|hows|wheres|whos|whens)",
        // To tell, to want to know.
        "(explicame|expliqueme|explicanos|platicame|platiqueme|cuentame|cuenteme|dime|digame|diganme) (bien|mas|un poco|por favor|favor|tantito|primero|exactamente)? (de|en|a|con)? (como|que|cuanto|cual|cuales|sobre|donde|quien|si)", "(quiero|quisiera|ocupo|necesito|gustaria|queria) (saber|preguntar|preguntarte|preguntarle|preguntarles) ..", "(would like|want|wanna|like|need|love) to know (if|how|what|more|where|about|the)", "(curious|wondering) (if|how|what|about|whether) ..");

    /// <summary>What opens like a question and is none: exclamations, and what happens to the lead.</summary>
    private static readonly Phrases Tells = new(
        "que (tal|onda|bueno|padre|chido|bien|mal|raro|lastima|gusto|me|nos|se|te|le|la|el|los|las|mi|nadie|no|ya|mas|haya)", "(quien|who) (sabe|knows)", "(how are|how is|hows) (you|it going)", "hay que (pagar|poner|dar) (mucho|muchos|mucha|muchas|demasiado|renta|sueldos|empleados)", "(lo|en lo|con lo|todo lo) que ..");

    /// <summary>Whether a stretch opens like a question, whatever greets or leads over before it.</summary>
    public static bool In(Message message, int from, int to)
    {
        for (var at = from; at < to;)
        {
            if (Tells.At(message, at) is not null)
                return false;
            if (Asks.At(message, at) is { } asks && asks.End <= to)
                return true;
            if (Openers.At(message, at) is not { } opener)
                return false;
            at = opener.End;
        }

        return false;
    }
}
