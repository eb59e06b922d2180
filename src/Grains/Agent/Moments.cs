using System.Globalization;
using System.Text.RegularExpressions;

namespace OutletBot.Agent;

/// <summary>Finds days, dates and clock times in a plain text and holds them against the times that code gave.</summary>
internal static partial class Moments
{
    private const string MonthNames =
        "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
        + "january|february|march|april|may|june|july|august|september|october|november|december";

    private static readonly string[] Hours = ["una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"];
    private static readonly string[] EnglishHours = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>
    /// The text without the moments that stand among the given times; null when it names any other.
    /// </summary>
    public static string? WithoutGiven(string plain, IReadOnlyList<DateTimeOffset> given, DateOnly today)
    {
        if (WeekdaysIn(plain).Any(day => given.All(time => time.DayOfWeek != day)) || Later().IsMatch(plain))
            return null;
        if (Tomorrow().IsMatch(plain) && given.All(time => DateOnly.FromDateTime(time.Date) != today.AddDays(1)))
            return null;

        var rest = plain;
        foreach (var (pattern, isGiven) in Checks)
        {
            if (pattern.Matches(rest).Any(match => !given.Any(time => isGiven(match, time))))
                return null;
            rest = pattern.Replace(rest, " ");
        }

        return rest;
    }

    public static IEnumerable<DayOfWeek> WeekdaysIn(string plain) => Weekday().Matches(plain).Select(match =>
    {
        var spanish = Array.FindIndex(SpokenTime.Weekdays, day => Words.Plain(day) == match.Value);
        return spanish >= 0 ? (DayOfWeek)spanish : Enum.Parse<DayOfWeek>(match.Value, ignoreCase: true);
    });

    private static readonly (Regex Pattern, Func<Match, DateTimeOffset, bool> IsGiven)[] Checks =
    [
        (Date(), (match, time) => int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture) == time.Day && MonthOf(match.Groups["m"].Value) == time.Month),
        (ShortDate(), (match, time) => Pair(match) is var (a, b) && ((a == time.Day && b == time.Month) || (a == time.Month && b == time.Day))),
        (Clock(), IsClock),
        (SaidClock(), IsClock),
    ];

    private static bool IsClock(Match match, DateTimeOffset time)
    {
        var said = match.Groups["h"].Value;
        if (!int.TryParse(said, CultureInfo.InvariantCulture, out var hour))
            hour = Math.Max(Array.IndexOf(Hours, said), Array.IndexOf(EnglishHours, said)) + 1;

        var minute = match.Groups["min"].Success ? int.Parse(match.Groups["min"].Value, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value;
        var hours = half.Length == 0 ? hour % 12 == time.Hour % 12 && (hour <= 12 || hour == time.Hour)
            : hour % 12 + (half[0] == 'p' ? 12 : 0) == time.Hour;
        return hours && minute == time.Minute;
    }

    private static (int A, int B) Pair(Match match) =>
        (int.Parse(match.Groups["a"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["b"].Value, CultureInfo.InvariantCulture));

    private static int MonthOf(string name) => (Array.IndexOf(MonthNames.Split('|'), name) % 12) + 1;

    [GeneratedRegex(@"\b(domingo|lunes|martes|miercoles|jueves|viernes|sabado|sunday|monday|tuesday|wednesday|thursday|friday|saturday)(?=s?\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\b(?<d>\d{1,2}) (de )?(?<m>" + MonthNames + @")\b|\b(?<m>" + MonthNames + @") (?<d>\d{1,2})(st|nd|rd|th)?\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b(?<a>\d{1,2})[/-](?<b>\d{1,2})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ShortDate();

    [GeneratedRegex(@"\b((a las?|at) )?(?<h>\d{1,2})((:|\.)(?<min>[0-5]\d)\s?((?<half>[ap])\.?\s?m\b\.?|h(rs?|oras?)?\b)?|\s?((?<half>[ap])\.?\s?m\b\.?|h(rs?|oras?)?\b|o'?clock\b))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(a las?|at) (?<h>\d{1,2}|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! (vez|veces|time|times|persona|personas|of|de los|cosas))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SaidClock();

    [GeneratedRegex(@"(?<!\b(la|las|por|toda|cada) )\bmanana\b|\btomorrow\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tomorrow();

    [GeneratedRegex(@"\b(la (proxima|otra|siguiente) semana|la semana (que viene|proxima)|next week|esta (noche|tarde)|tonight|this (afternoon|evening)|pasado manana|al mediodia|at noon|a medianoche|hoy (en la|por la|mismo|a las?)|today at|this week(end)?|el fin de semana|a primera hora|first thing|(en|dentro de) (una?|media|unos|unas|dos|tres|\d+) (horas?|minutos?)|in (an?|half an|a few|two|\d+) (hours?|minutes?)|a las? \w+ y (media|cuarto)|half past \w+)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Later();
}
