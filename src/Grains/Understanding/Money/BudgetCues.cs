using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>The words by which an amount shows what it is for.</summary>
internal static class BudgetCues
{
    /// <summary>Before an amount that the lead could spend with us.</summary>
    public static readonly Phrases Budget = new(
        "(presupuesto|presupesto|presupuestos|budget)", "(invertir|inbertir|invertirle|invierto|invirtiendo|inversion|invest|investing|investment)", "(destinar|destinarle|destino)",
        "(puedo|puede|podemos|podria|podriamos|podre|pudiera|dispuesto|dispuesta|quiero|pienso|planeo|pensaba|quisiera|voy) a? (gastar|pagar|poner|meter|meterle|dar|ponerle|apartar|aportar|ofrecer|gastarle|pagarles)",
        "(puedo|podria|podemos|podriamos|alcanzo) (llegar|subir|subirle|bajar|estirarme) (a|hasta)", "(puedo|podria|podemos|podriamos|pudiera|alcanza|alcanzo) (con|hasta|para|unos|como)?",
        "(dispongo|disponemos|cuento|contamos) (de|con)", "(pagaria|gastaria|invertiria|pondria|daria|meteria|invertiriamos)", "(meterle|meter|ponerle|apartar|aportar)",
        "(can|could|would|will|able|willing|like|want|afford|planning|going|looking) to? (spend|pay|do|put|afford|go|swing|manage|commit)", "(spend|afford)", "set aside", "put (aside|in)",
        "(tengo|tenemos|hay) (para|apartado|disponible|como|unos|solo|hasta|como)?", "(i|we) have (about|around|like|only|up)? to?", "no (mas|more) (de|than)",
        "(llegamos|quedamos|cerramos|dejemoslo|dejamoslo|dejalo|dejemos|ponle|pongale|ponga|apuntale) (en|a|con)?", "(make|lets) (it|say|do|call)", "(digamos|pongamos)", "comfortable (with|at)", "(comodo|comoda) con");

    /// <summary>Before an amount that is something else.</summary>
    public static readonly Phrases Other = new(
        "(renta|alquiler|arriendo|rent|lease|hipoteca|mortgage|nomina|payroll|sueldo|sueldos|salario|salary|luz|seguro|insurance) (de|es|is|son|of|que|cuesta)?", "(rento|alquilo)",
        "(vendo|vendemos|vendia|vendi|vendimos|ventas|venta|sales|facturo|facturamos|facturando|factura|facturacion|gano|ganamos|ganaba|ganar|ingresos|ingreso|ganancia|ganancias|utilidad|revenue|profit|profits|make|making|made|gross|sell|selling|sold|earn|earning|genero|generamos|generar|generando|saco|sacamos|sacaba|sacar|entran|entraban|vender|facturar|bring|bringing)",
        "(gaste|gastamos|gastaba|gastabamos|gastado|gaste|gastando|pague|pagamos|pagaba|pagabamos|pagado|pagando|pago|inverti|invertimos|invertia|invertiamos|invertido|spent|spending|paid|paying|perdi|perdimos|perdido|pierdo|perdiendo|lost|losing|wasted|tire|bote|meti|metimos|puse|pusimos)",
        "(cobro|cobramos|cobran|cobra|cobraba|cobraban|cobro|cobrando|cobraron|charge|charges|charged|charging|cuesta|cuestan|costo|costaba|cuestan|costos|cost|costs|vale|valen|valia|precio|precios|price|priced|ticket|tarifa|quieren|pedian|pedia|piden|pide|pidio|pidieron)",
        "(quiero|queremos|quisiera|gustaria|espero|want|wanna|to|necesito|pienso) (llegar|pasar|subir|crecer|aumentar|alcanzar|hacer|reach|get|hit|grow|duplicar)",
        "(llegar|pasar|subir|crecer|aumentar) (de|a)", "(reach|hit|grow|get) (to|by|at)?", "(meta|goal|objetivo|target) (es|de|is|of|son)?", "(debo|debemos|debia|deuda|deudas|owe|debt|prestamo|loan|credito)",
        "(numero|telefono|tel|cel|celular|phone|whatsapp|wsp|whats|number|llamame|marcame|marca|call|text)", "(call|text|reach) me at", "(calle|avenida|ave|av|street|st|suite|apt|apartamento|road|carretera|zip|codigo|postal|highway|hwy|ruta|autopista|direccion|address)",
        "(menos|baje|bajar|bajado|bajaron) (de|el)? (ventas)?", "(edad|age)", "(ahorre|ahorrar|ahorrado|ahorros|saved)", "(multa|fine|impuestos|taxes)", "(invoice|factura) (de|for)");

    /// <summary>After an amount that could be spent with us.</summary>
    public static readonly Phrases BudgetAfter = new(
        "(de|of|es|is) (mi|el|my|the)? (presupuesto|inversion|budget|investment)", "(presupuesto|budget)", "para (publicidad|marketing|anuncios|invertir|esto|empezar|ads|la publicidad|propaganda|promocion|arrancar)",
        "(for|on|towards|toward|into) (marketing|ads|advertising|this|it)", "en (publicidad|marketing|anuncios|ads)", "(puedo|podria|seria|podriamos) (invertir|pagar|gastar|mi|lo)", "(es|seria|is) (lo|all) (que|i) (puedo|tengo|podria|can|have)",
        "(es|seria) lo (maximo|mas)", "(i|we) can (do|spend|afford|pay)", "to (spend|invest|start|work)", "(es|is|seria) (mi|my|el|the) (maximo|limite|tope|max|limit)");

