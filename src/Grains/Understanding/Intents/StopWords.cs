namespace OutletBot.Understanding;

/// <summary>More ways to say that messages are not wanted: as a whole message, as a complaint, of a list one wants to leave.</summary>
internal static class StopWords
{
    /// <summary>The whole message, courtesies aside.</summary>
    public static readonly Phrases Whole = new(
        "^ (por favor|please|quiero|quisiera|solo quiero)? (borrame|borrenme|borreme|borrarme|eliminame|eliminenme|elimineme|eliminarme|quitame|quitenme|quitarme|sacame|saquenme|sacarme|remover|removerme|unsub|unsubscribe|salir|salirme|desinscribir|desinscribirme|opt out|optout) (ya|por favor|please|favor|gracias)? $",
        "^ (stop|no|cancel|end) (mas|more|all)? (msg|msgs|sms|spam|mensajes|messages|texts|texting) (por favor|please)? $", "^ no more $", "^ (darse|dese|darme) de baja $", "^ (can|could|would|will) (you|u) (please|just)? stop (please|now|it)? $", "^ (salir|salirme|salgo) (de|del) (la|su|esta|el)? (lista|grupo|base|lists)");

    /// <summary>Said of our messages.</summary>
    public static readonly Phrases Complaint = new(
        "(te|les|los|lo|le) (voy a|vamos a) (reportar|bloquear|denunciar|demandar)", "(i will|ill|gonna|going to) (report|block|sue) (you|this|u)", "(esto|ya|this) (es|parece|is) (un|puro|just)? (acoso|spam|hostigamiento|harassment)", "ya (me|nos) (cansaron|hartaron|aburrieron|tienen hart*|tienen cansad*)", "me (tienen|tiene) (hart*|cansad*)",
        "(nunca|no|jamas) (te|les|le) (di|pedi|he dado|autorice) (mi)? (permiso|numero|autorizacion|consentimiento)", "(never|didnt) (gave|give|given) (you)? (permission|consent|my number)", "(quiero|deseo|quisiera|want to|like to) (salir|salirme|leave|get off|be removed|be off) (de|del|from|of)? (la|su|esta|this|your|the)? (lista|grupo|base|list|lists)",
        "(cancela|cancelen|cancele|cancelar) (todos|todas) (los|las)? (mensajes|notificaciones|envios)");

    /// <summary>Past: what somebody did not send is missed, not unwanted.</summary>
    public static bool IsPast(string verb) => verb.EndsWith("aron", StringComparison.Ordinal) || verb.EndsWith("ieron", StringComparison.Ordinal) || verb.EndsWith("aban", StringComparison.Ordinal) || verb.EndsWith("ado", StringComparison.Ordinal);

    /// <summary>Another way to be written to: "no me marques, mándame mensaje".</summary>
    public static readonly Phrases OtherWay = new("(mandame|mandeme|mandenme|escribeme|escribame|escribanme|texteame|textame|hablame|pasame|enviame) ..", "(text|email|message|whatsapp) me", "mejor (por|mensaje|texto|whatsapp)");
}
