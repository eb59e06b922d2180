using System.Text.Json.Serialization;
using OutletBot.FollowUps;
using OutletBot.Inbox;

namespace OutletBot.Conversations;

internal sealed partial record Conversation
{
    /// <summary>A reminder comes so long before the appointment at least, or half of what is configured where that is less.</summary>
    private static readonly TimeSpan TimeToGetThere = TimeSpan.FromMinutes(5);

    /// <summary>Since when the appointment stands at its time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTimeOffset? AppointmentSince { get; init; }

    /// <summary>When the last reminder of this appointment was due, whenever it was said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTimeOffset? RemindedFor { get; init; }

    /// <summary>An appointment that the lead missed, until another is offered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public MissedAppointment? Missed { get; init; }

    private FollowUp? NextReminder(Setting setting)
    {
        if (Appointment is not { } appointment || Stage is Stage.HandedOff or Stage.OptedOut) return null;
        var reminders = setting.Location.FollowUps.Reminders;
        for (var i = 0; i < reminders.Count; i++)
        {
            var due = appointment.Start - reminders[i];
            if (due <= AppointmentSince || due <= RemindedFor) continue;
            var end = i + 1 < reminders.Count ? appointment.Start - reminders[i + 1] : appointment.Start - Shorter(TimeToGetThere, reminders[i] / 2);
            if (Timetable(setting).Place(FollowUpKind.Reminder, i, due, due, end) is { } reminder) return reminder;
        }

        return null;
    }

    private FollowUp? NextNoShow(Setting setting) =>
        Missed is { Said: false } missed && setting.Location.FollowUps.NoShow && !AwaitsReply && Stage is Stage.Qualifying
            ? Timetable(setting).Place(FollowUpKind.NoShow, 0, missed.Since, missed.Since, DateTimeOffset.MaxValue)
            : null;

    private Conversation Stands(BookedAppointment appointment, DateTimeOffset now) =>
        this with { Appointment = appointment, AppointmentSince = now, RemindedFor = null, Missed = null };

    private Conversation OnAppointment(AppointmentChange? change, Setting setting)
    {
        if (change is null || Appointment is null || change.AppointmentId != Appointment.Id) return this;
        if (change.Status == "noshow") return MissedIt(Appointment.Id, setting);
        if (change.Deleted || change.Status is "cancelled" or "canceled" or "invalid")
            return (WithoutAppointment() with { Closed = true }).Untagged(setting.Tags.Scheduled, setting);
        return change.StartTime is { } start && start != Appointment.Start ? Stands(Appointment with { Start = start.ToOffset(Appointment.Start.Offset) }, setting.Now) : this;
    }

    /// <summary>The lead did not come: once for each appointment they are offered another time.</summary>
    private Conversation MissedIt(string appointment, Setting setting) => (WithoutAppointment() with
    {
        Missed = new MissedAppointment(appointment, setting.Now),
        OfferCount = 0,
        Proposed = null,
        Tries = 0,
        Asked = null,
        SilentSince = null,
    }).Untagged(setting.Tags.Scheduled, setting);

    private Conversation WithoutAppointment() => this with
    {
        Appointment = null,
        Moving = false,
        Offer = [],
        Stage = Stage is Stage.Booked or Stage.Offering ? Stage.Qualifying : Stage,
        StageBefore = StageBefore is Stage.Booked or Stage.Offering ? Stage.Qualifying : StageBefore,
    };

    private Conversation Untagged(string tag, Setting setting) => !TagsSet.Contains(tag) ? this : this with
    {
        Turn = Turn + 1,
        TagsSet = [.. TagsSet.Where(one => one != tag)],
        Effects = [.. Effects, new RemoveTags { Id = $"{Turn + 1}-0", Since = setting.Now, Tags = [tag] }],
    };

    private sealed partial class Draft
    {
        /// <summary>Whoever missed their appointment and does not say no is offered fresh times.</summary>
        private Decision AfterNoShow()
        {
            State = State with { Missed = null };
            if (Reading.Intent is not Intent.Deny) return OfferTimes(Opens ? Opening() : Answer());
            State = State with { Closed = true };
            return Farewell();
        }
    }
}

/// <summary>An appointment that the lead did not come to.</summary>
/// <param name="Id">GHL's id.</param>
/// <param name="Since">When we heard of it.</param>
internal sealed record MissedAppointment(string Id, DateTimeOffset Since)
{
    /// <summary>Whether they were written to about it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Said { get; init; }
}
