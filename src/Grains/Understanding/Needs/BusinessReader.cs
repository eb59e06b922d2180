using OutletBot.Conversations;

namespace OutletBot.Understanding;

/// <summary>Finds the shortest phrase that names the lead's business, by what the verb beside it says of the lead.</summary>
internal static class BusinessReader
{
    /// <summary>How long a bare answer may be.</summary>
    private const int LongestAnswer = 12;

    /// <summary>Words of a business that nothing asked for.</summary>
    private const int LongestName = 3;

    private static readonly Phrases Mine = new("(mi|nuestro|nuestra|my|our)");
    private static readonly Phrases Subject = new("(mi|nuestro|nuestra|el|my|our|un|una) (negocio|empresa|compania|giro|local|business|company|tienda) ..");
    private static readonly Phrases Toward = new("(a|al|en|con|de|del|como|in|as|with|at) (la|las|los|el|lo|un|una|the|a|an)?");
    private static readonly Phrases Gap = new("(hace poco|recientemente|recien|aqui|aca|ya|ahorita|actualmente|tambien|yo|solo|nomas|mas que nada|currently|also|just|mostly|principalmente|desde hace # anos|aparte)");
    private static readonly Phrases Products = new("(vend*|hago|hacemos|hacer|haciendo|fabric*|ofre*|prepar*|doy|damos|dar|elabor*|rent*|alquil*|revend*|import*|export*|distribu*|surt*|cocin*|horne*|comercializ*|produ*|impart*|brind*|prest*|confeccion*|sell|sells|selling|make|making|do|doing|offer|offering|provide|providing|rent|renting|bake|baking|cook|cooking|teach|teaching)");
    private static readonly Phrases Loose = new("(hago|hacemos|hacer|doy|damos|dar|do|doing|make|presto|brindo|got|offer)");

    /// <param name="message">What was written.</param>
    /// <param name="clauses">Its clauses.</param>
    /// <param name="asking">What was asked.</param>
    /// <param name="known">The business that is known already.</param>
    /// <param name="hasName">Whether the message brings the lead's name.</param>
    public static (string Text, Span Span)? Read(Message message, IReadOnlyList<Clause> clauses, Asking asking, string? known, bool hasName)
    {
        var asked = asking.Field == Field.BusinessType;
        var corrects = BudgetCues.Correction.In(message) || (asking.SaidNo && (asking.Closed || asked)) || clauses.Any(clause => clause.Says(Sense.Be, denied: true));
        // Who says who they are, or what they lack or want, says what they have for its sake.
        var introduces = hasName || clauses.Any(clause => NeedSigns.Wish(message, clause) || NeedSigns.Trouble(message, clause));
        var labels = Labels.Of(message, clauses);
        Span? found = known is null ? Labelled(message, clauses, labels) : null;
        var past = false;
        foreach (var clause in clauses.Where((clause, i) => !clause.Asks && labels[i].Field is null))
        {
            // What is said later of the business that "is" puts what was said before right.
            if (Stated(message, clause, asked, known is null, corrects, introduces) is { } stated && (found is null || past || (corrects && !IsPast(message, clause))))
                (found, past) = (stated, IsPast(message, clause));
        }

        if (known is not null && !asked && !corrects)
            return null;

        found ??= Answer(message, [.. clauses.Where((_, i) => labels[i].Field is null)], asked, hasName) ?? (known is null && asking.WantsNeed ? Late(message, clauses) : null) ?? (known is null ? Possessed(message, clauses) : null);
        return found is { } span ? (message.Words(span.Start, span.End).ToLowerInvariant(), span) : null;
    }

    /// <summary>"Giro: imprenta".</summary>
    private static Span? Labelled(Message message, IReadOnlyList<Clause> clauses, IReadOnlyList<(Field? Field, bool IsLabel)> labels)
    {
        for (var i = 0; i < clauses.Count; i++)
        {
            if (labels[i] is { IsLabel: false, Field: { } field } && field == Field.BusinessType && BusinessPhrase.At(message, Talk.Begin(message, clauses[i].From, clauses[i].To), clauses[i].To, sure: true) is { } named)
                return named;
        }

        return null;
    }

    private static Span? Stated(Message message, Clause clause, bool asked, bool unknown, bool corrects, bool introduces)
    {
        foreach (var predicate in clause.Predicates)
        {
            if (predicate.Denied || Object(message, clause, predicate, asked, unknown, corrects, introduces) is not { } found)
                continue;
            return found;
        }

        // "Bueno, más bien una cafetería".
        var from = Talk.Begin(message, clause.From, clause.To);
        if (clause.Finite is null && corrects && asked && BudgetCues.Correction.At(message, from) is { } cue && cue.End < clause.To && !message.Is(from, "no"))
            return BusinessPhrase.At(message, cue.End, clause.To, sure: false);
        return null;
    }

