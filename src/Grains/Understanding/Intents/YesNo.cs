namespace OutletBot.Understanding;

/// <summary>A yes or a no at the start of a message.</summary>
internal static class YesNo
{
    private static readonly Phrases Greeting = new("^ (hola|buenas|buenos|hi|hello|hey|ah|oh|mmm|eh|pues|bueno|well) (tardes|dias|noches)?");
    private static readonly Phrases Yes = new(
        "(si|simon|claro|correcto|exacto|dale|va|vale|ok|perfecto|listo|yes|sure|correct|right|exactly|afirmativo|orale|sale|sipo|efectivamente|absolutely|definitely|perfect|excelente|great|adelante|obvio|cierto|acepto|aja|ajam|sip|sipi|yep|yup|yeah|ya|jalo|juega|arre|andale|hecho|okay|okey|oki|va|ofcourse|totally|cool|bueno|confirmo|confirmado|seguro|vamos|agendado|agendame|agendalo|apartalo|apartamelo|reservalo|fine|deal|correctisimo|exactisimo|clarisimo|segurisimo|exactamente|justo|indeed|affirmative)", "tal cual", "todo (bien|correcto|ok|perfecto|en orden|bueno)", "(all|everything) (is|looks)? (good|correct|right|fine)", "(asi|eso|ese|esa) (mero|mera)", "thats me", "(el|la) (mismo|misma)", "the same",
        "(works|hagale|metale)", "de una", "por supuesto", "asi es", "eso es", "esta bien", "de acuerdo", "me (parece|late|gusta|sirve|queda|funciona) bien?", "of course", "sounds (good|great)", "that works", "como no", "ese (mismo|es)", "esa (misma|es)", "es correcto", "thats (right|it|correct|fine)", "it is", "works for me", "me parece", "esta perfecto", "suena bien", "lets do it", "hagamoslo", "muy bien",
        "sale y vale", "(si|ya)? (se arma|al cien|al tiro|de lujo)", "(me|nos) (queda|late|va|parece|sirve|acomoda) (muy|super)? (perfecto|perfecta|bien|excelente|genial|super|al cien|de lujo|al tiro)", "(esta|suena|seria) (muy|super)? (genial|padre|chido|increible|super|excelente|ideal)", "(perfecta|genial|correcta|exacta|buenisimo|buenisima|ideal|padrisimo|perfectas|perfectos)", "(perfectisimo|obviamente|ciertamente|cabal|claramente|absolutamente|totalmente|precisamente|positivo)", "todo (esta|es|se ve|muy|quedo)? (correcto|bien|perfecto|listo|ok|okay|exacto|cierto|excelente|bueno)", "(todo|esta|esta todo|todo esta) en orden", "(esta|es|asi|eso) (todo|muy|asi|mero)? (correcto|perfecto|bien|cierto|exacto)", "tal como (lo)? dices", "asi (mismo|merito|tal cual)", "eso (merito|mismo)",
        "(desde luego|sin duda|por su puesto|en efecto|no hay duda|con todo gusto|como que no)", "(all|everything) (is|looks|sounds)? (good|correct|right|set|fine|perfect|great)", "(looks|seems|sounds) (good|right|correct|perfect|fine|great|about right)", "(you got it|got it right|thats the one|you bet|for sure|no doubt|spot on|sure thing)");
    private static readonly Phrases No = new("(no|nel|negativo|nah|incorrecto|nunca|tampoco|wrong)", "para nada", "claro que no", "por supuesto que no", "of course not", "not (really|at|quite)", "si no", "de ninguna manera");
    private static readonly Phrases Harmless = new("no (hay|tengo) problema", "no problem", "no te preocupes", "no importa", "no worries", "sin problema");

    public static bool IsYes(Message message) => message.Count == 0 ? Thumb(message) : Yes.At(message, Start(message)) is { } yes && !IsNo(message) && (yes.End >= message.Count || !message.Is(yes.End, "no"));

    public static bool IsNo(Message message) => Harmless.At(message, Start(message)) is null && No.At(message, Start(message)) is not null;

    /// <summary>Nothing but a yes or a no and words that add nothing to it.</summary>
    public static bool Bare(Message message)
    {
        for (var i = Start(message); i < message.Count;)
        {
            if ((Yes.At(message, i) ?? No.At(message, i) ?? Filler.At(message, i)) is not { } span)
                return false;
            i = span.End;
        }

        return true;
    }

    private static readonly Phrases Filler = new("(esta|este|super|bien|fue|suena|ve|queda|porfis|porfa|porfavor|plis|pls|plz|xfa|xfavor|mas|dios|mande|seguimos|sigo|seguro|sera|jefecita|seno|joven|amigo|gracias|favor|por|thanks|thank|you|please|señorita|senorita|amiga|maria|puedo|podria|i|can|that|is|it|bien|que|esta|todo|muchas|mucho|quiero|me|interesa|do|lets|ya|ese|esa|eso|es|mi|correo|email|thats|mero|mera|pues|sir|maam|con|gusto|gustaria|encantaria|would|like|to|love|sounds|good|all|ahi|alla|estare|vere|nos|vemos|te|espero|ill|be|there|the|asi|muy|amable|mismo|misma|adelante|senor|jefe|jefa|hombre|mujer|wey|bro|man|also|tambien|por|supuesto|agenda|agendalo|agendame|apartalo|apartamelo|reservalo|reserva|book|confirmo|lo|la)");

    /// <summary>A thumb says yes as well as a word.</summary>
    private static bool Thumb(Message message) => Thumbs.Any(sign => message.Source.Contains(sign, StringComparison.Ordinal));

    private static readonly string[] Thumbs = ["\U0001F44D", "\U0001F44C", "\u2705", "\U0001F64C", "\u2714", "\U0001F4AF"];

    private static int Start(Message message) => Greeting.At(message, 0)?.End ?? 0;
}
