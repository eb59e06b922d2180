using OutletBot.Crm;

namespace OutletBot.Booking;

/// <summary>A location's calendar as a conversation uses it. Throws <see cref="CrmException"/>.</summary>
internal interface ICalendar
{
    Task<IReadOnlyList<DateTimeOffset>> FreeTimesAsync(string locationId, bool fresh, CancellationToken cancellation);

    /// <summary>The appointment's id, or null when the time is taken.</summary>
    Task<string?> BookAsync(string locationId, Calendars.BookingRequest request, CancellationToken cancellation);
}