    private static Span? Object(Message message, Clause clause, Predicate predicate, bool asked, bool unknown, bool corrects, bool introduces)
    {
        var verb = predicate.Verb;
        var at = predicate.At + 1;
        while (at < clause.To && Gap.At(message, at) is { } gap)
            at = gap.End;
        if (at >= clause.To)
            return null;

        var mine = verb.Is(Person.First) || IsOurs(message, clause, predicate.At);
        if (mine && verb.Is(Sense.Work) && message[at].Text is "la" or "el" && BusinessPhrase.At(message, at, clause.To, sure: false) is { } craft)
            return craft;
        if (mine && verb.Is(Sense.Work) && Toward.At(message, at) is { } toward)
            return Activity(message, clause, toward.End, asked || message[predicate.At].Text.StartsWith("dedi", StringComparison.Ordinal)) ?? Activity(message, clause, at + 1, sure: false);
        if (mine && message[at].Text is "in" or "en" && (verb.Is(Sense.Be) || message[predicate.At].Text is "estoy" or "estamos" or "ando"))
            return Activity(message, clause, at + 1, sure: false);
        // "¿Sigues con la heladería?": what is gone on with.
        if (message[at].Text is "con" or "with" && message[predicate.At].Text is "sigo" or "seguimos" or "sigues" or "sigue" or "continuo" or "continuamos" or "continuas" or "estoy" or "estamos" or "ando")
            return BusinessPhrase.At(message, at + 1, clause.To, sure: false);
        if (mine && verb.Is(Sense.Be) && !verb.Is(Sense.Want))
            return BusinessPhrase.At(message, at, clause.To, sure: false);
        if (mine && verb.Is(Sense.Have | Sense.Found) && !message.Is(predicate.At - 1, "se"))
            return BusinessPhrase.At(message, at, clause.To, sure: asked || (unknown && message[at].Text is "un" or "una" && (introduces || IsMade(message, at + 1))));
        if (mine && verb.Is(Sense.Trade) && verb.Is(Person.Finite) && !clause.Predicates.Any(p => p.At < predicate.At && p.Verb.Is(Sense.Want)))
            return Traded(message, clause, predicate.At, at, asked, unknown, introduces);
        if (!verb.Is(Sense.Be) || !verb.Is(Person.Third | Person.Plain) || !(asked || corrects || Subject.At(message, clause.From) is not null || Subject.In(message, clause.From, predicate.At)))
            return null;

        return BusinessPhrase.At(message, at, clause.To, sure: (asked || Subject.In(message, clause.From, predicate.At)) && (message[at].Text is "un" or "una" or "de" or "a" or "an"));
    }

    /// <summary>"Vendo ropa" is named by what is sold, "pinto casas" by both words.</summary>
    private static Span? Traded(Message message, Clause clause, int verb, int at, bool asked, bool unknown, bool introduces)
    {
        var loose = Loose.At(message, verb) is not null;
        var sure = asked || (unknown && (!loose || (introduces && IsMadeThere(message, verb, at))));
        if (message[at].Kind == TokenKind.Number || (loose && Outcomes.IsWanted(message, at) && !BusinessWords.IsBusiness(message[at].Text)) || BusinessPhrase.At(message, at, clause.To, sure) is not { } found || found.Start - at > 1)
            return null;
        return Products.At(message, verb) is not null ? found : new(verb, found.End);
    }

    /// <summary>"Hago piñatas" beside a name or a need: things in the plural, made as a habit; not "hago preguntas".</summary>
    private static bool IsMadeThere(Message message, int verb, int at) =>
        message[verb].Text is "hago" or "hacemos" or "doy" or "damos" && message[at].Text is { Length: > 4 } thing && thing.EndsWith('s') && !Chores.Contains(thing) && !NotBusinesses.Has(thing);

    private static readonly HashSet<string> Chores = new(StringComparer.Ordinal) { "preguntas", "compras", "pagos", "cuentas", "cosas", "ejercicios", "planes", "favores", "llamadas", "tareas", "intentos", "esfuerzos", "milagros", "bromas", "gracias", "vueltas", "muchas", "muchos", "pocos", "pocas", "todos", "todas", "varias", "varios", "promociones", "descuentos", "anuncios", "presupuestos", "cotizaciones", "publicaciones", "videos", "posts", "numeros", "ofertas", "permisos", "consejos", "datos", "detalles", "informes", "propuestas", "campanas" };

    /// <summary>What somebody works in: a thing, or to do something to it.</summary>
    private static Span? Activity(Message message, Clause clause, int at, bool sure)
    {
        if (at >= clause.To)
            return null;
        if (Verbs.At(message, at) is { } verb && verb.Is(Sense.Trade) && verb.Is(Person.Infinitive) && at + 1 < clause.To)
            return BusinessPhrase.At(message, at + 1, clause.To, sure: true) is { } thing ? Products.At(message, at) is not null ? thing : new(at, thing.End) : null;
        return BusinessPhrase.At(message, at, clause.To, sure);
    }

    /// <summary>English verbs show no person: an "I" or "we" before them does.</summary>
    private static bool IsOurs(Message message, Clause clause, int at)
    {
        if (message[at].Text is "im" or "ive" or "weve")
            return true;
        for (var i = at - 1; i >= Math.Max(clause.From, at - 3); i--)
        {
            if (message[i].Text is "i" or "we" or "im" or "ive")
                return true;
        }

        return at == clause.From && message[at].Text is "own" or "run" or "got" or "have" or "selling" or "doing" or "running";
    }

