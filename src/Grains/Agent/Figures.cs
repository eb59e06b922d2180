using System.Globalization;
using System.Text.RegularExpressions;

namespace OutletBot.Agent;

/// <summary>A number found in a text.</summary>
/// <param name="Value">Its value, thousands written as "k" or "mil" multiplied out.</param>
/// <param name="IsMoney">Whether a currency stands beside it.</param>
/// <param name="IsPercent">Whether it is a percentage.</param>
internal readonly record struct Figure(decimal Value, bool IsMoney, bool IsPercent);

/// <summary>Finds the numbers that a text states in digits.</summary>
internal static partial class Figures
{
    public static IEnumerable<Figure> In(string text)
    {
        foreach (Match match in Number().Matches(Words.Plain(text)))
        {
            if (ValueOf(match.Groups["n"].Value.TrimEnd('.', ',')) is not { } value)
                continue;

            var unit = match.Groups["unit"].Value;
            yield return new(
                match.Groups["thousand"].Success ? value * 1000 : value,
                match.Groups["sign"].Success || (unit.Length > 0 && !IsPercent(unit)),
                IsPercent(unit));
        }
    }

    private static bool IsPercent(string unit) => unit is "%" or "por ciento" or "porciento" or "percent" or "off";

    // "1,200" and "1.200" are thousands; "2.5" and "2,5" are not.
    private static decimal? ValueOf(string digits) =>
        decimal.TryParse(
            Thousands().IsMatch(digits) ? digits.Replace(",", "").Replace(".", "") : digits.Replace(',', '.'),
            NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"(?<sign>[$€£]|\busd?\s?\$?)?\s?(?<n>\d[\d.,]{0,14})\s?(?<thousand>(k|mil)\b)?\s?(?<unit>%|por ?ciento\b|percent\b|off\b|usd\b|dolares\b|dolar\b|dollars?\b|bucks\b|pesos\b|euros?\b|mxn\b|varos\b)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\d{1,3}([.,]\d{3})+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Thousands();
}
