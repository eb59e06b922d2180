using System.Globalization;
using System.Text;
using OutletBot.Locations;

namespace OutletBot.Conversations;

/// <summary>The note that a booking leaves in the contact's record, for the person who takes the call.</summary>
internal static class Notes
{
    public static string Summary(Conversation conversation, LocationSettings location, bool moved)
    {
        var lead = conversation.Lead;
        var text = new StringBuilder();
        var spanish = location.Language != "en";
        text.Append(location.AgentName).AppendLine(spanish
            ? moved ? " reprogramó la cita." : " agendó una cita."
            : moved ? " moved the appointment." : " booked an appointment.");
        Line(spanish ? "Cita" : "Appointment", conversation.Appointment is { } a
            ? $"{LocalTimes.Write(a.Start, location.Language)} ({LocalTimes.WriteZone(location.TimeZone, location.Language)})" : null);
        Line(spanish ? "Nombre" : "Name", lead.Name);
        Line(spanish ? "Negocio" : "Business", lead.BusinessType);
        Line(spanish ? "Problema" : "Problem", lead.Problem);
        Line(spanish ? "Meta" : "Goal", lead.Goal);
        Line(spanish ? "Presupuesto al mes" : "Monthly budget", lead.MonthlyBudgetUsd is { } budget ? $"{budget.ToString("0.##", CultureInfo.InvariantCulture)} USD" : null);
        Line("E-mail", lead.Email);
        return text.ToString();

        void Line(string label, string? value)
        {
            if (value is not null) text.Append(label).Append(": ").AppendLine(value);
        }
    }
}