    /// <summary>Words that end like workshops and companies: "vulcanizadora", "paletería".</summary>
    private static bool IsMade(Message message, int at) =>
        at < message.Count && message[at].Text is { Length: > 6 } text && (text.EndsWith("dora", StringComparison.Ordinal) || text.EndsWith("eria", StringComparison.Ordinal) || text.EndsWith("torio", StringComparison.Ordinal));

    private static bool IsPast(Message message, Clause clause) => clause.Predicates.Any(predicate => message[predicate.At].Text is "era" or "fue" or "eran" or "was" or "were" or "tenia" or "teniamos");

    /// <summary>The bare answer: to the question for the business, or beside a name.</summary>
    private static Span? Answer(Message message, IReadOnlyList<Clause> clauses, bool asked, bool hasName)
    {
        if (YesNo.Bare(message))
            return null;

        foreach (var clause in clauses)
        {
            if (clause.Asks || Talk.IsNoise(message, clause) || (asked && Talk.IsAside(message, clause)) || IntentWords.Interrogative.At(message, Talk.Begin(message, clause.From, clause.To)) is not null)
                continue;

            var from = Talk.Begin(message, clause.From, clause.To);
            var within = asked && message[from].Text is "en" or "in" && from + 1 < clause.To;
            from += within ? 1 : 0;
            var verbs = clause.Predicates.Where(predicate => predicate.At >= from && predicate.Verb.Is(Person.Finite) && !BusinessWords.IsBusiness(message[predicate.At].Text)).ToList();
            var end = verbs.Count > 0 ? verbs[0].At : clause.To;
            var phrase = end <= from ? null : BusinessPhrase.At(message, from, end, sure: asked && !within && end == clause.To && clause.Length <= LongestAnswer);
            if (phrase is { } found && (asked ? !IsAnother(message, clause, found) : hasName && found.End == clause.To && IsSpecific(message, found)))
                return found;
            asked &= phrase is not null || clause.Finite is null;
            hasName |= clause.Finite is not null;
        }

        return null;
    }

    /// <summary>The answer to the question for the business, given when the next one has been asked already.</summary>
    private static Span? Late(Message message, IReadOnlyList<Clause> clauses) =>
        clauses is [{ Predicates.Count: 0 } only] && BusinessPhrase.At(message, Talk.Begin(message, only.From, only.To), only.To, sure: false) is { } found
            && found.End == only.To && found.Length <= LongestName && BusinessWords.IsPlace(message[found.Start].Text) && IsSpecific(message, found) ? found : null;

    private static bool IsAnother(Message message, Clause clause, Span found) =>
        NeedSigns.Wish(message, clause) || (NeedSigns.Trouble(message, clause) && !BusinessWords.IsBusiness(message[found.Start].Text)) || message[clause.From].Text is "no" && found.Start == clause.From + 1 && clause.Length > 2;

    private static bool IsSpecific(Message message, Span found) =>
        !NameWords.IsFirst(message[found.Start].Text) && Enumerable.Range(found.Start, found.Length).Any(i => BusinessWords.IsBusiness(message[i].Text) && (found.Length > 1 || !BusinessWords.Vague.Contains(message[i].Text)));

    /// <summary>"Mi barbería está vacía": said by the way.</summary>
    private static Span? Possessed(Message message, IReadOnlyList<Clause> clauses)
    {
        foreach (var clause in clauses)
        {
            for (var i = clause.From; i + 1 < clause.To; i++)
            {
                if (Mine.At(message, i) is null || BusinessPhrase.At(message, i + 1, clause.To, sure: false) is not { } whole)
                    continue;
                var found = Trim(message, whole);
                if (IsPlaceOf(message, i + 1, found) && (found.Length > 1 || !BusinessWords.Vague.Contains(message[found.Start].Text)))
                    return found;
            }
        }

        return null;
    }

    /// <summary>A place, or what a company is of: "mi taquería", "mi negocio de mudanzas", "my cleaning company"; not "mi contador".</summary>
    private static bool IsPlaceOf(Message message, int at, Span found) =>
        found.Start > at ? message[at].Text is "negocio" or "negocito" or "empresa" : BusinessWords.IsPlace(message[found.Start].Text) || (found.Length > 1 && BusinessWords.IsPlace(message[found.End - 1].Text) || message[found.End - 1].Text is "business" or "company" && found.Length > 1);

    /// <summary>Without the verb that follows a subject: "mi barbería está vacía".</summary>
    private static Span Trim(Message message, Span found)
    {
        for (var i = found.Start + 1; i < found.End; i++)
        {
            if (Verbs.At(message, i) is { } verb && verb.Is(Person.Finite) && !BusinessWords.IsBusiness(message[i].Text) && message[i - 1].Text is not "de")
                return new(found.Start, i);
        }

        return found;
    }
}
