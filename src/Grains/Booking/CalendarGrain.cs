using OutletBot.Calendars;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Locations;

namespace OutletBot.Booking;

/// <inheritdoc cref="ICalendarGrain"/>
internal sealed class CalendarGrain : Grain, ICalendarGrain
{
    private readonly string _location;
    private readonly CalendarDesk _desk;
    private readonly TimeProvider _time;

    public CalendarGrain(ICrm crm, ILocations locations, TimeProvider time)
    {
        (_location, var calendar) = ConversationId.Parse(this.GetPrimaryKeyString());
        _desk = new CalendarDesk(crm, locations, time, _location, calendar);
        _time = time;
    }

    public async Task<CalendarAnswer> FreeTimesAsync(bool fresh)
    {
        try
        {
            return new CalendarAnswer { Outcome = CalendarOutcome.Done, Times = await _desk.TimesAsync(fresh) };
        }
        catch (CrmException e)
        {
            return Failed(e);
        }
    }

    public async Task<CalendarAnswer> BookAsync(BookingRequest request)
    {
        try
        {
            return await _desk.BookAsync(request, ClearanceFor(request)) is { } id
                ? new CalendarAnswer { Outcome = CalendarOutcome.Done, AppointmentId = id }
                : new CalendarAnswer { Outcome = CalendarOutcome.Taken };
        }
        catch (CrmException e)
        {
            return Failed(e);
        }
    }

    private BookingClearance? ClearanceFor(BookingRequest request)
    {
        if (request.Ticket is not { } ticket) return null;
        var conversation = GrainFactory.GetGrain<IConversationGrain>($"{_location}/{request.ContactId}");
        return new BookingClearance(() => conversation.ProveAsync(ticket), _time);
    }

    private static CalendarAnswer Failed(CrmException e) => new()
    {
        Outcome = CalendarOutcome.Failed,
        Failure = e.Failure.ToString(),
        Message = e.Message,
        OutcomeUnknown = e.OutcomeUnknown,
        RetryAfter = e.RetryAfter,
    };
}
