using OutletBot.Calendars;
using OutletBot.Crm;
using OutletBot.Locations;

namespace OutletBot.Booking;

/// <summary>Reaches the calendar grain of a location.</summary>
internal sealed class CalendarClient(IGrainFactory grains, ILocations locations) : ICalendar
{
    public async Task<IReadOnlyList<DateTimeOffset>> FreeTimesAsync(string locationId, bool fresh, CancellationToken cancellation) =>
        // A location without a calendar has no free times: the conversation calls a person.
        locations.Get(locationId).CalendarId is { } calendar
            ? Checked(await CallAsync(grain => grain.FreeTimesAsync(fresh), locationId, calendar, sent: false, cancellation)).Times
            : [];

    public async Task<string?> BookAsync(string locationId, BookingRequest request, CancellationToken cancellation)
    {
        var calendar = locations.Get(locationId).CalendarId
            ?? throw new CrmException(CrmFailure.Rejected, $"No calendar is configured for the location (Crm:CalendarId or Locations:{locationId}:CalendarId).");
        var answer = Checked(await CallAsync(grain => grain.BookAsync(request), locationId, calendar, sent: true, cancellation));
        return answer.Outcome == CalendarOutcome.Taken ? null : answer.AppointmentId;
    }

    private async Task<CalendarAnswer> CallAsync(Func<ICalendarGrain, Task<CalendarAnswer>> call, string locationId, string calendar, bool sent, CancellationToken cancellation)
    {
        try
        {
            return await call(grains.GetGrain<ICalendarGrain>($"{locationId}/{calendar}")).WaitAsync(cancellation);
        }
        catch (Exception e) when (e is TimeoutException or OrleansException)
        {
            throw new CrmException(CrmFailure.Unavailable, "The calendar's grain did not answer.", e) { OutcomeUnknown = sent };
        }
    }

    private static CalendarAnswer Checked(CalendarAnswer answer) => answer.Outcome != CalendarOutcome.Failed ? answer
        : throw new CrmException(Enum.Parse<CrmFailure>(answer.Failure!), answer.Message!) { OutcomeUnknown = answer.OutcomeUnknown, RetryAfter = answer.RetryAfter };
}
