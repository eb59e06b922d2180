namespace OutletBot.FollowUps;

/// <summary>When and on which ways a location's leads are written to unasked.</summary>
public sealed record FollowUpSettings
{
    /// <summary>How long after the last word of either side a silent lead is written to, ascending. Empty: never.</summary>
    public IReadOnlyList<TimeSpan> Plan { get; init; } = [TimeSpan.FromHours(2), TimeSpan.FromHours(20)];

    /// <summary>How long before an appointment the lead is reminded of it, the longest first. Empty: never.</summary>
    public IReadOnlyList<TimeSpan> Reminders { get; init; } = [TimeSpan.FromHours(24), TimeSpan.FromHours(1)];

    /// <summary>When nobody is written to unasked.</summary>
    public QuietHours QuietHours { get; init; } = QuietHours.AtNight;

    /// <summary>Whether who missed an appointment is offered another time.</summary>
    public bool NoShow { get; init; } = true;

    /// <summary>The GHL workflow that sends an approved template where WhatsApp's window is closed.</summary>
    public string? TemplateWorkflowId { get; init; }

    /// <summary>The same for reminders of an appointment; null: <see cref="TemplateWorkflowId"/>.</summary>
    public string? ReminderWorkflowId { get; init; }

    /// <summary>Whether an SMS goes out where WhatsApp's window is closed and there is no template.</summary>
    public bool SmsOutsideWindow { get; init; }
}
