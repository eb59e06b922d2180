using System.Globalization;
using OutletBot.Simulator.Crm;
using OutletBot.Simulator.Ledger;

namespace OutletBot.Simulator.Ghl;

/// <summary>Appointments; the world's lock serialises bookings, so a slot is given once.</summary>
internal static class AppointmentsApi
{
    private static readonly string[] Required = ["calendarId", "locationId", "contactId", "startTime"];

    public static Answer Create(GhlCall call)
    {
        var missing = Required.Where(name => string.IsNullOrEmpty(call.Body.Text(name))).ToList();
        if (missing.Count > 0)
            return Refusals.Unprocessable([.. missing.Select(name => $"{name} should not be empty")]);
        if (!Time(call, "startTime", out var start))
            return Refusals.Unprocessable("startTime must be a valid ISO 8601 date string");
        if (ContactsApi.Find(call) is not { } contact)
            return Refusals.NoContact(call.ContactId);

        var (calendar, location) = (call.Body.Text("calendarId")!, call.World.Location(call.Body.Text("locationId")));
        if (!call.Body.Flag("ignoreFreeSlotValidation") && !Openings.IsFree(call.World, calendar, location, start))
            return Refused(call, contact, start);

        var end = Time(call, "endTime", out var given) ? given : start + location.SlotInterval;
        var appointment = new SimAppointment(call.World.Ids.Next(), calendar, location.Id, contact.Id, start, end, call.World.Now);
        Fill(call, appointment);
        call.World.Add(appointment);
        Ledger(call, "booking", appointment);
        return Answer.Ok(Write(call, appointment));
    }

    public static Answer Get(GhlCall call) =>
        call.World.Appointment(call.Route("eventId")!) is { } found ? Answer.Ok(new { @event = Write(call, found) }) : Missing(call);

    public static Answer Update(GhlCall call)
    {
        if (call.World.Appointment(call.Route("eventId")!) is not { } found)
            return Missing(call);

        if (Time(call, "startTime", out var start) && start != found.Start)
        {
            var location = call.World.Location(found.LocationId);
            if (!call.Body.Flag("ignoreFreeSlotValidation") && !Openings.IsFree(call.World, found.CalendarId, location, start))
                return Refusals.Conflict();
            var length = found.End - found.Start;
            found.Start = start;
            found.End = Time(call, "endTime", out var end) ? end : start + length;
            Ledger(call, "reschedule", found);
        }

        var before = found.Status;
        Fill(call, found);
        if (before != found.Status)
            Ledger(call, found.TakesTime ? "appointment" : "cancel", found);
        found.DateUpdated = call.World.Now;
        call.World.Add(found);
        return Answer.Ok(Write(call, found));
    }

    public static Answer Delete(GhlCall call)
    {
        if (call.World.Appointment(call.Route("eventId")!) is not { } found)
            return Missing(call);
        call.World.RemoveAppointment(found);
        Ledger(call, "cancel", found);
        return Answer.Created(new { succeeded = true });
    }

    public static Answer List(GhlCall call)
    {
        if (!long.TryParse(call.Query("startTime"), CultureInfo.InvariantCulture, out var from) || !long.TryParse(call.Query("endTime"), CultureInfo.InvariantCulture, out var to) || call.NamedLocation() is not { } location)
            return Refusals.Unprocessable("locationId, startTime and endTime are required");
        if (call.Query("calendarId") is null && call.Query("userId") is null && call.Query("groupId") is null)
            return Refusals.Unprocessable("Either of calendarId, userId or groupId is required");
        return Answer.Ok(new
        {
            events = call.World.Appointments
                .Where(one => one.LocationId == location && (call.Query("calendarId") is not { } calendar || one.CalendarId == calendar))
                .Where(one => one.Start.ToUnixTimeMilliseconds() >= from && one.Start.ToUnixTimeMilliseconds() <= to)
                .OrderBy(one => one.Start)
                .Select(one => Write(call, one)),
        });
    }

    private static Answer Refused(GhlCall call, SimContact contact, DateTimeOffset start)
    {
        call.Http.RequestServices.GetRequiredService<EventLedger>()
            .Add("conflict", contact.LocationId, contact.Id, detail: start.ToString("O", CultureInfo.InvariantCulture), status: 400);
        return Refusals.Conflict();
    }

    private static Answer Missing(GhlCall call) => Refusals.Bad($"Appointment with id {call.Route("eventId")} not found");

    private static void Fill(GhlCall call, SimAppointment appointment)
    {
        appointment.Title = call.Body.Text("title") ?? appointment.Title ?? "Appointment";
        appointment.Status = call.Body.Text("appointmentStatus") ?? appointment.Status;
        appointment.AssignedUserId = call.Body.Text("assignedUserId") ?? appointment.AssignedUserId ?? "sim-user-1";
        appointment.Address = call.Body.Text("address") ?? appointment.Address;
    }

    private static bool Time(GhlCall call, string name, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(call.Body.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    private static object Write(GhlCall call, SimAppointment one)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(call.World.Location(one.LocationId).TimeZone);
        return new
        {
            id = one.Id,
            calendarId = one.CalendarId,
            locationId = one.LocationId,
            contactId = one.ContactId,
            startTime = Local(one.Start, zone),
            endTime = Local(one.End, zone),
            title = one.Title,
            meetingLocationType = "custom",
            appointmentStatus = one.Status,
            assignedUserId = one.AssignedUserId,
            address = one.Address,
            isRecurring = false,
            dateAdded = ContactBody.Stamp(one.DateAdded),
            dateUpdated = ContactBody.Stamp(one.DateUpdated),
        };
    }

    private static string Local(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static void Ledger(GhlCall call, string kind, SimAppointment one) =>
        call.Http.RequestServices.GetRequiredService<EventLedger>()
            .Add(kind, one.LocationId, one.ContactId, one.Id, one.Start.ToString("O", CultureInfo.InvariantCulture), "api", detail: one.CalendarId);
}
