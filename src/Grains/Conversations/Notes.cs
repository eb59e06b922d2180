using System.Text;
using OutletBot.Locations;
using OutletBot.Playbooks;

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
        foreach (var spec in location.Playbook.Fields)
            Line(spec.Label.GetValueOrDefault(location.Language, spec.Field.Key), spec.Kind == FieldKind.Money && lead.Has(spec.Field) ? $"{lead[spec.Field]} USD" : lead[spec.Field]);
        return text.ToString().TrimEnd();

        void Line(string label, string? value)
        {
            if (value is not null) text.Append(label).Append(": ").AppendLine(value);
        }
    }
}
