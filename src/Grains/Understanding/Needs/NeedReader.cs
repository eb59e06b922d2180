using OutletBot.Conversations;

namespace OutletBot.Understanding;

/// <summary>Finds what troubles the lead and what they want: the answer to that question, or a sentence that clearly says it.</summary>
internal static class NeedReader
{
    private static readonly Phrases Problem = new(
        "no .. (llegan|llega|entran|entra|vienen|viene|tengo|tenemos|hay|consigo|conseguimos|genero|vendo|contestan|responden|salen|caen|funcionan|funciona|jala|jalan|sirven|encuentro|logro) .. (clientes|cliente|gente|ventas|citas|leads|clientas|pacientes|trabajo|trabajos|pedidos|reservas|llamadas|anuncios|publicidad|prospectos|visitas|nadie|nada|compradores|mesas)",
        "(anuncios|publicidad|ads|marketing|campanas|pagina|redes) no .. (funcionan|funciona|sirven|sirve|jalan|jala|convierten|generan|dan|work|working|convert|traen|trae)", "(anuncios|ads|marketing|campaigns|ad|website) (dont|doesnt|arent|isnt|not) (work|working|convert|converting|bring)",
        "(pocos|pocas|poca|poco|falta|faltan|sin) de? (clientes|ventas|gente|citas|leads|trabajo|pacientes|clientas|reservas|pedidos|clientela)", "(bajaron|bajado|cayeron|caido|bajas|bajan|flojas|flojo|lentas|lento|muertas|muerto) .. (ventas|negocio|clientela|clientes)", "(ventas|negocio|clientela|temporada|mesas) .. (bajaron|bajado|cayeron|caido|bajas|bajo|flojas|flojo|lentas|lento|muertas|muerto|estancado|estancada|vacias|vacio|mal)",
        "(not|dont|cant|no) .. (enough|many|getting|get|have|find|any) .. (clients|customers|leads|sales|calls|bookings|appointments|jobs|patients|business|work)", "(lack|low|slow|losing|lose|few|struggling|struggle) .. (of|clients|customers|leads|sales|business|with|bookings)", "(business|sales) (is|are|has|have) been? (slow|down|dead|bad|low)",
        "(perdiendo|pierdo|perdemos) .. (clientes|ventas|leads|dinero)", "(me|nos) cuesta .. (conseguir|vender|encontrar|atraer|llegar|mantener)", "(mi|el|my|the) (principal|mayor|biggest|main)? (problema|problem|issue|struggle|challenge) (es|is)", "nadie (me|nos)? (conoce|viene|llama|compra|contesta|responde)", "(batallo|batallamos|batallando|sufro|sufrimos|lucho) (mucho|para|con)", "(estoy|estamos) (estancado|estancada|estancados|mal)", "(mucha|demasiada) competencia", "(me|nos) (cancelan|dejan plantado)", "no (vendo|vendemos)");

    private static readonly Phrases Goal = new(
        "(quiero|quisiera|queremos|necesito|necesitamos|busco|buscamos|ocupo|ocupamos|gustaria|quiciera|espero|meta|objetivo|idea|sueno|deseo) (es|que|seria|mas|es que)? (a|de)? .. (clientes|clientela|ventas|citas|leads|gente|vender|crecer|llenar|duplicar|pacientes|reservas|pedidos|trabajo|trabajos|abrir|aumentar|expandir|expandirme|clientas|mesas|ganar|facturar|prospectos|conocido|posicionar|atraer|conseguir|generar|mejorar|alumnos|seguidores|llamadas)",
        "(want|need|like|looking|trying|hope|hoping|wanna|love|goal|gotta) (is|to|for|my)? .. (clients|customers|leads|sales|bookings|appointments|grow|more|double|fill|scale|expand|open|increase|jobs|patients|calls|reservations)", "(llenar|llenarlo) (las|mis|la|mi|el|los)? (mesas|agenda|restaurante|local|citas|salon|clinica|sillas|cupos)", "(mas|more) (clientes|ventas|citas|leads|reservas|clients|customers|sales|bookings|pacientes|gente)", "(crecer|grow|expandir|scale|duplicar|double|aumentar|increase|triplicar) (mi|el|las|mis|my|the|our)? (negocio|business|ventas|sales|clientes|empresa|revenue)", "(my|mi) (goal|meta|objetivo) (is|es)");

    private static readonly Phrases Empty = new("^ (no|ni) (se|sabria|idea|lo se)", "ni idea", "no (te|le|les) (quiero|voy|importa|digo)", "^ (nada|ninguno|ninguna|none|nothing) $", "(dont|not) (know|sure)", "prefiero no", "(luego|despues) (te|le) (digo|cuento|platico)", "por que (preguntas|quieres)", "que te importa", "^ (eso|asi|mas) $", "^ (hola|buenas|buenos|hi|hello|gracias|thanks) (tardes|dias|noches)? $", "none of your");
    private static readonly Phrases Lead = new("(hola|buenas|buenos|tardes|dias|noches|pues|bueno|si|claro|mmm|eh|ok|well|yes|este|fijate|mira|gracias|hi|hello|sure|ah|so|um)");

    public static (string? Problem, string? Goal) Read(Message message, Asking asking, Lead known, bool otherNews)
    {
        var problem = known.Problem is null && asking.Field != Field.Problem ? Sentence(message, Problem, Goal) : null;
        var goal = known.Goal is null && asking.Field != Field.Goal ? Sentence(message, Goal, null) : null;
        var answer = asking.WantsNeed ? Answer(message, asking, otherNews) : null;
        if (asking.Field == Field.Problem)
            return (answer, answer is not null && goal is not null && Problem.In(message) && !Overlap(message) ? goal : null);
        if (asking.Field == Field.Goal)
            return (answer is not null && problem is not null && Goal.In(message) && !Overlap(message) ? problem : null, answer);
        return (problem, goal);
    }

    private static bool Overlap(Message message) => Problem.Find(message) is { } one && Goal.Find(message) is { } other && one.Start < other.End && other.Start < one.End;

    private static string? Sentence(Message message, Phrases phrases, Phrases? _)
    {
        if (phrases.Find(message) is not { } hit || message.Asks(hit.Start))
            return null;

        var (from, to) = (hit.Start, hit.End);
        while (from > 0 && !message.Starts(from) && hit.Start - from < 4)
            from--;
        while (to < message.Count && !message.Starts(to) && to - hit.End < 12)
            to++;
        return message.Words(hit.Start - from >= 4 ? hit.Start : from, to);
    }

    private static string? Answer(Message message, Asking asking, bool otherNews)
    {
        var from = 0;
        while (from < message.Count && Lead.At(message, from) is { } filler && filler.End < message.Count)
            from = filler.End;

        var clear = asking.Field == Field.Problem ? Problem.In(message) : Goal.In(message);
        var either = clear || Problem.In(message) || Goal.In(message);
        if (message.Count == 0 || (Empty.In(message) && !either) || (YesNo.Bare(message) && !either) || (message.Asks() && !either))
            return null;

        var words = 0;
        for (var i = from; i < message.Count; i++)
            words += message[i].Kind == TokenKind.Word && message[i].Text.Length > 2 ? 1 : 0;
        return words == 0 || (otherNews && !either) ? null : message.Words(from, message.Count);
    }
}
