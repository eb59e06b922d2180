using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>The words by which an amount shows what it is for.</summary>
internal static class BudgetCues
{
    /// <summary>Before an amount that the lead could spend with us.</summary>
    public static readonly Phrases Budget = new(
        "(presupuesto|presupesto|presupusto|presupuestos|budget)", "(invertir|inbertir|invertirle|invertirles|invierto|invirtiendo|inversion|invest|investing|investment)", "(destinar|destinarle|destino|asignar)",
        "(mi|el|un|nuestro|my|the|our|a) (presupuesto|budget|maximo|max|limite|limit|tope|inversion|monto|cantidad|idea|plan) (mensual|monthly|maximo|max)? (es|son|seria|serian|is|of|de) (de|como|about|around)?",
        "lo (mas|maximo) que (puedo|podemos|podria|tengo|alcanzo) .. (es|son|seria|serian)?", "the most (i|we) (can|could) .. is?",
        "(puedo|puede|podemos|podria|podriamos|podre|pudiera|dispuesto|dispuesta|quiero|pienso|planeo|pensaba|quisiera|voy|alcanzo) a? (gastar|pagar|poner|meter|meterle|dar|darle|darles|ponerle|ponerles|apartar|aportar|ofrecer|gastarle|pagarles|pagarle)",
        "(puedo|podria|podemos|podriamos|alcanzo) (llegar|subir|subirle|bajar|estirarme) (a|hasta)", "(dispongo|disponemos|cuento|contamos) (de|con)",
        "(pagaria|gastaria|invertiria|pondria|daria|meteria|invertiriamos|pagariamos)", "(meterle|meter|ponerle|apartar|aportar)", "(te|les) (pago|pagamos|doy|damos|pongo)", "(pago|pagamos) (hasta|maximo)",
        "(can|could|would|will|able|willing|like|want|afford|planning|going|looking) to? (spend|pay|do|put|afford|go|swing|manage|commit)", "(spend|afford)", "set aside", "put (aside|in)",
        "(de|en) (dinero|plata|lana|feria|billete|money) ..", "si (le|les|te|lo)? (pongo|ponemos|meto|metemos|doy|damos|pago|pagamos|invierto|invertimos|subo|subimos|llego) (a|con|hasta|como|unos)?", "what (if|about) (i|we)? (put|do|pay|spend|did|went)?");

    /// <summary>As before, but said of other things too: unasked, the amount must look like money.</summary>
    public static readonly Phrases Perhaps = new(
        "(puedo|podria|podemos|podriamos|pudiera|alcanza|alcanzaria|alcanzo|aguanto|aguantamos) (con|hasta|para|unos|como)?", "(tengo|tenemos|hay|traigo) (para|apartado|apartados|disponible|disponibles|como|unos|solo|hasta)?",
        "(i|we) (have|got) (about|around|like|only|up)? to?", "i can", "no (mas|more) (de|than)", "(llegamos|quedamos|cerramos|dejemoslo|dejamoslo|dejalo|dejemos|ponle|pongale|ponga|pon|apuntale|apunta|anota|anotale) (en|a|con)?",
        "(subele|subelo|subale|bajale|bajalo|sube|baja|subimos|subo|bajo|cambialo|cambia|dejalo) (a|en|de)", "la (verdad|neta) (es|son|seria|serian)", "(bump|raise|lower|change|update) .. to", "(make|lets|call|put) (it|that|this|say|do|call) (at|to)?", "(digamos|pongamos)", "comfortable (with|at)", "(comodo|comoda) con", "start with",
        "(con|empezar con|empezamos con|arrancar con|empiezo con|arranco con) (unos|como|solo)?", "(tener|juntar|conseguir) (unos|como)?");

