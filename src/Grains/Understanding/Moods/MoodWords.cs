namespace OutletBot.Understanding;

/// <summary>The words that show how a message is meant.</summary>
internal static class MoodWords
{
    /// <summary>Bad names. Alone they are meant for us; in a sentence they may be about anybody.</summary>
    public static readonly Phrases Names = new("(idiota|idiotas|estupido|estupida|estupidos|imbecil|imbeciles|pendejo|pendeja|pendejos|tarado|tarada|baboso|babosa|inutil|inutiles|estafador|estafadora|estafadores|ratero|rateros|ladron|ladrones|mentiroso|mentirosa|mentirosos|mierda|cabron|cabrona|cabrones|puto|puta|putos|culero|culeros|zorra|stupid|idiot|idiots|moron|morons|dumb|dumbass|asshole|assholes|bitch|bastard|bastards|scammer|scammers|crooks|liar|liars|loser|losers)", "hij* de (puta|perra)", "piece of (shit|crap|trash)");

    public static readonly Phrases AroundNames = new("(pinche|pinches|maldito|maldita|malditos|bola|de|par|fucking|damn|you|tu|ustedes|eres|son|un|una|unos|unas|bot|robot|maria|y|and|are|re|a|oye|muy|que|so|hey|ya)");

    /// <summary>Abuse whose words say whom it is meant for.</summary>
    public static readonly Phrases Abuse = new(
        "(chinga|chingas|chinguen|chingate|chinguense) (a|tu|su)? (tu|su)? (madre|padre)?",
        "(vete|vayanse|larguense|largate|vayase) (a|al) (la)? (chingada|mierda|carajo|diablo|verga|infierno|demonio)",
        "(fuck|screw) (you|off|this|u|yourself)", "go to hell", "(shut|stfu) (up|u)", "(you|u) (suck|stink)", "kiss my ass",
        "(callate|callense|callese)", "cierra (la|el) (boca|hocico)",
        "^ (eres|es usted|son|ustedes son|you are|youre|ur) (un|una|unos|unas|a|an|such|such a|bien|muy|so|tan|puro|pura|puros)? (idiota|idiotas|estupido|estupida|estupidos|imbecil|imbeciles|pendejo|pendeja|pendejos|tonto|tonta|tontos|inutil|inutiles|estafador|estafadora|estafadores|ratero|rateros|ladron|ladrones|mentiroso|mentirosa|mentirosos|basura|porqueria|mierda|cabron|cabrones|stupid|idiot|idiots|moron|morons|dumb|useless|asshole|assholes|bitch|scammer|scammers|crooks|liar|liars|joke|trash|garbage|asco)",
        "(pinche|pinches|maldito|maldita|jodido|stupid|dumb|fucking|damn) (bot|robot|maquina|ia|machine|chatbot|empresa|agencia|company|spam)",
        "(no sirves|no sirven|no sirve) (para)? (nada|un|este|esta|tu|su)", "me dan asco", "(pura|puras) (mamada|mamadas|mierda|pendejada|pendejadas)");

    /// <summary>"I told you already": a question came once too often.</summary>
    public static readonly Phrases Told = new(
        "(ya) (te|se|les|lo) (lo|la|los)? (dije|di|mande|conteste|respondi|puse|escribi|mencione)", "(otra vez|de nuevo|again) (lo mismo|la misma|preguntas|with the same)",
        "(i|we) (already|just) (told|said|gave|sent|answered)", "(deja|dejen|stop) (de)? (preguntar|preguntarme|preguntando|asking) ..", "(pon|ponme|pay) (atencion|attention)", "ya (te)? (habia) dicho",
        "(me) (lo)? (preguntaste|preguntas) (ya|otra|lo mismo|de nuevo)", "you (already|just) asked");

    /// <summary>Jokes and flirtations that lead nowhere.</summary>
    public static readonly Phrases Jokes = new(
        "(es|era|fue|estoy|estaba|andaba|nomas) (una|de|en)? (broma|bromeando|bromita|vacilando|cotorreando|jugando)", "(just|only|im) (kidding|joking|messing)", "^ (jk|broma|kidding)",
        "(cuentame|cuenta|dime|tell me|tell) (un|a)? (chiste|joke)", "(te)? casas conmigo", "(te casarias|casate) conmigo", "(marry|date) me", "(tienes|tiene) (novio|novia|marido|esposo|pareja)",
        "(do you have|got) (a)? (boyfriend|girlfriend|husband)", "(eres|estas) (casada|soltera|guapa|bonita|hermosa|sexy)", "(are you) (single|married|cute|hot|pretty)", "(go|salir|salimos|salgamos) (out with me|conmigo|a bailar|por unas|por una chela)",
        "(invito|invitas) (un|una|unas) (cafe|cena|chela|cerveza|chelas|cervezas)", "mandame (una|tu) (foto|fotito) (tuya)?");

    public static readonly Phrases Laughter = new("(jaja*|jeje*|jiji*|jojo*|jsjs*|haha*|hehe*|lol|lool|lmao|lmfao|rofl|xd|xdd|xddd|ja|je)");

    public static readonly string[] Faces = ["\U0001F602", "\U0001F923", "\U0001F606", "\U0001F605", "\U0001F61C", "\U0001F61D"];
}
