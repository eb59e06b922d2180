using System.Text.Json;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.Playbooks;
using OutletBot.ReadModel;

namespace OutletBot.Conversations;

internal sealed partial record Conversation
{
    /// <summary>Beside a full history this leaves the stored conversation under 10,000 characters.</summary>
    private const int UnansweredLength = 2_400;

    /// <summary>Takes in what happened, in order, without deciding on an answer.</summary>
    public Conversation Absorb(IEnumerable<InboxEvent> events, Setting setting)
    {
        var next = this;
        var news = new List<InboxEvent>();
        foreach (var e in events)
        {
            if (next.Knows(e.Id)) continue;
            if (e.Kind == InboxEventKind.LeadMessage && next.IsStale(setting.Now)) next = next.Returned(setting);
            next = next.On(e, setting) with
            {
                Handled = [.. next.Handled.Append(e.Id).TakeLast(HandledLength)],
                Unmarked = [.. next.Unmarked, e.Id],
                UpdatedAt = setting.Now,
            };
            news.Add(e);
        }

        return next.Noted(news, setting);
    }

    /// <summary>Takes over what GHL knows of the contact. Nothing that the lead said here is overwritten.</summary>
    public Conversation Know(Contact? contact, PlaybookTags tags) => contact is null ? this with { ContactRead = true } : this with
    {
        ContactRead = true,
        Lead = new Lead
        {
            Name = contact.Name,
            BusinessType = contact.BusinessType,
            Problem = contact.Problem,
            Goal = contact.Goal,
            MonthlyBudgetUsd = contact.MonthlyBudgetUsd,
            Email = contact.Email,
            Others = contact.Others,
        }.With(Lead),
        // Read again, it tells also which of our tags somebody took off.
        TagsSet = [.. (ContactRead ? [] : TagsSet).Union(contact.Tags.Intersect(tags.All))],
        Stage = contact.Tags.Contains(tags.OptedOut) && contact.DoNotDisturb.Count > 0 ? Stage.OptedOut : Stage,
    };

    /// <summary>Takes over an appointment that GHL knows of.</summary>
    public Conversation KnowAppointment(Appointment? appointment, DateTimeOffset now) =>
        appointment is { Stands: true } && appointment.Start > now && !(Appointment?.Start > now)
            ? Stands(new(appointment.Id, appointment.Start), now) with { Stage = Stage == Stage.Qualifying ? Stage.Booked : Stage }
            : this;

    private Conversation On(InboxEvent e, Setting setting) => e.Kind switch
    {
        InboxEventKind.LeadMessage => OnLead(e, setting),
        InboxEventKind.PersonMessage => OnPerson(e, setting),
        InboxEventKind.TakeOver => HandOff(setting.Now),
        InboxEventKind.Release => Release(setting),
        InboxEventKind.TagsChanged => OnTags(e, setting),
        InboxEventKind.DoNotDisturb => e.Detail == "on" && Stage != Stage.OptedOut
            ? this with { Stage = Stage.OptedOut, Offer = [], Asked = null, Unanswered = "", UnansweredAttachment = null, MustGreet = false, Effects = Unsaid(Effects) }
            : this,
        InboxEventKind.AppointmentChanged => OnAppointment(JsonSerializer.Deserialize<AppointmentChange>(e.Detail ?? "null"), setting),
        InboxEventKind.Greet => this with { MustGreet = IsFirstReply, Channel = e.Channel ?? Channel },
        _ => this,
    };

    private Conversation OnLead(InboxEvent e, Setting setting)
    {
        if (ReadIds.Contains(e.MessageId)) return this;
        var listening = IsHandOffOver(setting) ? Release(setting) : this;
        return listening with
        {
            Unanswered = Shorten($"{listening.Unanswered}\n{e.Text}".Trim('\n'), UnansweredLength, fromEnd: true),
            UnansweredAttachment = e.Text.Length == 0 ? e.Attachment ?? "file" : listening.UnansweredAttachment,
            Channel = e.Channel ?? listening.Channel,
            LeadWroteAt = e.SentAt > listening.LeadWroteAt ? e.SentAt : listening.LeadWroteAt ?? e.SentAt,
            SilentSince = null,
            NudgesBehind = 0,
            NudgedAt = null,
            Unrecorded = [.. listening.Unrecorded, Row(e, Author.Lead)],
        };
    }

    private static MessageRow Row(InboxEvent e, Author author) =>
        new() { MessageId = e.MessageId, Author = author, Text = e.Text.Length > 0 ? e.Text : $"[{e.Attachment ?? "file"}]", At = e.SentAt };
}