    /// <summary>Before an amount that has been paid or lost: no purpose behind it makes it a budget.</summary>
    public static readonly Phrases Spent = new(
        "(gaste|gastamos|gastaba|gastabamos|gastado|gastando|gastaron|pague|pagamos|pagaba|pagabamos|pagado|pagando|inverti|invertimos|invertia|invertiamos|invertido|spent|spending|paid|paying|perdi|perdimos|perdido|pierdo|perdiendo|lost|losing|wasted|tire|bote|meti|metimos|puse|pusimos|invested)",
        "(gasto|pago|pagas|se me van|se me fueron|pay|we pay|i pay)", "(cobraban|cobraron|cobro|pedian|pidieron|charged|sacaron|quitaron|estafaron|robaron|estafo|robo|quito|timo|timaron|tranzo|transo|tranzaron|transaron|bajaron|clavo|clavaron|tumbo|tumbaron|cheated|scammed|ripped|conned|burned) (con|por|off|out|me|us)? (of|for)?", "(tengo|tenemos|hay|have|need) (que|to) (pagar|pay|cubrir|sacar)");

    /// <summary>Before an amount that is something else.</summary>
    public static readonly Phrases Other = new(
        "(mi|mis|nuestro|nuestra|nuestros|nuestras|el|la|los|las|my|our|the) * (promedio|mensual|average|total)? (es|son|era|eran|is|are|was|were|sale|salen|anda|andan) (en|a|de|como|unos|about|like|around|por)?",
        "(renta|alquiler|arriendo|rent|lease|hipoteca|mortgage|nomina|payroll|sueldo|sueldos|salario|salary|luz|seguro|insurance|mensualidad|mensualidades|letra|letras|payment|payments|comision|gastos|expenses|bills) (de|es|is|son|of|que|cuesta)?", "(rento|alquilo)",
        "(vendo|vendemos|vendia|vendi|vendimos|vendiamos|ventas|venta|sales|facturo|facturamos|facturando|factura|facturacion|facturabamos|facturaba|gano|ganamos|ganaba|ganar|ingresos|ingreso|ingresa|ganancia|ganancias|utilidad|revenue|profit|profits|make|making|made|gross|sell|selling|sold|earn|earning|genero|generamos|generar|generando|saco|sacamos|sacaba|sacar|entran|entraban|vender|facturar|bring|bringing|hago|hacemos|haciamos|hacia|quedan|queda)",
        "(cobro|cobramos|cobran|cobra|cobraba|cobrando|charge|charges|charging|cuesta|cuestan|costo|costaba|costos|cost|costs|vale|valen|valia|precio|precios|price|priced|ticket|tarifa|quieren|pedia|piden|pide|pidio|paquetes|paquete|packages|package)", "(sale|salen|salio) (en|a)?",
        "(quiero|queremos|quisiera|gustaria|espero|want|wanna|to|necesito|pienso) (llegar|pasar|subir|crecer|aumentar|alcanzar|hacer|reach|get|hit|grow|duplicar)",
        "(llegar|pasar|subir|crecer|aumentar) (de|a)", "(reach|hit|grow|get) (to|by|at)?", "(meta|goal|objetivo|target) (es|de|is|of|son)?", "(debo|debemos|debia|deuda|deudas|owe|debt|prestamo|loan|credito)",
        "(numero|telefono|tel|cel|celular|phone|whatsapp|wsp|whats|number|llamame|marcame|marca|call|text)", "(call|text|reach) me at", "(calle|avenida|ave|av|street|st|suite|apt|apartamento|road|carretera|zip|codigo|postal|highway|hwy|ruta|autopista|direccion|address)",
        "(vivo|vivimos|ubicado|ubicados|live|located) (en|at|on) (el|la)?", "(baje|bajar|bajado|bajaron) (de|el)? (ventas)?", "(edad|age)", "(ahorre|ahorrar|ahorrado|ahorros|saved)", "(multa|fine|impuestos|taxes)", "(invoice|factura) (de|for)", "(mide|miden|pesa|pesan)");

