namespace OutletBot.Understanding;

/// <summary>Tells clauses that say something about the lead's business from those about the talk itself, and from mere noise.</summary>
internal static class Talk
{
    private static readonly Phrases Noise = new(
        "(hola|holi|con permiso|compermiso|disculpa|disculpe|perdon|sorry|buenas|buenos|buen|tardes|dias|noches|dia|hi|hello|hey|good|morning|afternoon|evening|pues|bueno|si|no|claro|mmm|mm|m|em|hm|eh|ok|well|yes|este|fijate|mira|mire|oye|oiga|gracias|sure|ah|oh|so|um|uh|a ver|la verdad|o sea|es que|por favor|please|thanks|thank you|jaja|jajaja|lol|simon|va|vale|dale|sale|orale|perfecto|correcto|exacto|listo|que tal|como estas|mucho gusto|igualmente|maria|amiga|y|pero|and|but|also|tambien|ahorita|uy|uff|ay|hijole|chale|caray|caramba|vaya|ush|verdad|sabes que|you know|like|honestly|actually|basicamente|basically|en realidad|eso|esa|ese|mero|nada mas|nomas|creo|i think|i guess|supongo)");
    private static readonly Phrases Unsaid = new(
        "(no|ni) (lo|la)? (se|sabria|sabemos|idea) $", "no (lo)? (se|sabria) (la verdad|bien|aun|todavia|exactamente|ahorita|que decir*|que poner|que contestar*)", "no (te|le|les|lo) (sabria|se) ..", "(mi|el|my) (numero|telefono|cel|celular|whatsapp|phone|number) (es|is) ..", "ni idea", "(dont|do not|not) (know|sure) (yet|really|honestly|exactly)? $", "(dont|do not|not) (know|sure) what to (say|tell|put)", "no (estoy|ando) (seguro|segura)", "no (le|te|les|los|la|lo)? (entiendo|entendi|entendemos|entiende|capto)", "(dont|didnt|do not) (understand|get) (it|the|you|what|your|that)?",
        "prefiero no ..", "no (te|le|les)? (quiero|voy a|pienso) (decir*|hablar*|contar*|dar*|compartir*)", "no (te|le) importa", "que (te|le) importa", "none of your", "(es|its|thats) (privado|personal|confidencial|private|secreto)", "por que (preguntas|quieres|pregunta|lo)", "por que (la|esa|tanta) (pregunta|preguntas)", "why (do you|you) (ask|need|want)", "rather not",
        "^ (espera|dejeme|dejenme|permiteme|esperame|espere|esperate|permiteme|permitame|dame un|deme un|deja|dejame|hold on|wait|one sec|give me|un momento|un segundo|un minuto|un ratito|luego|despues|al rato|mas tarde|later|ahorita no|brb) ..", "(estoy|ando|voy|im) (manejando|ocupado|ocupada|trabajando|driving|busy|en el trabajo|at work|en una junta|entrando|saliendo)",
        "^ (nada|ninguno|ninguna|none|nothing|eso|asi|mas|lo mismo|igual|todo|lo normal|idk|dunno|equis) $", "(no|nunca|jamas|ni|tampoco|ni siquiera) (me|nos)? (lo|la)? (he|hemos|habia|habiamos|tengo|tenemos) (pensado|puesto a pensar|planteado|definido|considerado|imaginado|decidido|analizado|contemplado|visto asi|platicado)", "(no|nunca|jamas) (me|nos)? (lo|la) (pense|pensamos|imagine|imaginaba|plantee|preguntaron|pregunte|preguntado|han preguntado|habian preguntado)", "(buena|que buena|dificil) pregunta", "(prefiero|preferiria|mejor) (lo)? (platicarlo|decirlo|hablarlo|contarlo|comentarlo|explicarlo|platicamos|hablamos) ..", "never (gave|given) .. thought", "(good|great|tough|hard) question", "(never|havent|hadnt|not) (really|ever)? (thought|considered|given it)", "no (tengo|hay) (ni idea|idea|nada en mente|respuesta|una respuesta|nada claro|claro)", "(me|nos) (agarras|agarra|cachas|tomas|pescas) (en curva|desprevenido|de sorpresa)", "^ (depende|depends) ..", "it depends", "ya (lo)? (veremos|veo|vere|vemos)", "(quien|who) (sabe|knows)", "(puede|podria) ser $", "(tal vez|quizas|quiza|maybe) $", "(me equivoque|autocorrector|autocorrect|my bad|wrong chat|numero equivocado|wrong number)", "(ya|todo eso) (te|le|les|lo) (lo)? (dije|mande|conte|escribi|puse)", "(already) (told|said|sent)", "let me (think|check|see|ask|get)", "(i will|ill) (tell|let|call|text|get|send|explain|think)",
        "(no|nada) (hay|tengo) (ningun|ninguna)? (problema|problemas|problem)", "todo (va|esta|anda|marcha) (muy)? bien", "no (problem|problems|worries)", "(ninguno|todo bien|all good|everything is fine) ..", "(me|nos) (entro|entra|esta entrando|cayo|cae) (una|otra|un|la)? (llamada|mensaje|cliente|clienta)", "(me|nos) (estan|andan|esta) (llamando|hablando|buscando|marcando|esperando|atendiendo) ..", "(esta|estaba|quedo|lo puse|lo escribi) mal (escrito|escrita|puesto|anotado)?", "(primero|antes) (digame|dime|expliqueme|quiero saber|explicame) ..", "^ (deje|deja|dejeme|dejame) ..", "(lo|eso) (vemos|platicamos|hablamos|checamos|vere|veo) ..", "(tengo|una|otra|i have a) (duda|pregunta|question) ..", "(en|por|a) la llamada", "on the call", "(vi|veo|encontre|saw|found|seen) (su|tu|un|el|este|your|the|an|this|a) (anuncio|publicidad|ad|post|publicacion|pagina|comercial|video) ..");

