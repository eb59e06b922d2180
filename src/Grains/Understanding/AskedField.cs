using OutletBot.Conversations;

namespace OutletBot.Understanding;

/// <summary>
/// Tells from a question's own words which field it asks for. Each field is known by families of words rather than by sentences: who speaks, where
/// something is sent to, how much can be put in, what troubles, what is hoped for, what is done for a living.
/// </summary>
internal static class AskedField
{
    private static readonly (Field Field, Phrases Phrases)[] Table =
    [
        (Field.Email, new(
            "(correo|email|mail|correos|correito|gmail|hotmail|inbox|bandeja)", "e mail",
            "(donde|adonde|where|direccion|address|cuenta|account) .. (escribo|escribirte|envio|enviarte|enviarle|enviamos|enviar|envie|mando|mandarte|mandarle|mandamos|mandar|mande|llegue|llegan|send|forward)")),
        (Field.Budget, new("(presupuesto|budget|invertir|invertirias|inversion|inviertes|invertirle|invest|investment|spend|spending|gastar|gastarias|destinar|destinarias|monto|cantidad|amount)")),
        (Field.Goal, new(
            "(lograr|logro|logremos|meta|metas|objetivo|objetivos|goal|goals|achieve|alcanzar|conseguir|resultado|resultados|outcome|results|ideal|sueno|suenas|suenos|dream|dreams|aspiras|aspiracion|anhelas|anhelo|deseas|deseo|exito|exitoso|success|successful|accomplish|aim|target|proposito|purpose|expectativa|expectativas|expectations|vision|ambicion)",
            "(a|hasta) donde ..", "(quieres|gustaria|quisieras|te ves|ves|imaginas|visualizas|want|like|love) .. (llegar|estar|ver|verte|crecer|cambiar|mejorar|pasara|be|see|get|reach|change|improve|grow|happen)",
            "te (ves|imaginas|visualizas)", "looking (to|for)", "(que|what) (buscas|busca|esperas|espera|andas buscando)", "(haria|hacer|dejaria|make|leave) (te|you)? .. (feliz|contento|contenta|satisfecho|satisfecha|happy|proud)", "se veria ..", "would .. look like", "(see|picture|imagine) yourself", "(siguiente|proximo) paso", "next step", "(que|what) (cambiaria|changes)", "(what|que) would change")),
        (Field.Problem, new(
            "(problema|problemas|reto|retos|dificultad|dificultades|desafio|desafios|challenge|challenges|struggle|struggles|struggling|problem|problems|obstaculo|obstaculos|barrera|barreras|frena|frenando|frenado|impide|impidiendo|preocupa|preocupando|batallas|batallando|batalla|falla|fallando|fallas|complica|complicado|complicando|cuesta|costando|resolver|solucionar|arreglar|duele|molesta|estorba|estorbando|detiene|deteniendo|atora|atorado|atorando|limita|limitando|afecta|afectando|agobia|agobiando|desvela|estresa|frustra|inquieta|urge|apura|pesa|aprieta|aprietan|faltando|hurts|hurt|dificil|issue|issues|trouble|troubles|troubling|hard|hardest|difficult|wrong|fix|solve|stopping|blocking|bothering|hurting|frustrating|frustrates|pain|headache|obstacle|dolor|dolores|estres|traba|trabas|tropiezo|preocupacion|preocupaciones|angustia|queja|quejas|estorbo|bottleneck|hurdle|worry|worries|worrying|concern|concerns|stuck)",
            "(holding|keeping|slowing|keeps|holds|slows|getting) .. (back|up|down|way|night)", "(holding|keeping|slowing) you ..", "(quita|quitan|quitando|roba|roban|robando|deja|dejan|dejando) .. (sueno|dormir|paz|tranquilidad|calma)",
            "(no|not) .. (funcionando|funciona|working)", "(que|what) .. (hizo|trae|trajo|motivo|llevo|made|brings|brought) .. (buscarnos|escribirnos|contactarnos|aqui|hasta|con nosotros|you|reach|contact|here)", "(que|what) .. (hace falta|falta|missing|lacking)", "(anda|va|sale|esta|salio|going) (mal|wrong|badly)", "(por que|why) .. (buscas|buscaste|buscan|escribes|escribiste|contactas|contactaste|reach|contact|write|message|text|here|call)")),
        (Field.BusinessType, new(
            "(dedicas|dedica|dedican|giro|rubro|industria|industry|ramo|vendes|vende|trabajas|oficio|profesion|profession|occupation|emprendimiento|emprendiste|emprendes|emprendedor|emprendedora|changarro|nicho|niche|sector)",
            "(negocio|business|empresa|company|compania|proyecto|marca)", "what (do|does) (you|your *) do", "(que|cual) (servicio|servicios|producto|productos) .. (das|ofreces|ofrecen|ofrece|vendes|manejas|prestas)", "que (ofreces|ofrece|ofrecen|fabricas|produces)",
            "(line|kind|type) of work", "(line|field) (of|are) (work|business|you)", "do you (sell|offer|do for)", "^ que (haces|hace|hacen) $", "a que le (haces|tiras|pegas)", "(tipo|clase) de (actividad|local|tienda|servicio|trabajo)", "(type|kind|sort) of (shop|store|work|place|service|services)", "(tu|su|your) actividad", "que actividad", "for a living", "(your|tu) (trade|craft|shop|store|local|tienda)")),
        (Field.Name, new(
            "(llamas|llama|nombre|name|apellido|surname)", "con quien", "a quien (tengo|atiendo|saludo|anoto|registro|apunto)", "(hablo|hablando|platico|speaking|talking|chatting) (con|with|to)", "(call|called|address) you", "(who|whom) (am i|im|i am)", "a nombre de",
            "quien (eres|es|me|nos|escribe|habla|saluda|contacta|tengo|anda|esta)", "(who|whos) (is|are|do|have|should|am)? (this|you|i|writing|here|there)",
            "como (te|le|les|lo|la) (digo|decimos|dicen|llamo|llamamos|llaman|apunto|anoto|registro|guardo|agendo|nombro|identifico|conocen|pongo)",
            "(gusta|gustaria|prefieres|puedo|debo|quieres) .. (digan|diga|digamos|llame|llamen|llamemos|llamarte|decirte|llamarle|decirle|dirigirme|dirija)", "(tu|su) gracia", "^ and you are $")),
    ];

