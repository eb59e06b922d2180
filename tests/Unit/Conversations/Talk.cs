using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.FollowUps;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.Playbooks;

namespace OutletBot.Unit.Conversations;

/// <summary>A conversation rehearsed message by message, its readings by the rules or given.</summary>
internal sealed class Talk
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(-6));

    private static readonly Lead Complete = new() { Name = "Carlos", BusinessType = "restaurante", Problem = "pocos clientes", Goal = "llenar las mesas", MonthlyBudgetUsd = 500, Email = "carlos@example.com" };

    private readonly Rehearsal _rehearsal;
    private long _inboxId;

    public Talk() => _rehearsal = new()
    {
        Free = [Monday.AddDays(1), Monday.AddDays(1).AddHours(2), Monday.AddDays(2), Monday.AddDays(2).AddHours(6), Monday.AddDays(3)],
        Bookings = (_, _) => Refusal is { } reason ? new RehearsedBooking(null, reason) : null,
    };

    /// <summary>Why GHL refuses bookings for good, null while it does not.</summary>
    public string? Refusal { get; set; }

    public LocationSettings Location { get; init; } = new()
    {
        LocationId = "loc",
        TimeZone = "America/Chicago",
        Language = "es",
        MinimumBudget = 300,
        AgentName = "María",
        CalendarId = "cal",
    };

    public Conversation State
    {
        get => _rehearsal.State;
        set => _rehearsal.State = value;
    }

    public DateTimeOffset Now { get; set; } = Monday;

    public IList<DateTimeOffset> Free => _rehearsal.Free;

    public List<string> Replies { get; } = [];

    public List<Effect> Done => [.. _rehearsal.Done];

    public string LastReply => Replies[^1];

    public IEnumerable<string> TagsAdded => Done.OfType<AddTags>().SelectMany(t => t.Tags);

    /// <summary>What GHL shows when a person gives the conversation back.</summary>
    public IReadOnlyList<CrmMessage> Meanwhile { get; set; } = [];

    public Setting Setting => new() { Location = Location, Now = Now, FreeTimes = null, Meanwhile = Meanwhile };

    /// <summary>A talk with a lead of whom all is known, who was just offered times.</summary>
    public static Talk Offering() => new Talk { State = new Conversation { ContactRead = true, Lead = Complete } }.Lead("hola", Readings.Of(Intent.Greeting));

    /// <summary>What GHL shows right before a follow-up.</summary>
    public Conversation Sees(FollowUp due, Contact? contact, params CrmMessage[] messages) => State.Looked(due, State.Sighted(contact, messages), Setting);

    /// <summary>The lead writes; what it means is read by the rules, or given.</summary>
    public Talk Lead(string text, Reading? reading = null, string? reply = null, Field? replyAsks = null)
    {
        var before = _rehearsal.Done.Count;
        var thought = _rehearsal.Hear([Event(InboxEventKind.LeadMessage) with { Text = text }], Setting);
        if (thought is not null)
            _rehearsal.Answer(new Proposal { Reading = reading ?? thought.Listen(), Reply = reply, ReplyAsks = replyAsks }, Setting);
        Replies.AddRange(Done.Skip(before).OfType<SendReply>().Select(send => send.Text).DefaultIfEmpty(""));
        Now = Now.AddMinutes(1);
        return this;
    }

    /// <summary>The lead writes, and a brain thinks about it.</summary>
    public async Task LeadAsync(string text, IBrain brain)
    {
        var before = _rehearsal.Done.Count;
        var thought = _rehearsal.Hear([Event(InboxEventKind.LeadMessage) with { Text = text }], Setting);
        if (thought is not null) _rehearsal.Answer(await brain.ThinkAsync(thought, CancellationToken.None), Setting);
        Replies.AddRange(Done.Skip(before).OfType<SendReply>().Select(send => send.Text).DefaultIfEmpty(""));
        Now = Now.AddMinutes(1);
    }

    /// <summary>What a brain would know if the lead wrote this now.</summary>
    public Thought Thought(string text) => Thoughts.Of(State, Setting) with { Text = text };

    /// <summary>Time passes until something is due, or does not.</summary>
    public Talk Waits(TimeSpan time)
    {
        var until = Now + time;
        var before = _rehearsal.Done.Count;
        while (State.NextFollowUp(Setting) is { } next && next.At <= until)
        {
            Now = next.At > Now ? next.At : Now;
            _rehearsal.Wake(Setting);
        }

        Now = until;
        Replies.AddRange(Done.Skip(before).OfType<SendReply>().Select(send => send.Text));
        return this;
    }

    public Talk Happens(InboxEventKind kind, string? detail = null, string text = "")
    {
        State = State.Absorb([Event(kind) with { Detail = detail, Text = text }], Setting);
        return this;
    }

    /// <summary>The lead sends what is no text.</summary>
    public Talk Sends(string attachment) => Hears(Event(InboxEventKind.LeadMessage) with { Attachment = attachment });

    /// <summary>Something happens, and what follows from it is done.</summary>
    public Talk Hears(InboxEvent e)
    {
        var before = _rehearsal.Done.Count;
        if (_rehearsal.Hear([e], Setting) is { } thought) _rehearsal.Answer(new Proposal { Reading = thought.Listen() }, Setting);
        _rehearsal.Finish(Setting);
        Replies.AddRange(Done.Skip(before).OfType<SendReply>().Select(send => send.Text));
        Now = Now.AddMinutes(1);
        return this;
    }

    public void Absorbs(InboxEvent e) => State = State.Absorb([e], Setting);

    public InboxEvent Event(InboxEventKind kind) => new()
    {
        Id = ++_inboxId,
        Kind = kind,
        Conversation = new ConversationId("loc", "ana"),
        MessageId = $"m{_inboxId}",
        HasProviderId = true,
        SentAt = Now,
        ReceivedAt = Now,
    };
}

/// <summary>Readings as tests need them.</summary>
internal static class Readings
{
    public static PlaybookTags Tags => Playbook.Agency.Tags;

    public static Reading Of(Intent intent) => new() { Intent = intent };

    public static Reading Gives(Lead fields) => new() { Intent = Intent.Answer, Fields = fields };

    public static Reading Chooses(int index) => new() { Intent = Intent.ChooseSlot, Slot = new SlotReading(SlotMatch.One, [index]) };
}
