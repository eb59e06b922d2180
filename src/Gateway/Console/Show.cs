using System.Globalization;
using OutletBot.ReadModel;

namespace OutletBot.Gateway.Console;

/// <summary>How values are written on pages.</summary>
internal static class Show
{
    private const string Nothing = "-";

    public static string Time(DateTimeOffset? time) => time?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? Nothing;

    public static string FollowUp(ConversationRow row) => row.FollowUpAt is null ? Nothing : row.FollowUpKind switch
    {
        "Nudge" => $"asks again, {Time(row.FollowUpAt)}",
        "Reminder" => $"reminds of the appointment, {Time(row.FollowUpAt)}",
        "NoShow" => $"offers another time, {Time(row.FollowUpAt)}",
        _ => $"being sent since {Time(row.FollowUpAt)}",
    };

    public static string Dollars(decimal? amount) => amount?.ToString("'$'#,0.##", CultureInfo.InvariantCulture) ?? Nothing;

    public static string Cost(decimal? amount) => amount?.ToString("'$'0.0000", CultureInfo.InvariantCulture) ?? Nothing;

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
