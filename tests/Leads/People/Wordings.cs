namespace OutletBot.Leads;

/// <summary>How people put things, in either language; <c>{v}</c> is filled in.</summary>
internal static class Wordings
{
    private static readonly Dictionary<string, string[]> Spanish = new(StringComparer.Ordinal)
    {
        ["open"] = ["Hola", "Buenas tardes", "hola, vi su anuncio", "Hola quiero más información", "info por favor", "Buen día"],
        ["name"] = ["{v}", "soy {v}", "me llamo {v}", "mi nombre es {v}", "Soy {v}, mucho gusto"],
        ["intro"] = ["soy {v}", "me llamo {v}", "mi nombre es {v}"],
        ["business"] = ["tengo una panadería", "tengo un taller mecánico", "es una florería", "tengo un salón de belleza", "tengo un restaurante", "una empresa de limpieza", "vendo ropa", "tengo una tienda de muebles"],
        ["problem"] = ["no me llegan clientes", "casi nadie me escribe", "las ventas bajaron mucho", "gasto en anuncios y no veo resultados", "me cuesta conseguir clientes nuevos", "entre semana está vacío"],
        ["goal"] = ["quiero tener más clientes", "llenar la agenda", "vender el doble", "me gustaría abrir otra sucursal", "conseguir 30 clientes nuevos", "quiero crecer"],
        ["budget"] = ["unos {v} al mes", "{v} dólares", "{v}", "puedo {v} mensuales", "como ${v}", "tengo {v} al mes"],
        ["email"] = ["{v}", "mi correo es {v}", "es {v}", "claro, {v}"],
        ["treatment"] = ["una limpieza", "quiero brackets", "un blanqueamiento", "me duele una muela", "necesito un implante"],
        ["insurance"] = ["no tengo seguro", "Cigna", "tengo Delta Dental", "Medicaid", "sin seguro"],
        ["number"] = ["{v}", "el {v}", "la opción {v}", "el número {v}", "el {v} por favor"],
        ["ordinal"] = ["el primero", "el segundo", "el tercero", "el cuarto", "el quinto"],
        ["yes"] = ["sí", "si claro", "sí por favor"],
        ["thanks"] = ["gracias", "muchas gracias", "perfecto, gracias"],
        ["price"] = ["¿cuánto cuesta?", "cual es el precio", "¿cuánto cobran?", "¿y eso qué precio tiene?"],
        ["confused"] = ["no entiendo", "¿cómo?", "no le entendí", "¿mande?"],
        ["tangent"] = ["fíjese que hoy hubo mucho trabajo", "qué bonito día 😊", "ando corriendo jaja", "mi hijo está aquí conmigo"],
        ["insult"] = ["son unos rateros", "qué bot tan inútil", "pura basura", "qué estupidez"],
        ["stop"] = ["STOP", "ya no me escriban", "no me escriban más", "BAJA"],
        ["later"] = ["y otra cosa", "¿quién es?", "mmm"],
        ["move"] = ["¿puedo cambiar la cita?", "necesito cambiar mi cita para otro día", "quiero reagendar"],
        ["cancel"] = ["mejor cancela mi cita", "quiero cancelar la cita", "cancela la cita por favor"],
        ["more"] = ["perdón, sí puedo {v} al mes", "pensándolo bien puedo pagar {v} dólares al mes"],
        ["newEmail"] = ["perdón, mi correo es {v}", "me equivoqué, el correo es {v}"],
    };

    private static readonly Dictionary<string, string[]> English = new(StringComparer.Ordinal)
    {
        ["open"] = ["Hello", "Hi there", "hi, I saw your ad", "Hello, I'd like more information", "good afternoon"],
        ["name"] = ["{v}", "I'm {v}", "my name is {v}", "this is {v}"],
        ["intro"] = ["I'm {v}", "my name is {v}"],
        ["business"] = ["I have a bakery", "I own an auto repair shop", "we run a flower shop", "I have a beauty salon", "I run a restaurant", "a cleaning company", "I have a furniture store"],
        ["problem"] = ["I don't get enough customers", "hardly anybody calls", "sales are down a lot", "I spend on ads and see no results", "it's hard to find new customers"],
        ["goal"] = ["I want more customers", "fill the calendar", "double our sales", "I'd like to open another location", "get 30 new customers", "I want to grow"],
        ["budget"] = ["about {v} a month", "{v} dollars", "{v}", "I can do {v} per month", "${v}"],
        ["email"] = ["{v}", "my email is {v}", "it's {v}", "sure, {v}"],
        ["treatment"] = ["a cleaning", "I want braces", "teeth whitening", "my tooth hurts", "I need an implant"],
        ["insurance"] = ["no insurance", "Cigna", "I have Delta Dental", "Medicaid", "I don't have insurance"],
        ["number"] = ["{v}", "number {v}", "option {v}", "{v} please"],
        ["ordinal"] = ["the first one", "the second one", "the third one", "the fourth one", "the fifth one"],
        ["yes"] = ["yes", "yes please", "sure"],
        ["thanks"] = ["thanks", "thank you so much", "great, thanks"],
        ["price"] = ["how much is it?", "what's the price", "how much do you charge?"],
        ["confused"] = ["I don't understand", "what do you mean?", "sorry, what?"],
        ["tangent"] = ["it's been a busy day here", "lovely weather today 😊", "I'm running around haha", "my kid is here with me"],
        ["insult"] = ["you are thieves", "what a useless bot", "this is garbage", "how stupid"],
        ["stop"] = ["STOP", "stop texting me", "unsubscribe", "don't text me again"],
        ["later"] = ["one more thing", "who is this?", "hmm"],
        ["move"] = ["can I change the appointment?", "I need to reschedule", "I need to move my appointment to another day"],
        ["cancel"] = ["please cancel my appointment", "I want to cancel the appointment", "cancel the appointment please"],
        ["more"] = ["sorry, I can do {v} a month", "on second thought I can pay {v} dollars a month"],
        ["newEmail"] = ["sorry, my email is {v}", "I made a mistake, the email is {v}"],
    };

    /// <summary>Both languages in one sentence, where people do that.</summary>
    private static readonly Dictionary<string, string[]> Mixed = new(StringComparer.Ordinal)
    {
        ["open"] = ["Hola, I saw your ad", "Hi, quiero info", "hey buenas tardes"],
        ["name"] = ["soy {v}, nice to meet you", "my name es {v}", "hola soy {v}"],
        ["intro"] = ["soy {v}"],
        ["business"] = ["tengo un food truck", "tengo una compañía de landscaping", "tengo un shop de carros", "I have una panadería"],
        ["problem"] = ["no me llegan clients", "los leads no contestan", "casi no tengo customers", "my sales están muy bajas"],
        ["goal"] = ["quiero más customers", "necesito más leads cada mes", "quiero crecer mi business"],
        ["budget"] = ["like {v} al mes", "como {v} bucks al mes", "{v} dollars al mes"],
        ["email"] = ["my email es {v}", "el email es {v}", "{v}"],
        ["thanks"] = ["ok thanks, nos vemos", "thank you, gracias"],
    };

    public static string Pick(string what, Person person, Random chance, string? value = null)
    {
        var pool = person.Mixes && Mixed.TryGetValue(what, out var mixed) ? mixed : (person.Language == "en" ? English : Spanish)[what];
        return pool[chance.Next(pool.Length)].Replace("{v}", value, StringComparison.Ordinal);
    }

    public static string Ordinal(int number, Person person) => (person.Language == "en" ? English : Spanish)["ordinal"][number - 1];
}
