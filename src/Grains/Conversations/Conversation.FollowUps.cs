using System.Text.Json.Serialization;
using OutletBot.Crm;
using OutletBot.FollowUps;
using OutletBot.Inbox;

namespace OutletBot.Conversations;

internal sealed partial record Conversation
{
    /// <summary>Two nudges are so far apart, even where quiet hours have pushed the first towards the second; in a quicker plan as far as the plan says.</summary>
    private static readonly TimeSpan NudgesApart = TimeSpan.FromHours(2);

    /// <summary>When the lead wrote last.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTimeOffset? LeadWroteAt { get; init; }

    /// <summary>Since when the lead leaves our word unanswered; null when no answer is waited for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTimeOffset? SilentSince { get; init; }

    /// <summary>How many steps of the plan lie behind in this silence.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int NudgesBehind { get; init; }

    /// <summary>When the lead was nudged last.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTimeOffset? NudgedAt { get; init; }

    /// <summary>Nudges so far: each is worded by its number, so that none is said a third time in the same words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Nudges { get; init; }

    /// <summary>The next word to a lead who has not written, null when there is none.</summary>
    public FollowUp? NextFollowUp(Setting setting) =>
        new[] { NextReminder(setting), NextNoShow(setting), NextNudge(setting) }.OfType<FollowUp>().MinBy(next => next.At);

    /// <summary>Since when a follow-up is on its way to the lead, null when none is.</summary>
    [JsonIgnore]
    public DateTimeOffset? Leaving => Effects.FirstOrDefault(e => e is { Until: not null } and not SendReply { Withdrawn: true })?.Since;

    /// <summary>Says what is due, if anything is.</summary>
    public Conversation FollowUp(Setting setting)
    {
        if (NextFollowUp(setting) is not { } next || next.At > setting.Now) return this;
        var say = Phrases.For(Language, setting.Location);
        var said = next.Kind switch
        {
            FollowUpKind.Reminder => With(next, Phrases.Join(say.Welcome("nudge", Lead, 2), say.Line("reminder", next.Step, ("time", say.Time(Appointment!.Start)), ("zone", say.Zone))), setting).Behind(next),
            FollowUpKind.NoShow => With(next, Phrases.Join(say.Welcome("nudge", Lead), say.Line("noShow", 0)), setting).Behind(next),
            _ => With(next, NudgeLine(setting)!, setting).Behind(next) with
            {
                NudgedAt = setting.Now,
                Nudges = Nudges + 1,
                // A question that has no line for a nudge is asked in the words for asking, and counts as asked.
                AskCounts = Asked is { } field && setting.Location.Playbook.Find(field) is { } spec && !say.Has(spec.NudgeLine)
                    ? AskCounts.SetItem(field, AskCounts.GetValueOrDefault(field) + 1)
                    : AskCounts,
            },
        };
        return said.Noted(usage: null, setting);
    }

    /// <summary>Goes on to what comes after a follow-up.</summary>
    private Conversation Behind(FollowUp next) => next.Kind switch
    {
        FollowUpKind.Reminder => this with { RemindedFor = next.Due },
        FollowUpKind.NoShow => this with { Missed = Missed! with { Said = true } },
        _ => this with { NudgesBehind = next.Step + 1 },
    };

    /// <summary>Forgets what was about to be said unasked. What may have been sent is looked up, so that the transcript has it.</summary>
    /// <param name="maySent">Whether an effect may have been sent already.</param>
    public Conversation WithoutFollowUps(Func<Effect, bool> maySent) => this with
    {
        Effects = [.. Effects.Where(e => e is not { Until: not null } || (e is SendReply && maySent(e))).Select(e => e is SendReply { Until: not null } send ? send with { Withdrawn = true } : e)],
    };

    /// <summary>Takes over all that was looked at, and keeps it for playing the conversation again.</summary>
    public Conversation Looked(FollowUp next, Sight sight, Setting setting)
    {
        var seen = Switched(next, sight, setting);
        return (sight.AtAppointment ? seen.Seen(next, sight.Appointment, setting) : seen).Noted(sight, setting);
    }

    /// <summary>What of GHL's contact and messages matters before a follow-up.</summary>
    public Sight Sighted(Contact? contact, IReadOnlyList<CrmMessage> messages) => Sight.Of(contact, messages, m => !SentIds.Contains(m.Id));

