using OutletBot.Calendars;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Locations;

namespace OutletBot.Booking;

/// <inheritdoc cref="ICalendarGrain"/>
internal sealed class CalendarGrain(ICrm crm, ILocations locations, TimeProvider time) : Grain, ICalendarGrain
{
    /// <summary>How long free times are believed. GHL refuses a time that was taken meanwhile, so this only saves requests.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(20);

    private Task<IReadOnlyList<DateTimeOffset>>? _reading;
    private IReadOnlyList<DateTimeOffset> _times = [];
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    private ConversationId Key => ConversationId.Parse(this.GetPrimaryKeyString());

    public async Task<CalendarAnswer> FreeTimesAsync(bool fresh)
    {
        try
        {
            return new CalendarAnswer { Outcome = CalendarOutcome.Done, Times = await TimesAsync(fresh) };
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
            return await CheckAndBookAsync(request);
        }
        catch (CrmException e) when (e.Failure == CrmFailure.SlotTaken)
        {
            _readAt = DateTimeOffset.MinValue;
            return new CalendarAnswer { Outcome = CalendarOutcome.Taken };
        }
        catch (CrmException e)
        {
            return Failed(e);
        }
    }

    private async Task<CalendarAnswer> CheckAndBookAsync(BookingRequest request)
    {
        var (location, calendar) = Key;
        if (request.Reconcile)
        {
            var zone = locations.Get(location).TimeZone;
            var standing = await crm.AppointmentsAsync(location, request.ContactId, zone, CancellationToken.None);
            if (standing.FirstOrDefault(a => a.Stands && a.CalendarId == calendar && a.Start == request.Start) is { } mine) return Done(mine.Id);
        }

        var free = await TimesAsync(fresh: true);
        if (!free.Contains(request.Start)) return new CalendarAnswer { Outcome = CalendarOutcome.Taken };
        var end = request.Start + locations.Get(location).SlotDuration;
        var cleared = ClearedFor(request);
        string id;
        if (request.Moves is { } moved)
        {
            await cleared.RescheduleAsync(location, moved, request.Start, end, CancellationToken.None);
            _readAt = DateTimeOffset.MinValue;
            id = moved;
        }
        else
        {
            id = (await cleared.BookAsync(location, new NewAppointment(calendar, request.ContactId, request.Start, end, request.Title), CancellationToken.None)).Id;
        }

        _times = [.. _times.Where(t => t != request.Start)];
        return Done(id);
    }

    private ICrm ClearedFor(BookingRequest request)
    {
        if (request.Ticket is not { } ticket) return crm;
        var conversation = GrainFactory.GetGrain<IConversationGrain>($"{Key.LocationId}/{request.ContactId}");
        return crm.Under(new BookingClearance(() => conversation.ProveAsync(ticket), time));
    }

    private async Task<IReadOnlyList<DateTimeOffset>> TimesAsync(bool fresh)
    {
        if (!fresh && time.GetUtcNow() - _readAt < Freshness) return _times;
        // Whoever asks while a read is under way shares it. One that must be fresh starts its own: the read may be older than a booking.
        var reading = _reading is { IsCompleted: false } shared && !fresh ? shared : _reading = ReadAsync();
        return await reading;
    }

    private async Task<IReadOnlyList<DateTimeOffset>> ReadAsync()
    {
        var (location, calendar) = Key;
        var now = time.GetUtcNow();
        var settings = locations.Get(location);
        var found = await crm.FreeSlotsAsync(location, calendar, now, now.AddDays(settings.DaysAhead), settings.TimeZone, CancellationToken.None);
        _times = [.. found.Where(t => t > now)];
        _readAt = time.GetUtcNow();
        return _times;
    }

    private static CalendarAnswer Done(string id) => new() { Outcome = CalendarOutcome.Done, AppointmentId = id };

    private static CalendarAnswer Failed(CrmException e) => new()
    {
        Outcome = CalendarOutcome.Failed,
        Failure = e.Failure.ToString(),
        Message = e.Message,
        OutcomeUnknown = e.OutcomeUnknown,
        RetryAfter = e.RetryAfter,
    };
}