    /// <summary>"¿Cuánto?", however it is put.</summary>
    private static readonly Phrases HowMuch = new("(cuanto|cuanta)", "how much");

    /// <summary>Asks for a sum where it speaks of putting money in, and for anything otherwise.</summary>
    private static readonly Phrases WhatSum = new("what .. (could|can|would|are) you", "(que|what) (tanto|rango|range|cifra|figure|suma|sum|number)", "con que .. (cuentas|cuenta|contarias)");

    /// <summary>Money that is put in, of whomever "how much" is asked.</summary>
    private static readonly Phrases PutIn = new(
        "(poner|ponerle|pones|pondrias|meter|meterle|metes|meterias|pagar|pagarias|dar|darias|aportar|aportarias|aportas|apartar|apartarias|apartas|asignar|asignarias|asignas|dispones|dispone|disponer|dispondrias|disponible|cuentas|cuenta|contarias|alcanza|alcanzas|comprometer|comprometerte|dinero|plata|lana|money|put|putting|pay|commit|afford|allocate|allocating|spare|dedicate|comfortable|comodo|comoda|dispuesto|dispuesta|willing|dolares|dollars|usd|contribute)",
        "(puedes|podrias|tienes|tendrias) $", "set aside", "(puedes|podrias|tienes|tendrias) (al|por|cada) mes");