    /// <summary>What amounts are turned round by: "para publicidad", "es mi presupuesto".</summary>
    public static readonly Phrases BudgetAfter = new(
        "(de|of|es|is) (mi|el|my|the)? (presupuesto|inversion|budget|investment)", "(presupuesto|budget)", "(para|pa) (publicidad|marketing|anuncios|invertir|invertirle|invertirlos|esto|eso|empezar|ads|la publicidad|propaganda|promocion|arrancar|gastar|ustedes)",
        "(for|on|towards|toward|into) (marketing|ads|advertising|this|it)", "en (publicidad|marketing|anuncios|ads)", "(puedo|podria|seria|podriamos) (invertir|pagar|gastar|mi|lo)", "(es|seria|is) (lo|all) (que|i) (puedo|tengo|podria|can|have)",
        "(es|seria) lo (maximo|mas)", "(i|we) can (do|spend|afford|pay)", "to (spend|invest|start|work)", "(es|is|seria) (mi|my|el|the) (maximo|limite|tope|max|limit)");

    /// <summary>Behind an amount whose sufficiency is asked: "con 300 se puede?".</summary>
    public static readonly Phrases Enough = new("(se puede|se podra|alcanza|alcanzaria|alcanzara|esta bien|estaria bien|sirve|funciona|jala|le entro|empezamos|arrancamos|podemos empezar|is that ok|is that enough|enough|would that work|does that work)");

    /// <summary>After an amount that is something else.</summary>
    public static readonly Phrases NotAfter = new(
        "(de|en|of|in|for|por|de la|del|pa|para) (la|el|my|mi|the)? (renta|alquiler|ventas|sales|rent|nomina|sueldo|sueldos|revenue|ingresos|deuda|deudas|debt|facturacion|ganancia|ganancias|profit|utilidad|seguro|luz|hipoteca|mortgage|prestamo|loan|salario|propinas|enganche|comision|gastos|expenses|bills|agua|gas|impuestos|taxes|multa|payroll|insurance|troca|carro|truck|casa|colegiatura)",
        "(por|per|cada|each|el|x|an|a|la) (corte|cliente|trabajo|uno|una|persona|plato|servicio|job|client|customer|haircut|piece|unit|lead|clase|consulta|visita|sesion|pieza|unidad|class|session|casa|house|hora|hour|hr|boleto|orden|order|pedido|kilo|libra|caja|evento|event|person|head|appointment|cita|metro|docena|boda|foto|limpieza|viaje|noche|night|proyecto|project)",
        "(c|cada) / (u|uno)", "(each|apiece)", "(que|i|es lo que|lo que) (gaste|gasto|pague|pago|perdi|inverti|spent|paid|lost|debo|owe|pagaba|gastaba)", "(a|con) (otra|la otra|una|another|mi) (agencia|agency|persona|empresa|compania|sobrino|sobrina|primo|prima|empleado|muchacho|hijo|hija)", "to another", "al (otro|empleado|muchacho|contador|sobrino)", "(que|me) (cobran|cobraban|cobraron|cobro|pedian|piden)",
        "(el|last) (ano|mes|year|month) pasado?", "(ano|mes|year|month|semana) pasad*", "last (year|month|week)", "hace (un|dos|#) *", "(de|en) (venta|ventas|ingreso)");

    /// <summary>Things that are counted, in the singular or where the ending does not show it.</summary>
    public static readonly Phrases Counted = new(
        "(ano|anos|year|years|yrs|hora|horas|hour|hours|hr|hrs|min|mins|minuto|minutos|minutes|dia|dias|day|days|semana|semanas|week|weeks|mes|meses|month|months|vez|veces|times|mesa|mesas|cliente|clientes|personas|persona|gente|people|employees|empleados|locales|local|sucursal|sucursales|hijos|kids|kilos|km|millas|miles|metros|pies|ft|feet|leads|citas|seguidores|followers|likes|reviews|resenas|trucks|camiones|carros|jobs|trabajos|%|percent|am|pm|th|st|nd|rd|guys|sillas|chairs|ciento)",
        "de (enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|la|edad|largo|ancho|casado|experiencia)", "(january|february|march|april|may|june|july|august|september|october|november|december)");

