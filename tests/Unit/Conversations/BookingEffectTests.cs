using OutletBot.Conversations;

namespace OutletBot.Unit.Conversations;

/// <summary>What becomes of a choice: the appointment, or other times.</summary>
public sealed class BookingEffectTests
{
    private static readonly DateTimeOffset Chosen = Talk.Monday.AddDays(1);

    private static readonly Lead Ana = new() { Name = "Ana", Problem = "p", Goal = "g", MonthlyBudgetUsd = 500, Email = "ana@example.com" };

    private readonly EffectRuns _runs = new();

    private Conversation Offering => new() { Stage = Stage.Offering, Lead = Ana, Offer = [Chosen] };

    [Fact]
    public async Task A_booking_names_the_lead_and_the_agent_and_is_asked_back_by_its_ticket()
    {
        var after = await _runs.RunAsync(Book, conversation: Offering);

        var asked = _runs.Calendar.Asked.ShouldNotBeNull();
        (asked.ContactId, asked.Start, asked.Title, asked.Moves, asked.Reconcile).ShouldBe(("ana", Chosen, "María: Ana", null, false));
        asked.Ticket.ShouldNotBeNullOrEmpty();
        (after.Stage, after.Appointment!.Id).ShouldBe((Stage.Booked, "a1"));
    }

    [Fact]
    public async Task A_booking_that_may_be_done_is_looked_up_and_without_a_name_has_the_agents_alone()
    {
        await _runs.RunAsync(Book, mayBeDone: true, conversation: Offering with { Lead = Ana with { Name = null } });

        _runs.Calendar.Asked.ShouldNotBeNull().Reconcile.ShouldBeTrue();
        _runs.Calendar.Asked.Title.ShouldBe("María");
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 4)]
    public async Task One_that_may_be_done_is_looked_up_when_GHL_shows_it_for_sure(bool mayBeDone, int seconds)
    {
        await _runs.RunAsync(Book, mayBeDone, conversation: Offering);

        _runs.Took.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task An_appointment_is_moved_and_not_made_anew()
    {
        var move = new MoveAppointment { Id = "5-0", Since = _runs.Now, AppointmentId = "a0", Start = Chosen };

        var after = await _runs.RunAsync(move, conversation: Offering with { Moving = true, Appointment = new("a0", Talk.Monday.AddHours(3)) });

        _runs.Calendar.Asked.ShouldNotBeNull().Moves.ShouldBe("a0");
        after.Appointment!.Start.ShouldBe(Chosen);
    }

    [Fact]
    public async Task Who_chose_a_time_that_is_taken_meanwhile_is_offered_what_the_calendar_has_now()
    {
        _runs.Calendar.Books = null;

        var after = await _runs.RunAsync(Book, conversation: Offering);

        _runs.Calendar.Fresh.ShouldBeTrue();
        (after.Stage, after.Appointment).ShouldBe((Stage.Offering, null));
        after.Offer.ShouldBe([Talk.Monday.AddDays(2), Talk.Monday.AddDays(3)]);
        after.Effects.OfType<SendReply>().ShouldHaveSingleItem();
    }

    private BookSlot Book => new() { Id = "5-0", Since = _runs.Now, Start = Chosen };
}
