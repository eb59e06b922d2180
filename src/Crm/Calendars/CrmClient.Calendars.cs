using OutletBot.Crm.Calendars;
using OutletBot.Crm.Traffic;
using OutletBot.Crm.Wire;

namespace OutletBot.Crm;

internal sealed partial class CrmClient
{
    private static readonly TimeSpan LongestRange = TimeSpan.FromDays(31);

    public Task<IReadOnlyList<DateTimeOffset>> FreeSlotsAsync(string locationId, string calendarId, DateTimeOffset from, DateTimeOffset to, string timeZone, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to - from, LongestRange, nameof(to));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        return RunAsync("free_slots", locationId, async () =>
        {
            var answer = await CallAsync(
                "free_slots",
                locationId,
                CallKind.Read,
                call => calendars.FreeSlotsAsync(calendarId, from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds(), timeZone, call, cancellation),
                cancellation);
            return (IReadOnlyList<DateTimeOffset>)[.. AppointmentReading.FreeSlots(answer, zone).Where(slot => slot >= from && slot < to).Distinct().Order()];
        });
    }

    public Task<Appointment> BookAsync(string locationId, NewAppointment appointment, CancellationToken cancellation) =>
        RunAsync("book", locationId, async () =>
        {
            var body = new AppointmentBody
            {
                CalendarId = appointment.CalendarId,
                LocationId = locationId,
                ContactId = appointment.ContactId,
                StartTime = AppointmentReading.Iso(appointment.Start),
                EndTime = AppointmentReading.Iso(appointment.End),
                Title = appointment.Title,
                AppointmentStatus = "confirmed",
            };
            var answer = await CallAsync("book", locationId, CallKind.Write, call => calendars.BookAsync(body, call, cancellation), cancellation);
            var booked = answer.Body("event", "appointment");
            return booked.Text("id") is { } id
                ? new Appointment(id, appointment.CalendarId, booked.Field("startTime")?.Time(TimeZoneInfo.Utc) ?? appointment.Start, AppointmentReading.Status(booked))
                : throw Unreadable("book");
        });

    public Task RescheduleAsync(string locationId, string appointmentId, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellation) =>
        UpdateAsync("reschedule", locationId, appointmentId, new AppointmentBody { StartTime = AppointmentReading.Iso(start), EndTime = AppointmentReading.Iso(end) }, cancellation);

    public Task CancelAsync(string locationId, string appointmentId, CancellationToken cancellation) =>
        UpdateAsync("cancel", locationId, appointmentId, new AppointmentBody { AppointmentStatus = "cancelled" }, cancellation);

    public Task<Appointment?> FindAppointmentAsync(string locationId, string appointmentId, CancellationToken cancellation) =>
        RunAsync("appointment", locationId, async () =>
        {
            try
            {
                var answer = await CallAsync("appointment", locationId, CallKind.Read, call => calendars.AppointmentAsync(appointmentId, call, cancellation), cancellation);
                return AppointmentReading.Read(answer.Body("event", "appointment"), TimeZoneInfo.Utc);
            }
            catch (CrmException e) when (e.Failure == CrmFailure.NotFound)
            {
                return null;
            }
        });

    public Task<IReadOnlyList<Appointment>> AppointmentsAsync(string locationId, string contactId, string timeZone, CancellationToken cancellation)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        return RunAsync("appointments", locationId, async () =>
        {
            var answer = await CallAsync("appointments", locationId, CallKind.Read, call => contacts.AppointmentsAsync(contactId, call, cancellation), cancellation);
            return (IReadOnlyList<Appointment>)[.. answer.Items("events").Select(item => AppointmentReading.Read(item, zone)).OfType<Appointment>()];
        });
    }

    private Task<bool> UpdateAsync(string operation, string locationId, string appointmentId, AppointmentBody body, CancellationToken cancellation) =>
        DoAsync(operation, locationId, CallKind.IdempotentWrite, call => calendars.UpdateAsync(appointmentId, body, call, cancellation), cancellation);
}
