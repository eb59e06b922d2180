using OutletBot.Booking;
using OutletBot.Calendars;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.Unit.Inbox;
using static System.Reflection.DispatchProxy;

namespace OutletBot.Unit.Conversations;

/// <summary>Bookings whose first try may have been made.</summary>
public sealed class CalendarDeskTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Wanted = Noon.AddDays(1);

    private readonly List<Appointment> _listed = [];
    private readonly List<Appointment> _alone = [];
    private readonly List<DateTimeOffset> _free = [Wanted];
    private int _booked;

    [Fact]
    public async Task A_booking_that_was_made_is_found_and_not_made_again()
    {
        _listed.Add(Own(Wanted));

        (await BookAsync(reconcile: true)).ShouldBe("a1");
        _booked.ShouldBe(0);
    }

    [Fact]
    public async Task A_booking_whose_time_the_list_states_in_another_zone_is_found_by_itself()
    {
        _listed.Add(Own(Wanted.AddHours(-6)));
        _alone.Add(Own(Wanted));

        (await BookAsync(reconcile: true)).ShouldBe("a1");
        _booked.ShouldBe(0);
    }

    [Fact]
    public async Task Another_appointment_of_the_contact_does_not_stand_for_this_one()
    {
        _listed.Add(Own(Wanted.AddHours(-6)));
        _alone.Add(Own(Wanted.AddHours(-6)));

        (await BookAsync(reconcile: true)).ShouldBe("new");
        _booked.ShouldBe(1);
    }

    [Fact]
    public async Task A_time_that_somebody_else_has_is_taken()
    {
        _free.Clear();

        (await BookAsync(reconcile: true)).ShouldBeNull();
    }

    [Fact]
    public async Task A_move_whose_answer_was_lost_is_not_called_taken_by_the_appointment_itself()
    {
        _free.Clear();
        _listed.Add(Own(Wanted));

        (await BookAsync(reconcile: false, moves: "a1")).ShouldBe("a1");
    }

    private static Appointment Own(DateTimeOffset start) => new("a1", "cal", start, "confirmed");

    private Task<string?> BookAsync(bool reconcile, string? moves = null)
    {
        var crm = Create<ICrm, MissedMessagesTests.Answering>();
        ((MissedMessagesTests.Answering)(object)crm).Answer = (method, args) => method switch
        {
            nameof(ICrm.AppointmentsAsync) => Task.FromResult<IReadOnlyList<Appointment>>(_listed),
            nameof(ICrm.FindAppointmentAsync) => Task.FromResult(_alone.Find(a => a.Id == (string)args[1]!)),
            nameof(ICrm.FreeSlotsAsync) => Task.FromResult<IReadOnlyList<DateTimeOffset>>([.. _free]),
            nameof(ICrm.BookAsync) => Booked(),
            _ => throw new NotSupportedException(method),
        };
        var locations = Create<ILocations, MissedMessagesTests.Answering>();
        ((MissedMessagesTests.Answering)(object)locations).Answer = (_, _) =>
            new LocationSettings { LocationId = "loc", TimeZone = "America/Chicago", Language = "es", MinimumBudget = 300, AgentName = "María" };
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Noon);
        return new CalendarDesk(crm, locations, time, "loc", "cal").BookAsync(
            new BookingRequest { ContactId = "ana", Start = Wanted, Title = "Ana", Reconcile = reconcile, Moves = moves }, clearance: null);
    }

    private Task<Appointment> Booked()
    {
        _booked++;
        return Task.FromResult(new Appointment("new", "cal", Wanted, "confirmed"));
    }
}
