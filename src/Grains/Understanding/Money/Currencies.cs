using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>
/// The currencies that people name. Slang for money in general ("varos", "bolas") says no currency: we ask in dollars, and in dollars it is taken.
/// </summary>
internal static class Currencies
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["$"] = "USD",
        ["usd"] = "USD",
        ["us"] = "USD",
        ["dlls"] = "USD",
        ["dls"] = "USD",
        ["dlrs"] = "USD",
        ["dllrs"] = "USD",
        ["dlares"] = "USD",
        ["dolares"] = "USD",
        ["bucks"] = "USD",
        ["verdes"] = "USD",
        ["gringos"] = "USD",
        ["varos"] = "USD",
        ["baros"] = "USD",
        ["bolas"] = "USD",
        ["pavos"] = "USD",
        ["billetes"] = "USD",
        ["lana"] = "USD",
        ["plata"] = "USD",
        ["feria"] = "USD",
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
        ["pesos"] = "pesos",
        ["peso"] = "pesos",
        ["pesitos"] = "pesos",
        ["cop"] = "COP",
        ["clp"] = "CLP",
        ["ars"] = "ARS",
        ["dop"] = "DOP",
        ["rd"] = "DOP",
        ["lucas"] = "lucas",
        ["soles"] = "PEN",
        ["pen"] = "PEN",
        ["quetzales"] = "GTQ",
        ["quetzal"] = "GTQ",
        ["gtq"] = "GTQ",
        ["lempiras"] = "HNL",
        ["lempira"] = "HNL",
        ["colones"] = "CRC",
        ["colon"] = "CRC",
        ["crc"] = "CRC",
        ["cordobas"] = "NIO",
        ["bolivares"] = "VES",
        ["bolivianos"] = "BOB",
        ["guaranies"] = "PYG",
        ["reales"] = "BRL",
        ["reais"] = "BRL",
        ["cad"] = "CAD",
        ["yenes"] = "JPY",
        ["yen"] = "JPY",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Currencies that mean money even where no number stands beside them.</summary>
    private static readonly FrozenSet<string> Unmistakable = "usd dlls dls dllrs dolares pesos peso pesitos mxn euro euros soles quetzales lempiras colones cordobas bolivares bolivianos guaranies cop clp ars bucks".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly Phrases Converting = new("(cuanto|how much|equivale|equivalente|conversion|convertir|convertido|cambio|convert|exchange|tipo)", "no se");

    /// <summary>The currency that a token names, null when none.</summary>
    public static string? Of(Token token) => Names.GetValueOrDefault(token.Text) ?? (IsDollar(token.Text) ? "USD" : null);

    /// <summary>The currency right before a token; the start moves to it.</summary>
    public static string? Before(Message message, ref int start)
    {
        string? found = null;
        for (var back = 0; back < 2 && start > 0 && message[start].Before <= Gap.Space; back++)
        {
            if (message[start - 1].Text is "us" or "mx" && message[start].Text is not "$")
                break;
            if (Of(message[start - 1]) is not { } currency)
                break;

            found = found is null or "USD" ? currency : found;
            start--;
        }

        return found;
    }

    /// <summary>The currency right behind an amount, with its country; the end moves past it.</summary>
    public static string? After(Message message, ref int end)
    {
        string? found = null;
        while (end < message.Count && message[end].Before <= Gap.Space)
        {
            var at = end;
            if (message[at].Text is "de" or "en" && at + 1 < message.Count && Of(message[at + 1]) is not null)
                at++;
            var currency = Of(message[at]);
            if (currency is null && found is not null)
                currency = Country(message[at].Text, found);
            if (currency is null)
                break;

            found = currency;
            end = at + 1;
        }

        return found;
    }

    /// <summary>The last currency that stands by itself between two places: "600, pero pesos", "soles, unos 1500". Not one that is turned down, asked about or converted into.</summary>
    public static string? Loose(Message message, IReadOnlyList<Amount> amounts, int from, int to)
    {
        for (var i = Math.Min(to, message.Count) - 1; i >= from; i--)
        {
            if ((!Unmistakable.Contains(message[i].Text) && !IsDollar(message[i].Text)) || amounts.Any(amount => amount.Span.Start <= i && i < amount.Span.End))
                continue;

            var denied = (message[i].Before <= Gap.Space && (message.Is(i - 1, "no") || message.Is(i - 1, "not"))) || (message.Is(i + 1, "no") && message[i + 1].Before <= Gap.Space);
            if (!denied && !message.Asks(i) && !Converting.In(message, Math.Max(from, i - 5), i))
                return i + 1 < message.Count && Country(message[i + 1].Text, Of(message[i])!) is { } country ? country : Of(message[i]);
        }

        return null;
    }

    private static string? Country(string text, string currency) => text switch
    {
        "mexicanos" or "mexas" => "MXN",
        "colombianos" => "COP",
        "argentinos" => "ARS",
        "chilenos" => "CLP",
        "dominicanos" => "DOP",
        "uruguayos" => "UYU",
        "cubanos" => "CUP",
        "peruanos" => "PEN",
        "nacional" => "MXN",
        "gringos" or "americanos" or "usa" when currency is "USD" => "USD",
        "canadienses" => "CAD",
        _ => null,
    };

    private static bool IsDollar(string text) =>
        text.StartsWith("dolar", StringComparison.Ordinal) || text.StartsWith("dollar", StringComparison.Ordinal) || text.StartsWith("dollr", StringComparison.Ordinal)
        || (text.Length is > 5 and < 9 && text[0] == 'd' && (Spelling.Distance(text, "dolares") <= 1 || Spelling.Distance(text, "dollars") <= 1));
}
