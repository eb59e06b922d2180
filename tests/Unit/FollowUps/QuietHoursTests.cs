using CsCheck;
using NodaTime;
using OutletBot.FollowUps;

namespace OutletBot.Unit.FollowUps;

public sealed class QuietHoursTests
{
    private static readonly string[] ZoneIds = ["America/Chicago", "America/Mexico_City", "Europe/Madrid", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kathmandu", "Africa/Cairo"];

    private static readonly Gen<string> Windows = Gen.Select(Gen.Int[0, 95], Gen.Int[1, 60]).Array[0, 3]
        .Select(windows => string.Join(", ", windows.Select(w => $"{Clock(w.Item1)}-{Clock((w.Item1 + w.Item2) % 96)}")));

    private static readonly Gen<string> Zones = Gen.Int[0, ZoneIds.Length - 1].Select(i => ZoneIds[i]);

    private static readonly Gen<DateTimeOffset> Moments = Gen.Long[0, 365L * 24 * 3600 * 3].Select(s => new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(s));

    [Theory]
    [InlineData("21:00-08:00", "2026-11-23T21:00-06:00", "2026-11-24T08:00-06:00")]
    [InlineData("21:00-08:00", "2026-11-24T07:59-06:00", "2026-11-24T08:00-06:00")]
    [InlineData("21:00-08:00", "2026-11-24T08:00-06:00", "2026-11-24T08:00-06:00")]
    [InlineData("21:00-08:00, 13:00-15:00", "2026-11-24T14:00-06:00", "2026-11-24T15:00-06:00")]
    [InlineData("21:00-08:00, 08:00-09:30", "2026-11-23T23:00-06:00", "2026-11-24T09:30-06:00")]
    [InlineData("22:00-00:00", "2026-11-23T23:00-06:00", "2026-11-24T00:00-06:00")]
    [InlineData("", "2026-11-24T03:00-06:00", "2026-11-24T03:00-06:00")]
    // Clocks go forward at 2:00 on 8 March 2026 and back at 2:00 on 1 November 2026.
    [InlineData("21:00-08:00", "2026-03-07T23:00-06:00", "2026-03-08T08:00-05:00")]
    [InlineData("21:00-08:00", "2026-10-31T23:00-05:00", "2026-11-01T08:00-06:00")]
    [InlineData("21:00-02:30", "2026-03-07T23:00-06:00", "2026-03-08T03:00-05:00")]
    [InlineData("21:00-01:30", "2026-11-01T01:15-06:00", "2026-11-01T01:30-06:00")]
    [InlineData("01:30-02:30", "2026-11-01T01:45-05:00", "2026-11-01T01:00-06:00")]
    public void What_falls_into_a_window_moves_to_its_end_by_the_locations_clocks(string windows, string at, string end) =>
        Read(windows).EndFrom(Moment(at), Zone("America/Chicago")).ShouldBe(Moment(end));

    [Theory]
    [InlineData("21:00-08:00", "2026-11-23T12:00-06:00", "2026-11-23T21:00-06:00")]
    [InlineData("21:00-08:00, 13:00-15:00", "2026-11-23T12:00-06:00", "2026-11-23T13:00-06:00")]
    [InlineData("08:00-11:00", "2026-11-23T12:00-06:00", "2026-11-24T08:00-06:00")]
    [InlineData("21:00-01:30", "2026-11-01T01:45-05:00", "2026-11-01T01:00-06:00")]
    public void The_next_window_is_found(string windows, string at, string start) =>
        Read(windows).NextStart(Moment(at), Zone("America/Chicago")).ShouldBe(Moment(start));

    [Theory]
    [InlineData("21-8")]
    [InlineData("21:00")]
    [InlineData("25:00-08:00")]
    [InlineData("21:00-21:00")]
    [InlineData("00:00-12:00, 12:00-00:00")]
    public void What_is_no_window_or_leaves_no_free_minute_is_refused(string windows) => QuietHours.TryParse(windows, out _).ShouldBeFalse();

    [Fact]
    public void The_end_is_free_and_everything_before_it_is_not_in_any_zone() =>
        Gen.Select(Windows, Zones, Moments).Sample((windows, zoneId, moment) =>
        {
            if (!QuietHours.TryParse(windows, out var quiet)) return;
            var (at, zone) = (Instant.FromDateTimeOffset(moment), Zone(zoneId));

            var end = quiet.EndFrom(at, zone);

            IsQuiet(windows, zoneId, end).ShouldBeFalse($"{windows} {zoneId} {moment:O}");
            for (var before = at; before < end; before += Duration.FromMinutes(5)) IsQuiet(windows, zoneId, before).ShouldBeTrue($"{windows} {zoneId} {moment:O} {before}");
        }, iter: 3_000);

    [Fact]
    public void Until_the_next_window_everything_is_free_in_any_zone() =>
        Gen.Select(Windows, Zones, Moments).Sample((windows, zoneId, moment) =>
        {
            if (!QuietHours.TryParse(windows, out var quiet)) return;
            var zone = Zone(zoneId);
            var at = quiet.EndFrom(Instant.FromDateTimeOffset(moment), zone);

            var next = quiet.NextStart(at, zone);

            if (next is { } start) IsQuiet(windows, zoneId, start).ShouldBeTrue($"{windows} {zoneId} {moment:O}");
            else windows.ShouldBe("");
            for (var before = at; before < (next ?? at); before += Duration.FromMinutes(5)) IsQuiet(windows, zoneId, before).ShouldBeFalse($"{windows} {zoneId} {moment:O} {before}");
        }, iter: 1_000);

    private static QuietHours Read(string windows) => QuietHours.TryParse(windows, out var quiet) ? quiet : throw new FormatException(windows);

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    private static Instant Moment(string text) => Instant.FromDateTimeOffset(DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture));

    private static string Clock(int quarter) => $"{quarter / 4:00}:{quarter % 4 * 15:00}";

    /// <summary>The same, told by the clock on the wall alone.</summary>
    public static bool IsQuiet(string windows, string zone, Instant at)
    {
        var clock = at.InZone(Zone(zone)).TimeOfDay.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return windows.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split('-'))
            .Any(w => string.CompareOrdinal(w[0], w[1]) < 0
                ? string.CompareOrdinal(clock, w[0]) >= 0 && string.CompareOrdinal(clock, w[1]) < 0
                : string.CompareOrdinal(clock, w[0]) >= 0 || string.CompareOrdinal(clock, w[1]) < 0);
    }
}