    /// <summary>Whether nothing is left of a clause but greetings, yes, no and fillers.</summary>
    public static bool IsNoise(Message message, Clause clause)
    {
        for (var i = clause.From; i < clause.To;)
        {
            if (Noise.At(message, i) is not { } noise)
                return false;
            i = noise.End;
        }

        return true;
    }

    /// <summary>Where a clause goes on behind its fillers.</summary>
    public static int Begin(Message message, int from, int to)
    {
        while (from < to && Noise.At(message, from) is { } noise && noise.End < to && message[from].Text is not ("no" or "nomas" or "nada"))
            from = noise.End;
        return from;
    }

    /// <summary>"Luego te digo", "no sé", "prefiero decirlo en la llamada": talk about the talk.</summary>
    public static bool IsAside(Message message, Clause clause) =>
        Unsaid.In(message, clause.From, clause.To) || IsElsewhere(message, clause) || IntentWords.Indirect.In(message, clause.From, clause.To) || clause.Predicates.Any(predicate => predicate.Verb.Is(Sense.Speak) && Addresses(message, clause, predicate));

    /// <summary>"Estoy comiendo": what they do just now, if it is nothing that businesses do.</summary>
    private static bool IsElsewhere(Message message, Clause clause)
    {
        var from = Begin(message, clause.From, clause.To);
        return clause.To - from is 2 or 3 && message[from].Text is "estoy" or "ando" or "estamos" or "andamos" or "im" && Verbs.At(message, from + 1) is null
            && (message[from + 1].Text.EndsWith("ando", StringComparison.Ordinal) || message[from + 1].Text.EndsWith("iendo", StringComparison.Ordinal) || message[from + 1].Text.EndsWith("ing", StringComparison.Ordinal));
    }

    /// <summary>"Te digo", "decírselo": said to us by the lead.</summary>
    private static bool Addresses(Message message, Clause clause, Predicate predicate)
    {
        var text = message[predicate.At].Text;
        if (predicate.Verb.Is(Person.First) && predicate.At > clause.From && message[predicate.At - 1].Text is "te" or "le" or "les" or "lo" or "la")
            return true;
        return predicate.Verb.Is(Person.Infinitive | Person.Gerund) && (text.EndsWith("te", StringComparison.Ordinal) || text.EndsWith("le", StringComparison.Ordinal) || text.EndsWith("les", StringComparison.Ordinal) || text.EndsWith("selo", StringComparison.Ordinal));
    }
}
