using OutletBot.Conversations;
using OutletBot.Playbooks;

namespace OutletBot.Unit.Conversations;

/// <summary>The note of a booking: what the person who takes the call reads.</summary>
public sealed class NotesTests
{
    private static readonly Conversation Booked = new()
    {
        Lead = new Lead { Name = "Ana", Problem = "pocos clientes", MonthlyBudgetUsd = 450.50m, Email = "ana@example.com" },
        Appointment = new BookedAppointment("a1", Talk.Monday.AddDays(1)),
    };

    [Fact]
    public void It_tells_the_time_by_the_locations_clock_and_what_is_known_in_the_playbooks_words() => Lines("es", moved: false).ShouldBe(
    [
        "María agendó una cita.",
        "Cita: martes 24 de noviembre, 9:00 am (hora de Chicago)",
        "Nombre: Ana",
        "Problema: pocos clientes",
        "Presupuesto al mes: 450.5 USD",
        "E-mail: ana@example.com",
    ]);

    [Fact]
    public void It_is_written_in_the_locations_language_whatever_the_lead_speaks() => Lines("en", moved: false).Take(2).ShouldBe(
    [
        "María booked an appointment.",
        "Appointment: Tuesday, November 24, 9:00 am (Chicago time)",
    ]);

    [Fact]
    public void It_tells_a_moved_appointment_from_a_new_one()
    {
        Lines("es", moved: true)[0].ShouldBe("María reprogramó la cita.");
        Lines("en", moved: true)[0].ShouldBe("María moved the appointment.");
    }

    private static string[] Lines(string language, bool moved) =>
        Notes.Summary(Booked, new Talk().Location with { Language = language }, moved).Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
