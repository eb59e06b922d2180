using System.Globalization;
using NodaTime;

namespace OutletBot.Conversations;

/// <summary>Times as the location's clocks show them, and as people write them.</summary>
internal static class LocalTimes
{
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es-MX");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static DateTimeZone Zone(string timeZone) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) ?? throw new ArgumentException($"'{timeZone}' is not a time zone of the IANA database.", nameof(timeZone));

    /// <summary>The same instant with the zone's offset at that instant, daylight saving included.</summary>
    public static DateTimeOffset In(DateTimeZone zone, DateTimeOffset time) =>
        Instant.FromDateTimeOffset(time).InZone(zone).ToDateTimeOffset();

    /// <summary><c>martes 24 de noviembre, 10:00 am</c> or <c>Tuesday, November 24, 10:00 am</c>.</summary>
    public static string Write(DateTimeOffset local, string language)
    {
        var hour = (local.Hour % 12 == 0 ? 12 : local.Hour % 12).ToString(CultureInfo.InvariantCulture);
        var clock = $"{hour}:{local.Minute:00} {(local.Hour < 12 ? "am" : "pm")}";
        return $"{WriteDay(local, language)}, {clock}";
    }

    /// <summary><c>martes 24 de noviembre</c> or <c>Tuesday, November 24</c>.</summary>
    public static string WriteDay(DateTimeOffset local, string language) =>
        language == "en" ? local.ToString("dddd, MMMM d", English) : local.ToString("dddd d 'de' MMMM", Spanish);

    /// <summary>The zone as people name it, by its city: <c>hora de Chicago</c>, <c>Chicago time</c>.</summary>
    public static string WriteZone(string timeZone, string language)
    {
        var city = timeZone[(timeZone.LastIndexOf('/') + 1)..].Replace('_', ' ');
        return language == "en" ? $"{city} time" : $"hora de {city}";
    }
}
