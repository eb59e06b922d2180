using System.Globalization;
using System.Text.Json.Nodes;
using OutletBot.Simulator.Crm;

namespace OutletBot.Simulator.Ghl;

/// <summary>Calendars and their free slots. Any calendar id exists; <c>cal-1</c> is the one that is listed.</summary>
internal static class CalendarsApi
{
    public static Answer List(GhlCall call) => Answer.Ok(new { calendars = new[] { Write(call, "cal-1") } });

    public static Answer Get(GhlCall call) => Answer.Ok(new { calendar = Write(call, call.Route("calendarId")!) });

    public static Answer FreeSlots(GhlCall call)
    {
        if (!long.TryParse(call.Query("startDate"), CultureInfo.InvariantCulture, out var from) || !long.TryParse(call.Query("endDate"), CultureInfo.InvariantCulture, out var to))
            return Refusals.Unprocessable("startDate must be a number", "endDate must be a number");

        var (start, end) = (DateTimeOffset.FromUnixTimeMilliseconds(from), DateTimeOffset.FromUnixTimeMilliseconds(to));
        if (end - start > TimeSpan.FromDays(31))
            return Refusals.Bad("Date range cannot be more than 31 days");

        var location = Owner(call, call.Route("calendarId")!);
        var name = call.Query("timezone") is { Length: > 0 } asked ? asked : location.TimeZone;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            return Refusals.Unprocessable("timezone is invalid");

        var days = new JsonObject();
        foreach (var slot in Openings.Free(call.World, call.Route("calendarId")!, location, start, end))
        {
            var local = TimeZoneInfo.ConvertTime(slot, zone);
            var day = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (days[day] is not JsonObject entry)
                days[day] = entry = new JsonObject { ["slots"] = new JsonArray() };
            entry["slots"]!.AsArray().Add(local.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        }

        return Answer.Ok(days);
    }

    private static SimLocation Owner(GhlCall call, string calendarId) => call.World.OwnerOf(calendarId) ?? call.World.Location(call.LocationId());

    private static int Minutes(GhlCall call, string calendarId) => (int)Owner(call, calendarId).SlotInterval.TotalMinutes;

    private static object Write(GhlCall call, string id) => new
    {
        id,
        locationId = Owner(call, id).Id,
        name = "Discovery call",
        isActive = true,
        calendarType = "round_robin",
        slotDuration = Minutes(call, id),
        slotDurationUnit = "mins",
        slotInterval = Minutes(call, id),
        slotIntervalUnit = "mins",
        slotBuffer = 0,
        appoinmentPerSlot = 1,
        autoConfirm = true,
        allowReschedule = true,
        allowCancellation = true,
        teamMembers = new[] { new { userId = "sim-user-1", priority = 0.5, isPrimary = true } },
        openHours = Enumerable.Range(1, 5).Select(day => new
        {
            daysOfTheWeek = new[] { day },
            hours = new[] { new { openHour = 9, openMinute = 0, closeHour = 17, closeMinute = 0 } },
        }),
    };
}
