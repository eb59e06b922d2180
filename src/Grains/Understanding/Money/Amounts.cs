using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>Finds every amount in a message.</summary>
internal static class Amounts
{
    private static readonly FrozenDictionary<string, string> Currencies = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["$"] = "USD",
        ["usd"] = "USD",
        ["us"] = "USD",
        ["dolares"] = "USD",
        ["dolar"] = "USD",
        ["dollars"] = "USD",
        ["dollar"] = "USD",
        ["dlls"] = "USD",
        ["dls"] = "USD",
        ["dllrs"] = "USD",
        ["dolars"] = "USD",
        ["dolarez"] = "USD",
        ["dolaritos"] = "USD",
        ["bucks"] = "USD",
        ["verdes"] = "USD",
        ["€"] = "EUR",
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["eur"] = "EUR",
        ["£"] = "GBP",
        ["pounds"] = "GBP",
        ["libras"] = "GBP",
        ["gbp"] = "GBP",
        ["mxn"] = "MXN",
        ["mx"] = "MXN",
        ["mn"] = "MXN",
        ["varos"] = "MXN",
        ["pesos"] = "pesos",
        ["peso"] = "pesos",
        ["pesitos"] = "pesos",
        ["cop"] = "COP",
        ["clp"] = "CLP",
        ["ars"] = "ARS",
        ["lucas"] = "lucas",
        ["soles"] = "PEN",
        ["pen"] = "PEN",
        ["quetzales"] = "GTQ",
        ["lempiras"] = "HNL",
        ["colones"] = "CRC",
        ["cordobas"] = "NIO",
        ["bolivares"] = "VES",
        ["bolivianos"] = "BOB",
        ["guaranies"] = "PYG",
        ["reales"] = "BRL",
        ["reais"] = "BRL",
        ["cad"] = "CAD",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly (decimal PerMonth, Phrases Phrases)[] Periods =
    [
        (1, new("(al|por|a|per|the|x|cada|every|each|este|the) (mes|month|mo|mesecito)", "(mensual*|monthly|mensuaes)", "/ (mes|month|mo|m)", "(de|a) (manera|forma) mensual",
            "todos los meses", "a month")),
        (52m / 12, new("(a|por|per|each|every|cada|x) la? (semana|week|sem|wk|semanita)", "(semanal|semanales|semanalmente|weekly)", "/ (semana|week|sem|wk|w)", "todas las semanas")),
        (26m / 12, new("cada (dos|#) (semanas|weeks)", "every (two|#|other) (weeks|week)", "(biweekly|bisemanal)")),
        (2, new("(quincenal|quincenales|quincenalmente)", "(a|por|cada|x) la? quincena", "cada (quince|#) dias", "/ quincena")),
        (365m / 12, new("(al|por|per|a|cada|each|every|x) (dia|day)", "(diario|diarios|diarias|diariamente|daily)", "/ (dia|day|d)", "todos los dias")),
        (1m / 12, new("(al|por|per|a|cada|each|every|x) (ano|year|yr)", "(anual|anuales|anualmente|yearly|annually|annual)", "/ (ano|year|yr)")),
        (1m / 3, new("(trimestral|trimestrales|quarterly)", "(al|por|cada|a|per) (trimestre|quarter)")),
        (1m / 6, new("(semestral|semestrales)", "(al|por|cada) semestre")),
        (1m / 2, new("(bimestral|bimestrales)", "(cada|por) bimestre")),
    ];

    private static readonly Phrases Between = new("(a|o|u|or|to|y|and|hasta|-) (unos|como|about|maybe|hasta|maximo|$)? $?");
    private static readonly Phrases Opening = new("(entre|between)");
    private static readonly Phrases Loose = new("y (pico|algo|tantos|cacho)", "(mas|more) (o|or) (menos|less)", "(aprox|aproximadamente|approx|approximately|fijos|maximo|max|minimo|tops|netos|ish)", "o (algo|por) (asi|ahi)", "plus", "+");

    public static List<Amount> In(Message message)
    {
        var found = new List<Amount>();
        for (var i = 0; i < message.Count; i++)
        {
            if (NumberWords.At(message, i) is not { } said)
                continue;

            var amount = Whole(message, said);
            i = amount.Span.End - 1;
            found.Add(amount);
        }

        return found;
    }

    private static Amount Whole(Message message, SaidNumber said)
    {
        var start = said.Span.Start;
        var value = said.Value;
        var scaled = said.Scaled;
        var currency = Before(message, ref start);
        var end = said.Span.End;
        currency = After(message, ref end) ?? currency;
        var range = false;

        if (Between.At(message, end) is { } joint && joint.End < message.Count && NumberWords.At(message, joint.End) is { } upper && Joins(message, end, said, upper))
        {
            var from = joint.End;
            currency = Before(message, ref from) ?? currency;
            end = upper.Span.End;
            currency = After(message, ref end) ?? currency;
            var low = upper.Scaled && !scaled && value < 100 && upper.Value >= 1000 ? value * 1000 : value;
            value = Math.Max(low, upper.Value);
            (range, scaled) = (true, scaled || upper.Scaled);
        }

        if (Loose.At(message, end) is { } loose && message[end].Before <= Gap.Space)
            end = loose.End;

        var early = end;
        currency = After(message, ref early) ?? currency;
        end = early;
        decimal? perMonth = null;
        foreach (var (factor, phrases) in Periods)
        {
            if (perMonth is null && end < message.Count && message[end].Before <= Gap.Comma && phrases.At(message, end) is { } period)
            {
                (perMonth, end) = (factor, period.End);
                currency = After(message, ref end) ?? currency;
            }
        }

        return new(value, new(start, end), currency, perMonth, range, scaled);
    }

    /// <summary>"400 a 600" is a range, "3 a 10" after "de" too; "5 o el 6" and "a las 3 y 15" are not.</summary>
    private static bool Joins(Message message, int at, SaidNumber low, SaidNumber high)
    {
        var word = message[at].Text;
        if (word is "y" or "and")
            return Opening.Find(message, Math.Max(0, low.Span.Start - 3), low.Span.Start) is not null;

        if (word is "-" && (message[at].Before == Gap.None) && high.Value > 999_999)
            return false;

        return high.Value > low.Value || (high.Scaled && !low.Scaled) || word is "o" or "or";
    }

    private static string? Before(Message message, ref int start)
    {
        string? found = null;
        for (var back = 0; back < 2 && start > 0 && message[start].Before <= Gap.Space; back++)
        {
            if (message[start - 1].Text is "us" or "mx" && message[start].Text is not "$")
                break;
            if (!Currencies.TryGetValue(message[start - 1].Text, out var currency))
                break;

            found = found is null or "USD" ? currency : found;
            start--;
        }

        return found;
    }

    private static string? After(Message message, ref int end)
    {
        string? found = null;
        while (end < message.Count && message[end].Before <= Gap.Space)
        {
            var at = end;
            if (message[at].Text is "de" && at + 1 < message.Count && Currencies.ContainsKey(message[at + 1].Text))
                at++;
            if (!Currencies.TryGetValue(message[at].Text, out var currency))
            {
                if (found is not "pesos" || message[at].Text is not ("mexicanos" or "colombianos" or "argentinos" or "chilenos" or "dominicanos"))
                    break;
                currency = message[at].Text switch { "mexicanos" => "MXN", "colombianos" => "COP", "argentinos" => "ARS", "chilenos" => "CLP", _ => "DOP" };
            }

            found = currency;
            end = at + 1;
        }

        return found;
    }
}
