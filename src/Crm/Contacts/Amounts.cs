using System.Globalization;
using System.Text.RegularExpressions;

namespace OutletBot.Crm.Contacts;

/// <summary>Amounts as they stand in custom fields: <c>500</c>, <c>$1,200</c>, <c>1.500</c>, <c>2.5k</c>.</summary>
internal static partial class Amounts
{
    /// <summary>The amount, or null when the text holds none or more than one.</summary>
    public static decimal? Read(string? text)
    {
        if (text is null || Number().Matches(text) is not [{ } only])
            return null;
        var digits = only.Groups["digits"].Value;
        var last = digits.LastIndexOfAny([',', '.']);
        // A separator before exactly three digits groups thousands, whichever it is.
        var plain = last >= 0 && digits.Length - last - 1 is 1 or 2 ? $"{Digits(digits[..last])}.{digits[(last + 1)..]}" : Digits(digits);
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount * (only.Groups["thousand"].Success ? 1000 : 1)
            : null;
    }

    private static string Digits(string text) => text.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<!\d)(?<digits>\d+(?:[.,]\d+)*)\s*(?<thousand>k|mil)?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Number();
}
