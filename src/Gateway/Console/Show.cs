using System.Globalization;

namespace OutletBot.Gateway.Console;

/// <summary>How values are written on pages.</summary>
internal static class Show
{
    private const string Nothing = "-";

    public static string Time(DateTimeOffset? time) => time?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? Nothing;

    public static string Dollars(decimal? amount) => amount?.ToString("'$'#,0.##", CultureInfo.InvariantCulture) ?? Nothing;

    public static string Cost(decimal? amount) => amount?.ToString("'$'0.0000", CultureInfo.InvariantCulture) ?? Nothing;

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
