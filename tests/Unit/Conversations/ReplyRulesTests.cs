using CsCheck;
using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Playbooks;
using OutletBot.Unit.Playbooks;

namespace OutletBot.Unit.Conversations;

/// <summary>The rules that every reply keeps, whatever leads write in their own words, in both languages.</summary>
public sealed class ReplyRulesTests
{
    private const string Facts = """
        ## Precios y planes
        El plan inicial es de 450 dólares al mes e incluye campañas, anuncios y seguimiento de cada cliente. ¿Y si quiero más? Hay planes de 900 y de 1500 dólares al mes para los negocios que ya tienen ventas, con reportes cada semana, una persona que los acompaña y una llamada cada quince días con el equipo para revisar los resultados y lo que sigue.

        ## Ubicación
        Estamos en Houston, Texas. ¿Cómo nos encuentras? Atendemos a todo el país por teléfono y por videollamada.

        ## Garantía
        Si en 60 días no hay clientes nuevos trabajamos sin costo hasta que los haya.

        ## Prices and plans
        The first plan is 450 dollars a month and it comes with campaigns, ads and follow up of every customer. What if I want more? There are plans of 900 and of 1500 dollars a month for the businesses that have sales, with a report every week, a person who goes with them and a call every two weeks with the team to look at the results and at what comes next.

        ## Where we are
        We are in Houston, Texas, and we serve the whole country by phone and by video call.
        """;

    private static readonly string[] Spanish =
    [
        "hola", "soy Carlos", "tengo un taller mecánico", "me faltan clientes", "quiero vender más", "unos 500 al mes", "100 dólares", "carlos@example.com", "5000 pesos mexicanos",
        "¿cuánto cuesta y dónde están?", "¿eres un robot?", "¿dan garantía, cuánto tardan y qué servicios ofrecen?", "¿aceptan mascotas?", "mándame info", "eres un idiota", "jajaja", "ya te lo dije",
        "el 1", "el 2", "la que sea", "ninguno me queda", "el sábado a las 3 de la madrugada", "sí", "no", "gracias", "quiero cambiar mi cita", "cancela mi cita", "no me interesa", "quiero hablar con una persona", "ok", "mmm",
    ];

    private static readonly string[] English =
    [
        "hello", "I'm Carlos", "I have a repair shop", "I don't get enough customers", "I want to sell more", "about 500 a month", "100 dollars", "carlos@example.com", "5000 mexican pesos a month",
        "how much is it and where are you?", "are you a robot?", "do you have a guarantee, how long does it take and what do you do?", "do you take pets?", "send me more information please", "you are an idiot", "haha lol", "I already told you",
        "the first one works", "the second one", "any of them works for me", "none of those work", "what about saturday at 3 am", "yes", "no", "thanks", "I need to change my appointment", "cancel my appointment", "I'm not interested", "I want to talk to a person", "ok", "hmm",
    ];

    // What answers the questions of the other playbooks that ship.
    private static readonly string[] Patient = ["una limpieza", "me duele una muela", "no tengo seguro", "Delta Dental", "¿aceptan mi seguro y duele?"];

    private static readonly string[] EnglishPatient = ["a cleaning please", "my tooth hurts really bad", "I don't have insurance", "Delta Dental", "do you take my insurance and does it hurt?"];

    public static TheoryData<string, string> Spoken => [.. PlaybookSource.BuiltIns.SelectMany(playbook => Playbook.Languages.Select(language => (playbook, language)))];

    [Theory, MemberData(nameof(Spoken))]
    public void Every_reply_asks_one_question_at_most_is_short_and_in_the_leads_language(string playbook, string language) => Play(playbook, language, (talk, _) =>
    {
        foreach (var reply in talk.Replies.Where(r => r.Length > 0))
        {
            var words = string.Join(' ', reply.Split('\n').Where(line => !char.IsAsciiDigit(line.FirstOrDefault('x'))));
            reply.Count(c => c == '?').ShouldBeLessThanOrEqualTo(1, reply);
            words.Length.ShouldBeLessThanOrEqualTo(500, reply);
            Tongue.Speaks(words, language).ShouldBeTrue(reply);
            reply.ShouldNotContain("{");
        }
    });

    [Theory, MemberData(nameof(Spoken))]
    public void No_question_is_asked_a_third_time_in_the_same_words(string playbook, string language) => Play(playbook, language, (talk, begun) =>
        talk.Replies.Skip(begun)
            .Select(Questions.In).OfType<string>().GroupBy(question => question).ShouldAllBe(asked => asked.Count() <= 2, string.Join('\n', talk.Replies)));

    /// <summary>
    /// Plays random histories, and hands over each with the number of replies before its last beginning: who comes back after days, or has
    /// an appointment and wants another, is asked anew.
    /// </summary>
    private static void Play(string playbook, string language, Action<Talk, int> holds)
    {
        string[] pool = language == "es" ? [.. Spanish, .. Patient] : [.. English, .. EnglishPatient];
        string[] kinds = ["audio", "image", "sticker", "location"];
        Gen.Select(Gen.Int[0, pool.Length - 1], Gen.Int[0, 30]).Array[1, 20].Hold(
            history =>
            {
                var talk = new Talk { Location = Samples.Location(playbook) with { BusinessFacts = Facts, Language = language } };
                var begun = 0;
                talk.Lead(pool[0]);
                foreach (var (message, e) in history)
                {
                    if (e == 0)
                    {
                        talk.Now = talk.Now.AddDays(5);
                        begun = talk.Replies.Count;
                    }

                    if (e is 1 && talk.State.Stage is not (Stage.HandedOff or Stage.OptedOut)) talk.Sends(kinds[message % kinds.Length]);
                    if (talk.State.Stage == Stage.HandedOff) break;
                    var appointment = talk.State.Appointment;
                    talk.Lead(pool[message]);
                    if (talk.State.Appointment != appointment) begun = talk.Replies.Count;
                }

                holds(talk, begun);
            },
            many: 500);
    }
}
