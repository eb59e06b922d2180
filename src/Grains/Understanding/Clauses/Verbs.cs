using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>The verbs that leads speak of their business with. A verb is taught here once, and known in all its forms.</summary>
internal static class Verbs
{
    private static readonly (Sense Sense, string[] Verbs)[] Spanish =
    [
        (Sense.Have, ["tener teng tien tuv tendr", "traer traig traj", "manejar", "administrar", "llevar", "poseer", "contar cuent", "operar", "dirigir dirij", "atender atiend"]),
        (Sense.Found, ["abrir", "iniciar", "montar", "emprender", "fundar", "arrancar", "empezar empiez empiec", "comenzar comienz"]),
        (Sense.Work, ["dedicar dediqu", "trabajar", "chambear", "jalar", "laborar"]),
        (Sense.Trade,
        [
            "vender", "hacer hag hac hic hiz har", "fabricar fabriqu", "instalar", "reparar", "arreglar", "limpiar", "pintar", "rentar", "alquilar", "cortar", "construir construy", "ofrecer ofrezc", "preparar", "cocinar", "organizar organic", "lavar",
            "cuidar", "disenar", "transportar", "importar", "exportar", "distribuir distribuy", "producir produzc produj", "coser", "soldar sueld", "podar", "decorar", "remodelar", "impartir", "ensenar", "elaborar", "confeccionar", "comercializar comercialic", "hornear", "tatuar", "entrenar", "fumigar",
            "dar", "doy:1", "damos:1", "dan:4", "dio:4", "brindar", "prestar", "surtir", "revender", "tapizar tapic", "imprimir", "bordar", "programar", "desarrollar", "planear", "criar", "sembrar siembr", "cultivar", "restaurar", "polarizar polaric", "techar", "remolcar", "mudar", "maquillar", "peinar", "masajear", "asesorar", "tramitar",
        ]),
        (Sense.Want, ["querer quier quis quisier querr", "necesitar", "nesecitar", "buscar busqu", "ocupar", "desear", "esperar", "pretender", "sonar suen", "aspirar", "anhelar", "planear", "interesar", "gustar", "encantar", "ocupar"]),
        (Sense.Struggle, ["batallar", "sufrir", "perder pierd", "faltar", "costar cuest", "luchar", "fallar", "fracasar", "cancelar", "desperdiciar", "gastar", "estancar estanqu", "frenar", "preocupar", "afectar", "complicar compliqu", "escasear", "carecer carezc", "ahogar", "endeudar", "regatear", "estresar", "abandonar", "plantar", "frustrar", "agobiar", "desesperar"]),
        (Sense.Fall, ["bajar", "caer caig", "caido:32", "cae:4", "cayeron:4", "cayo:4", "disminuir disminuy", "reducir reduzc reduj", "cerrar cierr", "aflojar", "desplomar", "morir muer mur", "secar sequ", "empeorar", "descender desciend"]),
        (Sense.Come,
        [
            "llegar llegu", "entrar", "venir veng vien vin", "conseguir consig consigu", "responder", "contestar", "funcionar", "servir sirv", "encontrar encuentr", "alcanzar alcanc", "generar", "convertir conviert", "comprar", "caer", "salir salg", "visitar", "regresar", "volver vuelv", "aparecer aparezc", "recibir",
            "agendar", "reservar", "cerrar cierr", "conocer conozc", "recomendar recomiend", "preguntar", "ganar", "rendir rind", "dejar", "pagar pagu", "ver", "veo:1", "ven:4", "vemos:1", "hay:4", "haber hab hub habr", "sobrar", "moverse", "mover muev", "rotar", "asistir", "cobrar", "retener reteng retien", "fidelizar", "destacar destaqu", "competir compit", "anunciar", "publicar publiqu", "jalar", "contratar", "durar", "consumir", "pedir pid", "confiar", "enterar", "sonar suen", "llamar", "existir",
        ]),
        (Sense.Grow,
        [
            "crecer crezc", "aumentar", "subir", "duplicar dupliqu", "triplicar tripliqu", "llenar", "mejorar", "expandir", "ampliar", "atraer atraig", "posicionar", "incrementar", "lograr", "multiplicar multipliqu", "escalar", "captar", "impulsar", "levantar", "facturar", "vender", "conseguir consig", "abrir", "ganar", "generar", "alcanzar alcanc", "tener teng tien tendr", "contratar", "llegar llegu", "cerrar cierr", "consolidar",
            "dominar", "automatizar automatic", "profesionalizar", "recuperar", "optimizar optimic", "fortalecer fortalezc", "mantener manteng", "promocionar", "promover promuev", "comprar", "dejar", "pagar pagu", "agrandar", "digitalizar", "franquiciar", "exportar", "sacar saqu", "traer traig", "volver vuelv", "estabilizar estabilic", "despegar despegu", "reactivar", "ahorrar", "salir salg", "invertir inviert", "figurar", "sumar", "diversificar diversifiqu", "jubilar", "vivir", "conocer conozc", "ser:8", "tomar", "pasar", "organizar organic", "viajar", "llegar", "sonar suen",
        ]),
        (Sense.Speak, ["decir dig dic dij dir", "avisar", "explicar expliqu", "entender entiend", "comentar", "platicar platiqu", "contar cuent", "escribir", "mandar", "enviar", "pasar", "hablar", "preguntar", "responder", "contestar", "confirmar", "checar chequ", "revisar", "pensar piens", "consultar", "llamar", "marcar marqu", "compartir", "informar", "esperar", "repetir repit", "ver", "disculpar", "perdonar", "ayudar", "cotizar cotic"]),
        (Sense.Can, ["poder pued pud podr", "lograr", "deber", "alcanzar alcanc", "ir:8", "voy:1", "vamos:1", "va:4", "van:4", "vas:2", "conseguir consig", "estar:8", "estaba:5", "estaban:4", "estuve:1", "estoy:1", "estamos:1", "esta:4", "estan:4", "ando:1", "andamos:1", "anda:4", "andan:4", "soler suel", "acabar", "haber", "he:1", "hemos:1", "ha:4", "han:4", "empezar empiez", "seguir sig sigu"]),
        (Sense.Know, ["saber sep sup sabr", "se:1", "entender entiend", "manejar", "dominar"]),
        (Sense.Be, ["soy:1", "soi:1", "somos:1", "eres:2", "sos:2", "es:4", "son:4", "era:5", "eramos:1", "eran:4", "fue:4", "seria:4", "seran:4", "ser:8", "fui:1"]),
    ];

