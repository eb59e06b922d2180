namespace OutletBot.Understanding;

/// <summary>The wish to be written to no more, put together of what denies, a verb of reaching somebody, and the lead as who is reached.</summary>
internal static class UnwantedContact
{
    private const string Reach = "escribir mandar enviar contactar llamar marcar:marqu hablar molestar buscar:busqu textear insistir fastidiar chingar:chingu joder acosar hostigar:hostigu spamear";
    private const string ReachEn = "(text|texting|texted|message|messaging|messaged|contact|contacting|contacted|call|calling|called|email|emailing|emailed|write|writing|wrote|bother|bothering|bug|bugging|spam|spamming|hit up|reach out to)";
    private const string Reached = "(texted|messaged|contacted|called|emailed|bothered|spammed|written to)";
    private const string Never = "(no|ya no|ni|nunca|jamas|tampoco)";
    private const string Agree = "(quiero|deseo|quisiera|necesito|autorizo|acepto|permito|consiento)";
    private const string GoOn = "(este|estes|esten|ande|andes|anden|siga|sigas|sigan|estuvieran|siguieran)";
    private const string Again = "(vuelva|vuelvas|vuelvan|volviera|volvieras|volvieran|volver)";
    private const string Letters = "(mensaje|mensajes|textos|publicidad|spam|notificaciones|promociones|correos|messages|texts|emails|promos)";

    private static readonly string Done = Requests.Denied(Reach);
    private static readonly string ToDo = Requests.ToDo(Reach);

    private static readonly Phrases Wish = new(
        $"{Never} (ya|mas)? (me|nos) (ya|mas)? {Done}", $"que (ya)? no (me|nos) {Requests.Wished(Reach)}", $"{Never} (me|nos)? {GoOn} {Requests.Doing(Reach)}", $"{Never} (me|nos)? {Again} a {ToDo}",
        $"{Never} {Agree} que (ya)? (me|nos) {Done}", $"{Never} {Agree} que (me|nos) {GoOn} {Requests.Doing(Reach)}", $"{Never} {Agree} que (me|nos) {Again} a {ToDo}",
        $"(dejes|deje|dejen|dejaras|dejara|dejaran|dejarias|dejarian|paren|pararan) de {Requests.OfMe(Reach)}", "(deja|deje|dejen|paren|ya) de (insistir|molestar|fastidiar|chingar|joder|acosar|spamear)", $"de no {Requests.OfMe(Reach)}", $"favor de no {ToDo}", $"(abstenganse|abstengase|abstente|abstenerse|abstener) de {ToDo}",
        $"{Never} {Agree} (ser|que sea) (contactado|contactada|molestado|molestada|buscado|buscada)", $"{Never} (autorizo|autorice|permito) .. (numero|datos|telefono)", $"(dejar|parar) de recibir (sus|los|tus|estos|mas|tantos|ya)? {Letters}", $"{Never} (deseo|quiero|quisiera) (seguir)? (recibir|recibiendo) (mas|sus|tus|estos|esta|ya|ningun|ninguna) ..",
        $"(dont|do not|not|never|didnt|wouldnt|quit|stop|cease|stopped) (ever|please|even|all)? {ReachEn} (me|us|this number)", $"(dont|do not|not|never) (want|wish|like|need|agree|consent|ask|asked) to (be|get) {Reached}", "(dont|do not|not) (want|wish|need|care) to (receive|get|hear|see) (any|more|your|these|messages|texts|from|anything) ..",
        "(want|like|need) (out|off) (of)? (this|your|the|these)? (list|thing|texts|messages)", "(get|take|leave|keep) me (off|out) (of)? (this|your|the|these|here|it)? ..", "^ (please|ok|just)? no more (of)? (these|this|those)? (please|thanks|texts|messages)? $", "how (do|can|to) (i|we)? (unsubscribe|opt out|stop (getting|receiving|these|this))");

    /// <summary>What somebody does who has had enough.</summary>
    public static readonly Phrases Threat = new("(te|los|les|lo|la) (bloqueo|reporto|denuncio|demando|bloqueare|reportare|denunciare|demandare)", "(block|report) (you|this number|u)");

    /// <summary>By telephone: who wants no calls may want messages.</summary>
    private static readonly Phrases ByPhone = new("(llam*|marq*|marc*|habl*|call*)");
    private static readonly Phrases InWriting = new("(mensaje|mensajes|mensajito|texto|textos|text|texts|whats|whatsapp|wats|chat|escrito|texteo|texteame|textame|escribeme|escribame|escribanme|mandame|mandeme|mandenme)", "(por|x) (aqui|aca|este medio)", "(just|only|please)? (text|message|email) me");
    private static readonly Phrases Denial = new("(no|ni|tampoco|dont|nor|not)");

    public static IEnumerable<Span> All(Message message) => Wish.All(message);

    /// <summary>Whether only calls are unwanted: "no me llamen, mejor puro mensaje".</summary>
    public static bool IsOnlyByPhone(Message message, Span wish) =>
        ByPhone.In(message, wish.Start, wish.End) && (Offers(message, 0, wish.Start) || Offers(message, wish.End, message.Count));

    private static bool Offers(Message message, int from, int to) =>
        InWriting.Find(message, from, to) is { } way && !Denial.In(message, Math.Max(from, way.Start - 3), way.Start);
}