    public static readonly Phrases CountedAfterMoney = new("(clientes|leads|personas|citas|seguidores|visitas|clients|customers|people|mesas|pacientes|reservas|bookings|ventas|pedidos)", "(nuevos|more|new|mas) (clientes|clients|customers|leads|pacientes)", "por ciento", "%");
    public static readonly Phrases CountedBefore = new("somos (los|las|como)?", "(las|a las|opcion|option|numero|number|calle|street|at|son las|los|tienen)", "(entre|de) (la|las)");

    /// <summary>"Entre los 450 y los 600": the article of a round figure, not of things counted.</summary>
    public static readonly Phrases Around = new("(entre|de|a|hasta|desde|por|como|sobre|arriba de|abajo de) los");
    public static readonly Phrases YearBefore = new("(desde|since|en|in|del|ano|year|de|modelo|model|naci|nacido|nacida|born|generacion) (el|en|in|del)?");
    public static readonly Phrases Correction = new("(osea|mejor|espera|espere|esperate|perdon|digo|corrijo|correccion|actually|sorry|wait|rather|instead|sino|quise|quiero|meant|mean|equivoque|equivoco|error|bueno|no)", "que sean", "make it", "mas bien", "o sea", "es decir", "mejor dicho");
    public static readonly Phrases Later = new("(luego|despues|adelante|later|eventually|futuro|then|next|proximo|siguiente|quiza|quizas|after)", "(subir|subo|subimos|aumentar|raise|increase) (a|to|hasta)?", "(en|para|in|by) (enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|january|february|march|april|june|july|august|september|october|november|december)", "(el|otro) (mes|ano) (que|entra)?");
    public static readonly Phrases Most = new("(maximo|max|hasta|tope|most|tops|limite|up|maximum)", "(como|cuando|a lo) mucho");
    public static readonly Phrases Least = new("(minimo|minimum|menos|least|min|mino)", "(como|cuando) poco");
    public static readonly Phrases Turn = new("(pero|but|aunque|ahora|ahorita|now|mejor|espera|digo|sino|entonces|so|perdon|actually|instead|ya|solo|only|y|and|porque|because)", "asi que", "por eso");
    public static readonly Phrases PriceQuestion = new("(cuesta|cuestan|cobran|cobra|precio|precios|vale|valen|cost|costs|charge|price|sale|incluye|include|que me dan|garantizan)");

    /// <summary>Words that may stand between a word for about and the amount, or around an amount that stands alone.</summary>
    public static readonly FrozenSet<string> About = Set("unos como about around son mas aproximadamente maximo hasta tengo si de like maybe roughly pues serian seria ok va claro nomas solo solamente only just creo que mi minimo");

    /// <summary>Words that may follow a bare budget; anything else is what it counts.</summary>
    public static readonly FrozenSet<string> Follows = Set("y e o u pero para por en al a maximo max mas o no si creo digamos pues nomas nada solo solamente asi que como cada mi is es seria serian esta fijos tops plus to on for but and or per each the i if so ya entonces gracias thanks please favor ok jaja de of sin aproximadamente aprox tal ahorita ahora hoy bueno mensual nada");

    /// <summary>Words with the look of a plural that may follow a bare budget.</summary>
    public static readonly FrozenSet<string> NotCounted = Set("mas menos tops plus pues entonces seas gracias thanks this ademas fijos estas is serias buenas tantos netos esos unos dependiendo maximos has perhaps bucks creos despues quizas bros as was yes less apenas its solos nomas justos exactos cerrados redondos limpios libres topados cabales pelones completos enteros puntos maximos minimos bastos disponibles mensuales bolos dolarucos seguros");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