    /// <summary>Takes over a person who took over or wrote, do-not-disturb, a message that no webhook brought.</summary>
    private Conversation Switched(FollowUp next, Sight sight, Setting setting)
    {
        // A contact that cannot be read is not written to.
        if (sight.Contact is not { } contact) return Behind(next);
        if (contact.DoNotDisturb.Contains(Channel ?? Inbox.Channel.WhatsApp) || contact.Tags.Contains(setting.Tags.OptedOut)) return this with { Stage = Stage.OptedOut, Offer = [], Asked = null };
        var seen = SwitchTags.Contains(setting.TakeOverTag) ? this : KnowSwitch(contact.Tags, setting);
        CrmMessage[] latest = [.. sight.Latest.Where(m => !(m.At < SilentSince - ClockTolerance))];
        if (Array.Exists(latest, m => m.IsByPerson())) return seen.HandOff(setting.Now);
        // The search for missed messages brings it; until then nobody is asked what they may have answered.
        if (Array.Exists(latest, m => m.Inbound)) seen = seen with { SilentSince = null };
        return sight.WroteAt > seen.LeadWroteAt || seen.LeadWroteAt is null ? seen with { LeadWroteAt = sight.WroteAt } : seen;
    }

    /// <summary>Takes over how the appointment stands right before a reminder of it. One that cannot be read is not spoken of.</summary>
    public Conversation Seen(FollowUp reminder, Appointment? appointment, Setting setting) => appointment is null
        ? Behind(reminder)
        : OnAppointment(new AppointmentChange(appointment.Id, appointment.CalendarId, appointment.Status, appointment.Start, Deleted: false), setting);

    /// <summary>What was said unasked is remembered when it is said: until then it may be held back.</summary>
    public Conversation Followed(string text) => Remember(byLead: false, text);

    private FollowUp? NextNudge(Setting setting)
    {
        if (SilentSince is not { } since || AwaitsReply || NeedsHuman is not null || NudgeLine(setting) is null) return null;
        var plan = setting.Location.FollowUps.Plan;
        for (var step = NudgesBehind; step < plan.Count; step++)
        {
            var apart = step == 0 ? TimeSpan.Zero : Shorter(plan[step] - plan[step - 1], NudgesApart);
            var next = step + 1 < plan.Count ? since + plan[step + 1] : DateTimeOffset.MaxValue;
            if (Timetable(setting).Place(FollowUpKind.Nudge, step, since + plan[step], NudgedAt + apart ?? since, next) is { } nudge) return nudge;
        }

        return null;
    }

    /// <summary>What a silent lead is asked, null where nothing is open or it was asked in all its wordings, twice each.</summary>
    private string? NudgeLine(Setting setting)
    {
        if (Closed || Stage is not (Stage.Qualifying or Stage.Offering)) return null;
        var say = Phrases.For(Language, setting.Location);
        var opening = say.Welcome("nudge", Lead, Nudges);
        if (Stage == Stage.Offering)
        {
            if (Proposed is { } time && time > setting.Now) return Worded("nudgePropose", ("time", say.Time(time)));
            return Worded(Offer.Any(start => start > setting.Now) ? "nudgeSlot" : "nudgeNewSlots");
        }

        if (Asked is not { } field || setting.Location.Playbook.Find(field) is not { } spec || Lead.Has(field)) return null;
        return say.Has(spec.NudgeLine) ? Worded(spec.NudgeLine)
            : AskCounts.GetValueOrDefault(field) < 2 * say.Questions(field) ? Phrases.Join(opening, say.Question(field, AskCounts.GetValueOrDefault(field)))
            : null;

        string? Worded(string key, params (string, string)[] values) => Nudges >= 2 * say.Wordings(key) ? null : Phrases.Join(opening, say.Line(key, Nudges, values));
    }

    private Conversation With(FollowUp next, string text, Setting setting)
    {
        var turn = Turn + 1;
        var id = $"{turn}-0";
        return this with
        {
            Turn = turn,
            UpdatedAt = setting.Now,
            Effects =
            [
                .. Effects,
                next.Way.WorkflowId is { } workflow
                    ? new StartWorkflow { Id = id, Since = setting.Now, WorkflowId = workflow, Until = next.Until }
                    : new SendReply { Id = id, Since = setting.Now, Channel = next.Way.Channel, Text = text, Until = next.Until },
            ],
        };
    }

    private Timetable Timetable(Setting setting) => new(setting.Location, Channel ?? Inbox.Channel.WhatsApp, LeadWroteAt, setting.Now);

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