    /// <summary>Money that comes in, and what "how much" counts besides money.</summary>
    private static readonly Phrases TakenIn = new("(ganar|ganas|ganando|vender|vendes|vendiendo|facturar|facturas|facturando|ingresar|ingresas|cobrar|cobras|generar|generas|earn|earning|make|making|sell|selling|charge|revenue|crecer|grow|cuestan|cost|costs)", "(cuanto|much) (tiempo|time|falta|tarda|tardas|llevas|hace)", "bring in");

    /// <summary>A question without another object is about money where it speaks of months.</summary>
    private static readonly Phrases Monthly = new("(al|por|cada) mes", "(per|a|each|every) month", "(mensual|mensuales|mensualmente|monthly)");

    private static readonly Phrases Sum = new("(tope|maximo|limite|rango|cifra|range|ceiling|maximum)", "(your|comfortable|good|what) (number|figure|limit|max)");
    private static readonly Phrases HowMany = new("(cuantos|cuantas)", "how many");

    /// <summary>"¿Qué te gustaría?" asks for a wish where nothing else is named.</summary>
    private static readonly Phrases Wish = new("(que|what|cuantos|cuantas|cuanto|cuanta|how many|how much) .. (gustaria|quisieras|quieres|like|want|hope|hoping) ..");

    private static readonly Phrases Kind = new("(dedicas|dedica|dedican|giro|rubro|tipo|clase|ramo|kind|type|industry)", "(que|cual|de que) (es)? (tu|su)? (negocio|empresa)", "what (business|do you do)");

    /// <summary>Of a business this asks for what goes worst in it.</summary>
    private static readonly Phrases Worst = new("(lo)? que (mas|menos|peor) ..", "(mayor|principal|peor|biggest|main|worst|toughest)", "(mal|bad|worse)");

    /// <summary>A wish for the business is asked, not what it is.</summary>
    private static readonly Phrases Hopes = new("(que|what) (te|le|les|you|would|do) .. (gustaria|quisieras|quieres|like|want|hope) ..");

    /// <summary>The field that a question asks for, among those that are asked here; null where its words do not say.</summary>
    public static Field? Of(Message asked, Utterance utterance)
    {
        var found = Table.Where(row => utterance.Asks(row.Field)).Select(row => (row.Field, At: row.Phrases.Find(asked)?.Start)).Where(row => row.At is not null).ToList();
        foreach (var first in (Field?[])[Field.Email, Field.Budget])
        {
            if (found.Exists(row => row.Field == first))
                return first;
        }

        var takenIn = HowMuch.In(asked) && TakenIn.In(asked);
        if (utterance.Asks(Field.Budget) && !takenIn && (HowMuch.In(asked) || WhatSum.In(asked)) && PutIn.In(asked))
            return Field.Budget;
        if (found.Count == 0 || takenIn)
            return Unnamed(asked, utterance, takenIn);

        var needs = found.Where(row => row.Field == Field.Goal || row.Field == Field.Problem).OrderBy(row => row.At).ToList();
        if (needs.Count > 0)
            return needs[0].Field;
        if (found[0].Field == Field.BusinessType && !Kind.In(asked) && Worst.In(asked) && utterance.Asks(Field.Problem))
            return Field.Problem;
        return found[0].Field == Field.Name || !utterance.Asks(Field.Goal) || !Hopes.In(asked) ? found[0].Field : Field.Goal;
    }

    /// <summary>What a question asks that names no field: money where it asks how much or speaks of months, else a wish.</summary>
    private static Field? Unnamed(Message asked, Utterance utterance, bool takenIn)
    {
        if (utterance.Asks(Field.Budget) && !takenIn && !HowMany.In(asked) && (Monthly.In(asked) || HowMuch.In(asked) || Sum.In(asked)))
            return Field.Budget;
        return utterance.Asks(Field.Goal) && Wish.In(asked) ? Field.Goal : null;
    }
}
