namespace OutletBot.Understanding;

/// <summary>Finds the wish to have an appointment at another time, also where only the trouble with its own is said.</summary>
internal static class Moving
{
    private static readonly Phrases Wish = new(
        "no (voy a poder|podre|puedo|vamos a poder|podremos|podemos|alcanzo a|alcanzare a|creo poder|voy a alcanzar a|me va a dar tiempo de) (ir|asistir|llegar|acudir|estar|presentarme|conectarme|entrar|tomar la llamada)", "(wont|cant|will not|can not|not going to) be able to (make|come|attend|get|be)", "(cant|can not|wont) (make it|be there|attend)",
        "(y|pero|oye)? si no (puedo|podemos|pudiera|podria|alcanzo|llego|llegara|me da tiempo|voy a poder|fuera a poder) (ese|esa|el|a|ir|llegar|asistir|en|para) ..", "(what|and) if (i|we) (cant|couldnt|can not|dont) (make|do|come|get|show) ..",
        "no me (queda|conviene|sirve|acomoda|funciona|va a quedar|va a servir|cuadra) (ya|bien)? (esa|ese|la|el) (hora|dia|horario|fecha|cita)", "(ese|esa|el|la) (dia|hora|horario|fecha) (ya)? no (me|nos)? (queda|conviene|sirve|acomoda|funciona|puedo|podre|podemos|cuadra)", "(ese|that) (dia|day) (me toca|tengo que|trabajo|salgo de|ando fuera|i have to|i work|im working) ..", "(that|the|this) (time|day|date|slot) (doesnt|does not|wont|isnt going to|no longer) (work|works) ..",
        "(mejor)? (lo|la) (hacemos|dejamos|pasamos|cambiamos|recorremos) (otro|otra|para otro|para otra|la (proxima|otra|siguiente)|para la|para el|mas|un) ..", "que (otro|otra|otros|otras) (dia|dias|hora|horas|horario|horarios|fecha|tienes|tienen|tendras|hay|espacio)");

    public static bool In(Message message) => IntentWords.Reschedule.In(message) || Wish.In(message);
}
