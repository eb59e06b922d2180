using System.Text.RegularExpressions;

namespace OutletBot.Agent;

/// <summary>Finds amounts and numbers that are spelt out, which no figure shows.</summary>
internal static partial class SpelledNumbers
{
    private const string Number =
        @"(un|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|cero|diez|once|doce|trece|catorce|quince|dieci\w+|veint\w+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|\w+cientos|quinientos|mil|millon(es)?"
        + @"|one|two|three|four|five|six|seven|eight|nine|zero|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)";

    /// <summary>Whether a plain text spells out a price, a percentage or a number of several digits.</summary>
    public static bool StatesAmount(string plain, bool isPrice) =>
        Amount().IsMatch(plain) || Digits().IsMatch(plain) || (isPrice && Large().IsMatch(plain)) || UnknownAmount().IsMatch(plain);

    [GeneratedRegex(@"\b" + Number + @"([\s-]+(y[\s-]+|and[\s-]+)?" + Number + @")*[\s-]+(de[\s-]+)?(dolar(es)?|dollars?|bucks|pesos?|euros?|usd|varos|por ?ciento|percent)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Amount();

    // A telephone number, digit by digit.
    [GeneratedRegex(@"\b" + Number + @"([\s,-]+" + Number + @"){3,}\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\b(diez|quince|veint\w+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|\w+cientos|quinientos|mil|ten|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Large();

    // A currency after a word that is neither a figure nor asks for one: the amount is written in some other way.
    [GeneratedRegex(@"(?<!\b(en|in|cuantos|many|much|us|of|los|the|sus|your|tus|o|or|y|and|de|a))(?<=\p{L})\s+(dolares|dollars|bucks|euros)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex UnknownAmount();
}
