using OutletBot.Calendars;
using OutletBot.Crm;
using OutletBot.Locations;

namespace OutletBot.Booking;

/// <summary>Books in one calendar of GHL, one request after the other: its caller sees to that.</summary>
internal sealed class CalendarDesk(ICrm crm, ILocations locations, TimeProvider time, string location, string calendar)
{
    /// <summary>How long free times are believed. GHL refuses a time that was taken meanwhile, so this only saves requests.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(20);

    /// <summary>How far apart the same local time may be in two zones.</summary>
    private static readonly TimeSpan OffsetsApart = TimeSpan.FromHours(26);

    private Task<IReadOnlyList<DateTimeOffset>>? _reading;
    private IReadOnlyList<DateTimeOffset> _times = [];
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    /// <summary>The free times from now on.</summary>
    /// <exception cref="CrmException">GHL did not answer.</exception>
    public async Task<IReadOnlyList<DateTimeOffset>> TimesAsync(bool fresh)
    {
        if (!fresh && time.GetUtcNow() - _readAt < Freshness) return _times;
        // Whoever asks while a read is under way shares it. One that must be fresh starts its own: the read may be older than a booking.
        var reading = _reading is { IsCompleted: false } shared && !fresh ? shared : _reading = ReadAsync();
        return await reading;
    }

    /// <summary>Books a time or moves an appointment to it. Returns the appointment's id, null when the time is taken.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="clearance">What the booking leaves under; null where it needs nothing.</param>
    /// <exception cref="CrmException">GHL did not do it.</exception>
    public async Task<string?> BookAsync(BookingRequest request, IClearance? clearance)
    {
        if (request.Reconcile && await FindAsync(request) is { } mine) return mine;
        try
        {
            var free = await TimesAsync(fresh: true);
            if (free.Contains(request.Start)) return await BookFreeAsync(request, clearance is null ? crm : crm.Under(clearance));
        }
        catch (CrmException e) when (e.Failure == CrmFailure.SlotTaken)
        {
            _readAt = DateTimeOffset.MinValue;
        }

        // A move is repeated where its answer was lost: then the appointment itself stands where the time was free.
        return request.Moves is null ? null : await FindAsync(request);
    }

    /// <summary>The contact's own appointment at that time, if there is one.</summary>
    private async Task<string?> FindAsync(BookingRequest request)
    {
        var standing = await crm.AppointmentsAsync(location, request.ContactId, locations.Get(location).TimeZone, CancellationToken.None);
        Appointment[] near = [.. standing.Where(a => a.Stands && a.CalendarId == calendar && (a.Start - request.Start).Duration() <= OffsetsApart)];
        if (Array.Find(near, a => a.Start == request.Start) is { } mine) return mine.Id;
        // The list states times without offset, in a zone that nobody vouches for; an appointment by itself states it.
        foreach (var appointment in near)
        {
            if (await crm.FindAppointmentAsync(location, appointment.Id, CancellationToken.None) is { Stands: true } found && found.Start == request.Start) return found.Id;
        }

        return null;
    }

    private async Task<string> BookFreeAsync(BookingRequest request, ICrm cleared)
    {
        var end = request.Start + locations.Get(location).SlotDuration;
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
        return id;
    }

    private async Task<IReadOnlyList<DateTimeOffset>> ReadAsync()
    {
        var now = time.GetUtcNow();
        var settings = locations.Get(location);
        var found = await crm.FreeSlotsAsync(location, calendar, now, now.AddDays(settings.DaysAhead), settings.TimeZone, CancellationToken.None);
        _times = [.. found.Where(t => t > now)];
        _readAt = time.GetUtcNow();
        return _times;
    }
}
