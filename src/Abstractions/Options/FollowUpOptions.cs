using Microsoft.Extensions.Configuration;

namespace OutletBot.Options;

/// <summary>The section <c>FollowUps</c>: when leads are written to unasked. Lists are one text with commas, or JSON arrays.</summary>
public sealed class FollowUpOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "FollowUps";

    /// <summary>How long after the last word of either side a silent lead is written to. Empty: never.</summary>
    public string Plan { get; set; } = "02:00:00, 20:00:00";

    /// <summary>How long before an appointment the lead is reminded of it. Empty: never.</summary>
    public string Reminders { get; set; } = "1.00:00:00, 01:00:00";

    /// <summary>Windows of the day, in the location's time zone, in which nobody is written to unasked. Empty: none.</summary>
    public string QuietHours { get; set; } = "21:00-08:00";

    /// <summary>Whether who missed an appointment is offered another time.</summary>
    public bool NoShow { get; set; } = true;

    /// <summary>A GHL workflow that sends an approved template: the only way to write on WhatsApp a day after the lead's last message.</summary>
    public string? TemplateWorkflowId { get; set; }

    /// <summary>Such a workflow for reminders of an appointment. Empty: <see cref="TemplateWorkflowId"/>.</summary>
    public string? ReminderWorkflowId { get; set; }

    /// <summary>Whether an SMS goes out where WhatsApp's window is closed and no workflow is set.</summary>
    public bool SmsOutsideWindow { get; set; }
}

/// <summary>The section <c>Locations:{id}:FollowUps</c>: what a location has different. What is null is the default's.</summary>
public sealed class LocationFollowUpOptions
{
    /// <inheritdoc cref="FollowUpOptions.Plan"/>
    public string? Plan { get; set; }

    /// <inheritdoc cref="FollowUpOptions.Reminders"/>
    public string? Reminders { get; set; }

    /// <inheritdoc cref="FollowUpOptions.QuietHours"/>
    public string? QuietHours { get; set; }

    /// <inheritdoc cref="FollowUpOptions.NoShow"/>
    public bool? NoShow { get; set; }

    /// <inheritdoc cref="FollowUpOptions.TemplateWorkflowId"/>
    public string? TemplateWorkflowId { get; set; }

    /// <inheritdoc cref="FollowUpOptions.ReminderWorkflowId"/>
    public string? ReminderWorkflowId { get; set; }

    /// <inheritdoc cref="FollowUpOptions.SmsOutsideWindow"/>
    public bool? SmsOutsideWindow { get; set; }
}

/// <summary>Reads the lists of a section that stand there as arrays.</summary>
internal static class FollowUpLists
{
    /// <summary>The values of an array, joined by commas; null where the key is none.</summary>
    public static string? Array(IConfiguration section, string key)
    {
        string[] values = [.. section.GetSection(key).GetChildren().Select(child => child.Value ?? "")];
        return values.Length > 0 ? string.Join(", ", values) : null;
    }
}