    /// <summary>After an amount that is something else.</summary>
    public static readonly Phrases NotAfter = new(
        "(de|en|of|in|for|por|de la|del|pa|para) (la|el|my|mi|the)? (renta|alquiler|ventas|sales|rent|nomina|sueldo|sueldos|revenue|ingresos|deuda|deudas|debt|facturacion|ganancia|ganancias|profit|utilidad|seguro|luz|hipoteca|mortgage|prestamo|loan|salario|propinas|enganche)",
        "(por|per|cada|each|el|x) (corte|cliente|trabajo|uno|una|persona|plato|servicio|job|client|customer|haircut|piece|unit|lead|clase|consulta|visita|sesion|pieza|unidad|class|session|casa|house|hora|hour|hr|boleto|orden|order|pedido|kilo|libra|caja|evento|event|person|head|appointment|cita|metro)",
        "(c|cada) / (u|uno)", "(each|apiece)", "(que|i) (gaste|pague|perdi|inverti|spent|paid|lost|debo|owe|pagaba|gastaba)", "a (otra|la otra|una|another) (agencia|agency|persona|empresa|compania)", "to another", "al (otro|empleado|muchacho|contador)", "(que|me) (cobran|cobraban|cobraron|cobro|pedian|piden)",
        "(el|last) (ano|mes|year|month) pasado?", "(ano|mes|year|month|semana) pasad*", "last (year|month|week)", "hace (un|dos|#) *", "(de|en) (venta|ventas|ingreso)");

    /// <summary>Things that are counted, in the singular or where the ending does not show it.</summary>
    public static readonly Phrases Counted = new(
        "(ano|anos|year|years|yrs|hora|horas|hour|hours|hr|hrs|min|mins|minuto|minutos|minutes|dia|dias|day|days|semana|semanas|week|weeks|mes|meses|month|months|vez|veces|times|mesa|mesas|cliente|clientes|personas|persona|gente|people|employees|empleados|locales|local|sucursal|sucursales|hijos|kids|kilos|km|millas|miles|metros|leads|citas|seguidores|followers|likes|reviews|resenas|trucks|camiones|carros|jobs|trabajos|%|percent|am|pm|th|st|nd|rd|guys|sillas|chairs|ciento|de)");

    public static readonly Phrases CountedAfterMoney = new("(clientes|leads|personas|citas|seguidores|visitas|clients|customers|people|mesas|pacientes|reservas|bookings|ventas|pedidos)", "(nuevos|more|new|mas) (clientes|clients|customers|leads|pacientes)", "por ciento", "%");
    public static readonly Phrases CountedBefore = new("(somos|tengo) (los|las)? (como)?", "(las|a las|opcion|option|numero|number|calle|street|at|son las|los|tienen)", "(entre|de) (la|las)");
    public static readonly Phrases YearBefore = new("(desde|since|en|in|del|ano|year|de) (el)?");
    public static readonly Phrases Correction = new("(mejor|espera|espere|esperate|perdon|digo|corrijo|correccion|actually|sorry|wait|rather|instead|sino|quise|quiero|meant|mean|equivoque|equivoco|error|bueno|no)", "que sean", "make it", "mas bien");
    public static readonly Phrases Later = new("(luego|despues|adelante|later|eventually|futuro|then|next|proximo|siguiente|quiza|quizas|after)");
    public static readonly Phrases Most = new("(maximo|max|hasta|tope|most|tops|limite|up|maximum)");
    public static readonly Phrases Turn = new("(pero|but|aunque|ahora|ahorita|now|mejor|espera|digo|sino|entonces|so|perdon|actually|instead|ya|solo|only|y|and)");
    public static readonly Phrases PriceQuestion = new("(cuesta|cuestan|cobran|cobra|precio|precios|vale|valen|cost|costs|charge|price|sale|incluye|include|que me dan|garantizan)");
    public static readonly Phrases RefusedAfter = new("no", "(es|esta|son|se me hace|its|is|seria) (muy|mucho|demasiado|too|bastante|carisimo|caro) *", "(es|is|son|seria) (mucho|demasiado|imposible|caro|bastante)", "(esta|se me hace) (caro|mucho|muy|dificil)", "(mucho|demasiado|too) (dinero|much|para|high)?");
    public static readonly Phrases RefusedBefore = new("no (puedo|tengo|llego|alcanzo|podria|podemos|quiero|pienso|voy|seria|son|es|tenemos|me|le|nos|creo|cuento|dispongo) ..", "(cant|dont|wont|couldnt|not|isnt) ..", "ni");
    public static readonly Phrases NoMoreThan = new("(no|cant|not|dont|nada|ni) .. (mas|more|pasar|paso|pasarme|over|above|arriba|exceder|sino)", "no se si", "si no");

    public static readonly FrozenSet<string> About = new[] { "unos", "como", "about", "around", "son", "mas", "aproximadamente", "maximo", "hasta", "tengo", "si", "de", "like", "maybe", "roughly" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words with the look of a plural that may follow a bare budget.</summary>
    public static readonly FrozenSet<string> NotCounted = new[] { "mas", "menos", "tops", "plus", "pues", "entonces", "seas", "gracias", "thanks", "this", "ademas", "fijos", "estas", "is", "serias", "buenas", "tantos", "netos", "esos", "unos", "dependiendo", "maximos", "has", "perhaps", "bucks", "creos", "despues", "quizas", "bros", "as", "was", "yes", "less", "apenas", "its" }.ToFrozenSet(StringComparer.Ordinal);
}
