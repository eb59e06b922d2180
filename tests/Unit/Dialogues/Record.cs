using System.Globalization;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Unit.Conversations;

namespace OutletBot.Unit.Dialogues;

/// <summary>How a dialogue writes down what is done in GHL and what is waited for.</summary>
internal static class Record
{
    public static string Of(Effect effect) => (effect switch
    {
        SendReply send => $"send by {send.Channel}{(send.Brain == BrainKind.Model ? ", the model's words" : "")}{(send.Withdrawn ? ", withdrawn" : "")}",
        StartWorkflow workflow => $"workflow {workflow.WorkflowId}",
        UpdateContact { Patch: var patch } => $"contact {string.Join(", ", Values(patch))}",
        AddTags add => $"tags {string.Join(", ", add.Tags)}",
        RemoveTags remove => $"tags off {string.Join(", ", remove.Tags)}",
        AddNote note => $"note\n      {note.Body.Replace("\n", "\n      ", StringComparison.Ordinal)}",
        BookSlot book => $"book {At(book.Start)}",
        MoveAppointment move => $"move {move.AppointmentId} to {At(move.Start)}",
        CancelAppointment cancel => $"cancel {cancel.AppointmentId}",
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, "Not known."),
    }) + (effect.Until is { } until ? $", until {At(until)}" : "");

    private static IEnumerable<string> Values(ContactPatch patch)
    {
        if (patch.Name is { } name) yield return $"name {name}";
        if (patch.BusinessType is { } business) yield return $"business {business}";
        if (patch.Problem is { } problem) yield return $"problem {problem}";
        if (patch.Goal is { } goal) yield return $"goal {goal}";
        if (patch.MonthlyBudgetUsd is { } budget) yield return $"budget {budget.ToString(CultureInfo.InvariantCulture)}";
        if (patch.Email is { } email) yield return $"e-mail {email}";
        if (patch.DoNotDisturb is { } silent) yield return $"do-not-disturb {(silent ? "on" : "off")}";
        foreach (var (field, value) in patch.Others.All) yield return $"{field} {value}";
    }

    public static string Of(Conversation state, Setting setting)
    {
        var parts = new List<string> { state.Stage.ToString() };
        if (state.Closed) parts.Add("closed");
        if (state.Asked is { } asked) parts.Add($"asks {asked}{(state.Tries > 0 ? $" (try {state.Tries + 1})" : "")}");
        if (state.Offer.Count > 0) parts.Add($"offers ({state.OfferCount}) {string.Join(", ", state.Offer.Select(At))}");
        if (state.Proposed is { } proposed) parts.Add($"proposes {At(proposed)}");
        if (state.Appointment is { } appointment) parts.Add($"appointment {appointment.Id} {At(appointment.Start)}{(state.Moving ? " to be moved" : "")}");
        if (state.Missed is not null) parts.Add("missed an appointment");
        if (state.TagsSet.Count > 0) parts.Add($"tags {string.Join(", ", state.TagsSet)}");
        if (state.SwitchTags.Count > 0) parts.Add($"switches {string.Join(", ", state.SwitchTags)}");
        if (state.Unanswered.Length > 0) parts.Add($"unanswered \"{state.Unanswered.Replace("\n", " / ", StringComparison.Ordinal)}\"");
        if (state.NeedsHuman is { } reason) parts.Add($"needs a person: {reason}");
        if (state.NextFollowUp(setting) is { } next) parts.Add($"next {next.Kind} {next.Step} {At(next.At)} until {At(next.Until)}");
        return string.Join(" | ", parts);
    }

    private static string At(DateTimeOffset time) =>
        time == DateTimeOffset.MaxValue ? "ever" : time.ToOffset(Talk.Monday.Offset).ToString("ddd d HH:mm", CultureInfo.InvariantCulture);
}
