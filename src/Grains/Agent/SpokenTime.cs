using System.Globalization;

namespace OutletBot.Agent;

/// <summary>A time as people write it: <c>martes 24 de noviembre, 10:00 am</c>, <c>Tuesday, November 24, 10:00 am</c>.</summary>
internal static class SpokenTime
{
    public static readonly string[] Weekdays = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"];

    public static readonly string[] Months =
    [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ];

    public static string Of(DateTimeOffset time, string language)
    {
        var clock = time.ToString("h:mm", CultureInfo.InvariantCulture) + (time.Hour < 12 ? " am" : " pm");
        return language == "en"
            ? time.ToString("dddd, MMMM d", CultureInfo.InvariantCulture) + ", " + clock
            : $"{Weekdays[(int)time.DayOfWeek]} {time.Day} de {Months[time.Month - 1]}, {clock}";
    }
}
