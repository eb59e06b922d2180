using Orleans.Concurrency;

namespace OutletBot.Calendars;

/// <summary>
/// One calendar of one location; the key is <c>locationId/calendarId</c>. Reads are cached briefly and shared, bookings run one
/// at a time, so that two leads never get one time.
/// </summary>
[Alias("OutletBot.ICalendarGrain")]
public interface ICalendarGrain : IGrainWithStringKey
{
    /// <summary>Free times from now on, for as many days as are offered.</summary>
    /// <param name="fresh">Whether to ask GHL even when the last answer is only seconds old.</param>
    [Alias("FreeTimes"), AlwaysInterleave]
    Task<CalendarAnswer> FreeTimesAsync(bool fresh);

    /// <summary>Checks that a time is free and books it, or moves an appointment to it.</summary>
    [Alias("Book"), ResponseTimeout("00:02:00")]
    Task<CalendarAnswer> BookAsync(BookingRequest request);
}

/// <summary>A time to be booked.</summary>
[GenerateSerializer, Immutable, Alias("OutletBot.BookingRequest")]
public sealed record BookingRequest
{
    /// <summary>GHL's contact.</summary>
    [Id(0)] public required string ContactId { get; init; }

    /// <summary>Start.</summary>
    [Id(1)] public required DateTimeOffset Start { get; init; }

    /// <summary>Title of the appointment.</summary>
    [Id(2)] public required string Title { get; init; }

    /// <summary>The appointment to move; null books a new one.</summary>
    [Id(3)] public string? Moves { get; init; }

    /// <summary>Whether an earlier try may have had its effect: then the contact's appointments are looked at first.</summary>
    [Id(4)] public bool Reconcile { get; init; }

    /// <summary>
    /// What the conversation is asked by, right before the booking leaves, whether it still wants and owns it. Null, from a silo of an
    /// earlier release, books unasked.
    /// </summary>
    [Id(5)] public string? Ticket { get; init; }
}

/// <summary>What a calendar answers.</summary>
[GenerateSerializer, Alias("OutletBot.CalendarOutcome")]
public enum CalendarOutcome
{
    /// <summary>Done: the times, or the appointment, are in the answer.</summary>
    Done = 0,

    /// <summary>The time is not free; the answer holds those that are.</summary>
    Taken = 1,

    /// <summary>GHL did not do it, see the failure.</summary>
    Failed = 2,
}

/// <summary>What a calendar answers.</summary>
[GenerateSerializer, Immutable, Alias("OutletBot.CalendarAnswer")]
public sealed record CalendarAnswer
{
    /// <summary>What became of the request.</summary>
    [Id(0)] public required CalendarOutcome Outcome { get; init; }

    /// <summary>Free times, ascending.</summary>
    [Id(1)] public IReadOnlyList<DateTimeOffset> Times { get; init; } = [];

    /// <summary>GHL's id of the appointment.</summary>
    [Id(2)] public string? AppointmentId { get; init; }

    /// <summary>The failure's name, one of <c>CrmFailure</c>.</summary>
    [Id(3)] public string? Failure { get; init; }

    /// <summary>The failure in words, without personal data.</summary>
    [Id(4)] public string? Message { get; init; }

    /// <summary>Whether the booking may have had its effect all the same.</summary>
    [Id(5)] public bool OutcomeUnknown { get; init; }

    /// <summary>When GHL asks to come again.</summary>
    [Id(6)] public TimeSpan? RetryAfter { get; init; }
}
