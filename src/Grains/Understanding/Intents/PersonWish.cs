namespace OutletBot.Understanding;

/// <summary>Finds the wish to deal with a person: by whom they want, by what they do not want, or by the wish to be called.</summary>
internal static class PersonWish
{
    private const string Someone = "(alguien|persona|humano|humana|asesor|asesora|agente|ejecutivo|ejecutiva|representante|encargado|encargada|dueno|duena|gerente|jefe|jefa|supervisor|supervisora|vendedor|companero|especialista|experto)";
    private const string SomeoneEn = "(person|human|someone|somebody|agent|representative|rep|manager|owner|boss|supervisor|human being|anyone)";
    private const string Machine = "(robot|robots|bot|bots|maquina|maquinas|maquinita|ia|contestadora|computadora|machine|machines|ai|computer|chatbot)";

    private static readonly Phrases Wish = new(
        $"{Requests.OfMe("pasar comunicar:comuniqu transferir:transfier conectar canalizar:canalic")} (con|a|al) (un|una|el|la|su|tu|algun|alguna)? {Someone}", $"(hablar|platicar|tratar|chatear|conversar|comunicarme|hablo|platico) (directo|directamente|mejor)? (con|al) (un|una|el|la|algun|alguna|su|tu)? {Someone}",
        $"que me (atienda|atiendan|llame|llamen|marque|marquen|conteste|contesten|hable|hablen|explique|contacte) (un|una|el|la|algun|alguna|otra)? {Someone}", $"(hay|esta|tienen|habra) (un|una|algun|alguna)? {Someone} (real|ahi|con quien|que me (atienda|pueda atender|conteste|ayude|explique))", $"(me|nos) (puede|puedes|pueden|podria|podrias|podrian) (llamar|marcar|hablar|atender|comunicar|contactar) (un|una|algun|alguna|su)? {Someone}",
        $"no (quiero|me gusta|voy a|pienso) (hablar|tratar|platicar|chatear|hablarle|que me atienda|perder el tiempo) (con|a)? (un|una|la|el|las|los)? {Machine}", $"(dont|do not|not) (want|wanna|like|going) (to)? (talk|talking|speak|speaking|chat|deal|dealing) (to|with) (a|an|some)? {Machine}", $"(want|need|get|give|find) (me)? (a|an|some)? (real|actual|live)? {SomeoneEn} (please|now|real|to talk|here)? $", $"(talk|speak|chat) (to|with) (your|the|a|an|some)? (real|actual|live)? {SomeoneEn}", $"(can|could|will|would) (a|an|some)? {SomeoneEn} (real|actual)? (help|call|contact|reach|talk|assist)",
        "(de carne y hueso|flesh and blood)");

    /// <summary>To be called, by whomever.</summary>
    private static readonly Phrases Call = new(
        "(me|nos) (puede|puedes|pueden|podria|podrias|podrian) (llamar|marcar|hablar por telefono) ..", "^ (mejor|mejor si)? (marcame|marqueme|marquenme|llamame|llameme|llamenme|hablame por telefono) ..", "(can|could|would) you (guys|please|just)? (call|phone|ring) (me|us) ..");

    /// <summary>Somebody to work for the lead, or who does not come: "necesito una persona que me ayude con las ventas".</summary>
    private static readonly Phrases ForTheirBusiness = new(
        "(necesito|busco|quiero|ocupo|contratar|contrate|consegui|no hay|falta|sin|tengo|tenemos) (a|un|una|otra|otro)? (persona|personas|asesor|asesora|agente|vendedor|vendedora|representante|encargado|encargada|ejecutivo) (de|que|para|en) (me ayude|nos ayude|ayude|venda|entre|compre|haga|maneje|lleve|sepa|se encargue|trabaje|marketing|ventas|redes|publicidad|seguros|los|las|el|la|mi)");

    /// <summary>The wishes of a message.</summary>
    /// <param name="message">What was written.</param>
    /// <param name="calls">Whether to be called counts, whoever calls: at a time it is what is offered here.</param>
    public static IEnumerable<Span> All(Message message, bool calls = true) => IntentWords.Human.All(message).Concat(Wish.All(message)).Concat(calls ? Call.All(message) : [])
        .Where(span => !(message.Is(span.Start - 1, "no") && message[span.Start].Text is "me" or "nos" or "can" or "could") && !(message.Is(span.End - 1, "persona") && message.Is(span.End - 2, "en")) && !Enumerable.Range(Math.Max(0, span.Start - 1), span.Length + 1).Any(i => ForTheirBusiness.At(message, i) is not null));

    public static bool In(Message message) => All(message).Any();
}
