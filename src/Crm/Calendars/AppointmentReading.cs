using System.Globalization;
using System.Text.Json;
using OutletBot.Crm.Wire;

namespace OutletBot.Crm.Calendars;

internal static class AppointmentReading
{
    /// <summary>The appointment, or null for one without id or start. A deleted one counts as cancelled.</summary>
    public static Appointment? Read(JsonElement item, TimeZoneInfo zone) =>
        item.Text("id") is { } id && item.Field("startTime")?.Time(zone) is { } start
            ? new Appointment(id, item.Text("calendarId") ?? "", start, item.Flag("deleted") ? "cancelled" : Status(item))
            : null;

    // GHL spells it appoinmentStatus in places.
    public static string Status(JsonElement item) =>
        (item.Text("appointmentStatus") ?? item.Text("appoinmentStatus") ?? item.Text("status") ?? "confirmed").ToLowerInvariant();

    /// <summary>Start times of all days. What is no day, as the trace id among them, is skipped.</summary>
    public static IEnumerable<DateTimeOffset> FreeSlots(JsonElement answer, TimeZoneInfo zone) =>
        answer.ValueKind != JsonValueKind.Object
            ? []
            : answer.EnumerateObject()
                .Where(day => DateOnly.TryParseExact(day.Name, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                .SelectMany(day => day.Value.Items("slots"))
                .Select(slot => slot.Time(zone))
                .OfType<DateTimeOffset>();

    /// <summary>The form in which GHL offers times.</summary>
    public static string Iso(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
