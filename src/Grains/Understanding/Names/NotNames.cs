using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>Words that are never a name: the small words of both languages, moods, trades, laughter.</summary>
internal static class NotNames
{
    private static readonly FrozenSet<string> Words = """
        soy soi sos hola holi holis buenas buenos buen buena bueno dia dias tarde tardes noche noches que tal como estas esta estan bien mal si no ok vale claro gracias favor saludos pues mucho mucha muchos muchas gusto igualmente aqui aca alla ahi solo nada todo toda todos nadie alguien yo tu ti usted ustedes el ella ellos
        nosotros mi mis su sus un una unos unas lo la los las de del en con sin por para pa pero y e o ni u muy mas menos ya aun nuevo nueva viejo vieja joven grande chico chica cliente clienta clientes interesado interesada interesados dueno duena duenos propietario propietaria encargado encargada gerente contacto
        mama papa madre padre soltero soltera casado casada feliz triste cansado cansada ocupado ocupada listo lista seguro segura latino latina mexicano mexicana hispano hispana colombiano colombiana hondureno salvadoreno venezolano contento contenta malo mala bueno buena medio mero mera nuevo
        cubano peruano argentino dominicano americano texano tejano negocio empresa restaurante tienda taller salon barberia persona humano humana robot bot ella quien cual cuanto donde cuando porque porq informacion info informes precio precios costo ayuda ayudar interes duda pregunta prisa
        adivina adivine adivinale quiero quisiera necesito tengo tenemos traigo busco buscando vendo vende venden hago trabajo dedico dedicamos soy estoy estaba estuve ando puedo podria puede podemos me te se nos le les dime digame manda mandame ver saber hablar llamar despues luego manana hoy ahora ahorita nunca siempre tambien ocupo ocupamos vengo vine llevo pongo doy digo dijo dice creo pienso siento espero
        hi hello hey good morning afternoon evening night thanks thank you please yes yeah sure okay fine great interested looking here there from the a an and or but not new owner manager ready busy happy sorry tired just really very so
        in on at to for with of my your his her our their this that these those what who how why when where which me i im ive ill id we they it its is am are was be been do does did have has had can could would should might want need like love know think guess mean
        business company restaurant shop store trying calling texting asking wondering wanting having going getting doing working based located sick curious unsure also still currently now today tomorrow confused frustrated stuck broke hard easy long short difficult simple weird common private personal not none nobody somebody someone anyone
        publicidad marketing anuncio anuncios facebook instagram google whatsapp tiktok internet redes clientes ventas venta citas mesas dinero presupuesto dolares pesos correo email numero telefono amigo amiga compa jefe jefa senorita joven bro amor tia hermano hermana primo prima
        esposo esposa hijo hija socio socia mismo misma propio uno dos tres otra otro otros igual quiza quizas talvez importa digo dije prefiero secreto privado anonimo ninguno ninguna cualquiera mande diga disculpa disculpe perdon adios bye oye oiga mira mire fijate fijese verdad neta
        let check calendar appointment cancel cancela cancelar change changed mind perfect perfecto excelente genial awesome cool stop wait espera esperame dejame checar reviso calendario agenda nope nah yep yup nomas ponle pongale pon apunta llamame hablame escribeme marcame
        gym food truck clinica spa hotel bar cafe limpieza roofing construccion lunes martes miercoles jueves viernes sabado tuyo suyo somos son eres es ser fui vivo vengo llevo ando voy tacos comida enero febrero marzo mayo junio agosto septiembre octubre noviembre diciembre
        dificil facil largo largo raro comun irrelevante correcto correcta exacto falso cierto obvio simon orale sale arre andale hijole chido padre chingon wey guey cabron nel nop sip aja ajam mmm hmm ja je ji ha he uf ay ah oh eh ey uy lol xd omg wow haha jaja jeje jiji
        estamos sea fuera price cost fue era eran habia hay haber tener hacer ir decir poder querer gustaria gusta encanta encantado encantada placer honor servir servirle servirte ordenes orden atento atenta atte molesto molesta enojado enojada perdido perdida desesperado desesperada confundido confundida emocionado emocionada agradecido agradecida
        tambien tampoco jamas casi apenas antes mientras hasta desde sobre entre segun contra durante mediante excepto salvo ademas entonces asi aunque sino pronto lejos cerca arriba abajo adentro afuera encima debajo delante detras
        nombre nombres apellido apellidos name names surname lastname first last full completo completa gracioso favorito favorita fiel servidor servidora equipo team group grupo familia family casa home hogar mundo gente people hombre mujer muchacho muchacha nino nina vecino vecina
        wrong incorrect spelled misspelled spelling dale che este wenas weno bue pos pues asies fijo neto justos vamos vaya venga listos simonazo ocupa sigue seguimos arranca entiendo entiendes cel edad anos tantito poquito gracia graciosa reales pana mano manito carnal parcero causa chamo socio boludo pibe vato loco maje
        alive dead about above after again against all any because before below between both down during each few further into more most no nor off once only other out over own same some such than too under until up while yourself myself himself himself later soon maybe perhaps actually honestly basically literally
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Endings = ["ista", "ero", "era", "ador", "adora", "ologo", "ologa", "ando", "iendo", "ante", "ario", "aria", "eria", "ing", "cion", "mente", "tion", "ico", "edor", "edora", "ecer", "ados", "idos", "amos", "emos", "imos", "aron", "ieron", "ness", "able", "ible", "less", "ful", "ndose", "ndome", "ndole", "ndote", "ndonos", "arle", "arte", "irle", "irte", "erle"];

    /// <summary>Whether a word that is in no list of names cannot be one.</summary>
    public static bool Has(string text) => !NameWords.IsFirst(text)
        && (Words.Contains(text) || IsLaughter(text) || BusinessWords.IsBusiness(text)
            || (!NameWords.Last.Contains(text) && text.Length > 5 && Endings.Any(ending => text.EndsWith(ending, StringComparison.Ordinal))));

    /// <summary>Whether a word is listed as none; one that only ends like a trade may be a surname: "Rentería".</summary>
    public static bool Lists(string text) => !NameWords.IsFirst(text) && (Words.Contains(text) || IsLaughter(text) || BusinessWords.Lists(text));

    /// <summary>"jajaja", "hehe", "jsjs", "zzz": two letters over and over.</summary>
    private static bool IsLaughter(string text)
    {
        var letters = text.Distinct().ToList();
        return text.Length > 2 && (letters.Count == 1 || (letters.Count == 2 && letters.Exists(letter => letter is 'j' or 'h' or 'x')));
    }
}
