namespace OutletBot.Understanding;

/// <summary>Tells by its predicate whether a clause speaks of a trouble or of a wish.</summary>
internal static class NeedSigns
{
    private static readonly Phrases NamedTrouble = new(
        "(mi|el|nuestro|un|my|the|our|main|biggest) (principal|mayor|unico|gran|main|biggest|only)? (problema|problemas|problem|issue|reto|dificultad|detalle|obstaculo|lio|challenge|struggle|headache) (mayor|principal|grande|real)? (es|is|son|ahorita|esta|que)", "lo (malo|que pasa) es", "lo que (mas)? (me|nos)? (mas)? (frena|preocupa|falla|cuesta|pega|mata|duele|pasa|batallo|sucede) (mas)? (es)?", "(holding|stopping) (me|us) back", "lo (malo|dificil|complicado) es");
    private static readonly Phrases NamedWish = new(
        "(mi|la|nuestra|el|nuestro|my|our|the) (principal|main)? (meta|objetivo|sueno|idea|plan|goal|dream|target) (principal|mayor)? (es|seria|is)", "lo que (busco|quiero|quisiera|necesito|espero|ocupo|me gustaria) es");
    private static readonly Phrases Scarce = new("(poco|pocos|poca|pocas|poquito|poquitos|poquita|poquitas|falta|faltan|sin|cero|ningun|ninguna|few|little|low|lack|hardly|barely|zero|slow|escasos|escasez|menos) (muy|de|mucho|mucha|of|any|una|un|los|las|mis|tanto|tanta)? ", "(not|no|dont have|dont get|arent) (enough|many|any)", "nada de", "casi (no|nadie|nada|sin)", "(muy|bien|re|super|very|too|so) (poco|pocos|poca|pocas|few)", "(puro|puros|puras|pura) ");
    private static readonly Phrases Bad = new("(flojo|flojos|floja|flojas|lento|lentos|lenta|lentas|muerto|muertos|muerta|muertas|vacio|vacios|vacia|vacias|pesimo|pesima|malo|mala|malas|malos|mal|bajo|bajos|baja|bajas|feo|fea|duro|dura|tranquilo|parado|parada|parados|estancado|estancada|estancados|estancadas|irregular|inestable|dead|empty|down|terrible|weak|slow|quiet|rough|inconsistent|solo|sola|tirado|tirada|estable|suelos|expensive|dificil|complicado|complicada|duro|hard|tough)");
    private static readonly Phrases Standstill = new("(were|we are|im|i am|its|things are|estoy|estamos|ando|andamos|esto esta|todo esta|esta) (muy|bien|super|pretty|so|really|kinda|medio|todo|como)? (dead|slow|stuck|struggling|flojo|floja|flojos|flojas|estancado|estancada|estancados|estancadas|parado|parada|parados|muerto|muertos|quebrado|quebrados|drowning|losing)");
    private static readonly Phrases Adverse = new(
        "(mucha|demasiada|tanta|bastante|toda|mas|more|too much|a lot of|so much|lots of|heavy|stiff|tough) (la)? (competencia|competition)", "(me|nos) (cancelan|cancelaron|cancela|plantan|dejan|dejaron|abandonan|regatean|ganan|roban|quitan|bajan|ghostean|queda|quedan|cuesta|falta|faltan|falla|fallan|hacen falta|hace falta) ..", "se (me|nos) (van|va|fue|fueron|caen|cae|estan yendo|quedan|queda|cancelan|pierden|complica|dificulta|escapan|echan|mueren) ..", "(get|getting|got) (ghosted|undercut|stood up|burned)", "no shows", "(burned|ripped off|scammed) by", "(word of mouth|de boca en boca) ..", "(nadie|nobody|no one|noone) ..", "(seasonal|temporada baja|off season)", "no se (nada|mucho|como|manejar|usar|que) ..", "(dont|do not) know (how|anything|where) ..");
    private static readonly Phrases NotOurs = new("(info|informacion|informes|saber|cita|llamada|hablar|cancelar|pensar|pensarlo|preguntar|agendar|appointment|information|call|talk|think|persona|asesor|ver|que me expliquen|que me llamen|que me digan|que me manden|que me marquen|que me pasen|que me den|precio|precios|reagendar|mover|cambiar|consultar|consultarlo|nada|decirte|decirle|confirmar|cotizacion|dudas|duda|dejen|escriban|mensajes|messages|stop|baja|horario|opciones|options|quote|details|detalles)");
    private static readonly Phrases More = new("(mas|more|better|mejores|nuevos|nuevas|new|buenos|buenas|otros|otras|bastantes|muchos|muchas|mayor|suficientes|constantes|fijos|grandes)");
    private static readonly Phrases For = new("(para|pa|to|so|and)");

    /// <summary>Words of a clause that borrows its subject.</summary>
    private const int LongestAfterthought = 7;