    private static readonly (Sense Sense, string Verbs)[] English =
    [
        (Sense.Have, "have has had having own owns owned owning run runs running ran manage manages managing operate operates operating got ive weve"),
        (Sense.Found, "open opened opening start started starting launch launched launching founded"),
        (Sense.Be, "am is are was were im its be being been"),
        (Sense.Work, "work works working worked"),
        (Sense.Trade, "sell sells selling make makes making do does doing install installs installing fix fixes fixing repair repairs repairing clean cleans cleaning paint paints painting rent rents renting build builds building offer offers offering provide provides providing cook cooks cooking cater catering groom grooming haul hauling teach teaching design designs designing bake baking deliver delivering remodel remodeling"),
        (Sense.Want, "want wants wanted need needs needed like love hope hoping wish looking trying try wanna gotta aim aiming"),
        (Sense.Struggle, "lack lacks lacking lose loses losing lost struggle struggles struggling struggled fail fails failing failed waste wasting wasted wasting suffer suffering missing burned ghost ghosting cancel cancels flake flaking worried stuck"),
        (Sense.Fall, "drop drops dropped dropping slow slowed slowing decline declining declined fell falling died dying dried down shrinking"),
        (Sense.Come, "come comes coming came get gets getting find finds finding work works working convert converts converting reply replies answer answers answering call calls calling respond bring brings bringing buy buys buying book books booking show shows showing know knows pay pays paying generate generating see seeing close closing reach reaching return ringing return compete competing hire hiring keep keeping visit visiting stand"),
        (Sense.Grow, "grow grows growing double doubling triple increase increasing fill filling scale scaling expand expanding improve improving boost boosting open opening get getting reach reaching sell selling make making generate generating attract attracting bring bringing build building hire hiring have having close closing book booking hit become land landing gain win retire quit"),
        (Sense.Speak, "tell tells telling told say says saying said ask asks asking asked explain text call send message talk speak write mean understand repeat share"),
        (Sense.Can, "can could will would should may might ill id cant dont doesnt didnt wont havent hasnt isnt arent couldnt going gonna able keep did do does"),
        (Sense.Know, "know knows knew"),
    ];

