using System.Globalization;
using OutletBot.Options;

namespace OutletBot.FollowUps;

/// <summary>Reads follow-ups as they are configured.</summary>
internal static class FollowUpTimes
{
    public const int MostSteps = 5;

    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>A plan step, or the time before an appointment.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>Durations with commas between; null when one is none, is out of range or stands there twice, or there are too many.</summary>
    public static IReadOnlyList<TimeSpan>? TryParse(string text)
    {
        var times = new List<TimeSpan>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TimeSpan.TryParse(part, CultureInfo.InvariantCulture, out var time) || time < Shortest || time > Longest || times.Contains(time)) return null;
            times.Add(time);
        }

        return times.Count <= MostSteps ? times : null;
    }

    /// <summary>A location's settings out of the section for all and its own. Both have been validated.</summary>
    public static FollowUpSettings Combine(FollowUpOptions all, LocationFollowUpOptions? own) => new()
    {
        Plan = [.. TryParse(own?.Plan ?? all.Plan)!.Order()],
        Reminders = [.. TryParse(own?.Reminders ?? all.Reminders)!.OrderDescending()],
        QuietHours = QuietHours.TryParse(own?.QuietHours ?? all.QuietHours, out var hours) ? hours : QuietHours.AtNight,
        NoShow = own?.NoShow ?? all.NoShow,
        TemplateWorkflowId = Id(own?.TemplateWorkflowId) ?? Id(all.TemplateWorkflowId),
        ReminderWorkflowId = Id(own?.ReminderWorkflowId) ?? Id(all.ReminderWorkflowId),
        SmsOutsideWindow = own?.SmsOutsideWindow ?? all.SmsOutsideWindow,
    };

    private static string? Id(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