    /// <summary>Whether the clause tells of a trouble.</summary>
    /// <param name="message">What was written.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="before">The clause whose subject it goes on with: "la gente pregunta y no compra".</param>
    public static bool Trouble(Message message, Clause clause, Clause? before = null)
    {
        var (from, to) = (clause.From, clause.To);
        if (clause.Asks || IsAboutUs(message, clause))
            return false;
        if (NamedTrouble.In(message, from, to) || Standstill.In(message, from, to))
            return true;

        var about = Outcomes.Wants(message, from, to) || (before is { Asks: false } && Outcomes.Wants(message, before.From, before.To) && clause.Length <= LongestAfterthought && clause.Predicates.Any(p => p.Denied && p.Verb.Is(Sense.Come)));
        var wants = clause.Predicates.Any(p => IsWish(message, p) && !p.Denied);
        if (wants)
            return false;
        if (Adverse.Find(message, from, to) is not null && (about || Outcomes.Seeks(message, from, to) || clause.Finite is not null))
            return true;
        if (Scarce.Find(message, from, to) is { } scarce && about && Outcomes.Wants(message, scarce.Start, Math.Min(to, scarce.End + 3)))
            return true;
        if (about && clause.Predicates.Any(p => p.Verb.Is(Sense.Fall) && !p.Denied && p.Verb.Is(Person.Third | Person.Gerund | Person.Participle | Person.Plain)))
            return true;
        if (about && Bad.Find(message, from, to) is { } bad && clause.Predicates.Any(p => p.At < bad.Start) && !NotOurs.In(message, from, to))
            return true;
        if (clause.Predicates.Any(p => p.Denied && p.Verb.Is(Sense.Come | Sense.Have | Sense.Grow | Sense.Trade | Sense.Can | Sense.Know) && !p.Verb.Is(Sense.Want | Sense.Be)) && !clause.Predicates.Any(p => IsWish(message, p))
            && (OfBusiness(message, clause) || (about && before is not null) || Seeks(message, clause) || clause.Predicates.Any(p => p.Denied && p.Verb.Is(Sense.Trade) && p.Verb.Is(Person.First) && message[p.At].Text is "vendo" or "vendemos" or "vendi")))
            return true;
        return clause.Predicates.Any(p => p.Verb.Is(Sense.Struggle) && !p.Denied && !p.Verb.Is(Person.Second)) && (about || Seeks(message, clause) || clause.Predicates.Any(p => p.Verb.Is(Person.Infinitive) && p.Verb.Is(Sense.Come | Sense.Grow)));
    }

    /// <summary>Whether the clause tells of a wish.</summary>
    public static bool Wish(Message message, Clause clause)
    {
        var (from, to) = (clause.From, clause.To);
        if (clause.Asks || IsAboutUs(message, clause))
            return false;
        if (NamedWish.In(message, from, to))
            return true;

        var about = Outcomes.Wants(message, from, to);
        foreach (var wish in clause.Predicates.Where(p => IsWish(message, p) && !p.Denied && (!p.Verb.Is(Person.Second) || p.Verb.Is(Person.First | Person.Plain))))
        {
            if (NotOurs.Find(message, wish.At + 1, Math.Min(to, wish.At + 5)) is not null)
                continue;
            if (clause.Predicates.Any(p => p.At > wish.At && p.Verb.Is(Sense.Grow | Sense.Come) && !p.Verb.Is(Person.Participle) && (about || p.Verb.Is(Sense.Grow))) || Outcomes.Wants(message, wish.At + 1, to))
                return true;
        }

        var first = clause.Predicates.Count > 0 ? clause.Predicates[0] : default;
        if (clause.Predicates.Count > 0 && !first.Denied && first.Verb.Is(Person.Infinitive) && first.Verb.Is(Sense.Grow) && first.At - from <= 2 && (about || Growth.At(message, first.At) is not null))
            return true;
        if (clause.Predicates.Any(p => p.Verb.Is(Sense.Grow) && !p.Denied && For.At(message, p.At - 1) is not null && p.Verb.Is(Person.Infinitive | Person.Plain) && message[p.At - 1].Text is not "and") && about)
            return true;
        return More.Find(message, from, to) is { } more && Outcomes.Wants(message, more.End, Math.Min(to, more.End + 2)) && !clause.Predicates.Any(p => p.Denied || p.Verb.Is(Sense.Fall | Sense.Struggle)) && clause.Finite is null;
    }

    /// <summary>"No tengo negocio todavía" tells of no trouble with one.</summary>
    private static bool OfBusiness(Message message, Clause clause) =>
        Enumerable.Range(clause.From, clause.Length).Any(i => Outcomes.IsWanted(message, i) && message[i].Text is not ("negocio" or "business" or "local"));

    /// <summary>"Crecer" and "grow" say it all; "tener" and "get" do not.</summary>
    private static readonly Phrases Growth = new("(crecer|expandirme|expandirnos|expandir|vender|duplicar|triplicar|llenar|llenarlo|llenarla|llenarlas|llenarme|posicionarme|despegar|facturar|grow|scale|expand|aumentar|mejorar|escalar|levantar)");

    private static bool Seeks(Message message, Clause clause) => Outcomes.Seeks(message, clause.From, clause.To);

    private static bool IsWish(Message message, Predicate predicate) => predicate.Verb.Is(Sense.Want) && !(predicate.Verb.Is(Sense.Struggle) || message.Is(predicate.At, "like") && (message.Is(predicate.At - 1, "not") || message.Is(predicate.At - 1, "is")));

    /// <summary>Whether its verbs speak to us: "ustedes hacen", "eres un robot", "mándame".</summary>
    public static bool IsAboutUs(Message message, Clause clause)
    {
        for (var i = clause.From; i < clause.To; i++)
        {
            if (message[i].Text is "ustedes" or "usted" or "you" or "your" or "tu" or "y'all" && !(message[i].Text is "you" && message.Is(i - 1, "thank")))
                return clause.Finite is not null || clause.Length <= 2;
        }

        return clause.Finite is { } finite && finite.Verb.Person is Person.Second;
    }
}