    /// <summary>A spelling this short is more often another word: "se", "de".</summary>
    private const int Shortest = 4;

    /// <summary>Words up to here are not looked up by sound: "ahora" sounds like "ahorra".</summary>
    private const int ShortestHeard = 5;

    /// <summary>Forms that are nouns behind an article.</summary>
    private static readonly FrozenSet<string> Nouns = Set("pregunta trabajo trabajos baja bajas cuenta cuentas llamada gasto gastos pago pagos busca falta compra compras entrada salida corte cortes limpia cambio marca prueba visita visitas renta cobro pasa lleva work works book books call calls show shows help need needs orders jobs visits reservas reserva sales anuncio anuncios servicio publico competencia sueno suenos manejo traigo ayuda consulta consultas respuesta pinta lavado tatuajes message text start drop fall close answer ads cleaning painting cuida contrato contratos cita citas cocina costura decoracion sale cierre instalacion clientes");

    /// <summary>Spellings that are a verb hardly ever: plurals, adjectives.</summary>
    private static readonly FrozenSet<string> Others = Set("mejores mejor cosas cosa bienes reservas compras visitas rentas marcas cuentas consultas faltas ganas citas bajas pintas trabajos anuncios contratos clientes servicios limpias publicos casas costas cocinas planes entradas salidas llamadas ventas clases ordenes menos tarde para entre paros sobre viajes fiestas este cuenta cuentas");

    private static readonly FrozenSet<string> Determiners = Set("la el los las mi mis tu tus su sus un una unos unas de del the a an my our your this that more mas menos poco poca mucho mucha otro otra sin en al nuestro nuestra nuestros nuestras any some few ningun ninguna para por con");

    private static readonly FrozenDictionary<string, Verb> Forms = Table();

    /// <summary>The verb that a token may be.</summary>
    public static Verb? At(Message message, int index)
    {
        Work.Step();
        if (index < 0 || index >= message.Count || message[index].Kind != TokenKind.Word)
            return null;
        if (Others.Contains(message[index].Text))
            return null;
        if (Nouns.Contains(message[index].Text) && message.Is(index + 1, "de") && !message.Is(index - 1, "se"))
            return null;
        if (index > 0 && Nouns.Contains(message[index].Text) && message[index].Before <= Gap.Space && Determiners.Contains(message[index - 1].Text))
            return null;
        if (Forms.TryGetValue(message[index].Text, out var verb))
            return verb.Person == Person.Second && IsCounted(message, index) ? null : verb;
        return message[index].Text.Length > ShortestHeard && Forms.TryGetValue(message[index].Sound, out var heard) ? heard : null;
    }

    /// <summary>"Fifteen moves", "20 sales": a plural behind a number is a thing, though it is spelt as "(tú) mueves" might be.</summary>
    private static bool IsCounted(Message message, int index) =>
        index > 0 && message[index].Before <= Gap.Space && message[index].Text.EndsWith('s') && NumberWords.At(message, index - 1) is { Value: > 1 };

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, Verb> Table()
    {
        var forms = new Dictionary<string, Verb>(StringComparer.Ordinal);
        foreach (var (sense, verbs) in Spanish)
        {
            foreach (var spec in verbs)
            {
                if (spec.Split(':') is [var form, var person])
                    Add(form, new(sense, (Person)int.Parse(person, System.Globalization.CultureInfo.InvariantCulture)));
                else
                    foreach (var (word, who) in Conjugation.Of(spec).Where(form => form.Form.Length >= Shortest)) Add(word, new(sense, who));
            }
        }

        foreach (var (sense, verbs) in English)
        {
            foreach (var word in verbs.Split(' '))
                Add(word, new(sense, word.EndsWith("ing", StringComparison.Ordinal) ? Person.Gerund : Person.Plain));
        }

        foreach (var (form, verb) in forms.ToList())
        {
            if (Folding.Sound(form) is { Length: > 0 } sound)
                forms.TryAdd(sound, verb);
        }

        return forms.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string form, Verb verb)
        {
            var known = forms.GetValueOrDefault(form);
            forms[form] = new(known.Sense | verb.Sense, known.Person | verb.Person);
        }
    }
}
