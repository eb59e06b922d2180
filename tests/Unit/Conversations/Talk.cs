using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.Playbooks;
using OutletBot.Understanding;

namespace OutletBot.Unit.Conversations;

/// <summary>Drives the pure core as the shell does, with a calendar that always books what is free.</summary>
internal sealed class Talk
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(-6));

    private long _inboxId;

    public LocationSettings Location { get; init; } = new()
    {
        LocationId = "loc",
        TimeZone = "America/Chicago",
        Language = "es",
        MinimumBudget = 300,
        AgentName = "María",
        CalendarId = "cal",
    };

    public Conversation State { get; set; } = new() { ContactRead = true };

    public DateTimeOffset Now { get; set; } = Monday;

    public List<DateTimeOffset> Free { get; init; } =
    [
        Monday.AddDays(1), Monday.AddDays(1).AddHours(2), Monday.AddDays(2), Monday.AddDays(2).AddHours(6), Monday.AddDays(3),
    ];

    public List<string> Replies { get; } = [];

    public List<Effect> Done { get; } = [];

    public string LastReply => Replies[^1];

    public IEnumerable<string> TagsAdded => Done.OfType<AddTags>().SelectMany(t => t.Tags);

    private Setting Setting => new() { Location = Location, Now = Now, FreeTimes = null };

    /// <summary>The lead writes; what it means is read by the rules, or given.</summary>
    public Talk Lead(string text, Reading? reading = null, string? reply = null, Field? replyAsks = null)
    {
        var before = Replies.Count;
        State = State.Absorb([Event(InboxEventKind.LeadMessage) with { Text = text }], Setting);
        if (State.AwaitsReply)
        {
            var thought = Thoughts.Of(State, Setting);
            var understood = reading ?? Reader.Read(new Utterance
            {
                Text = thought.Text,
                LastReply = State.LastReply,
                Asked = thought.Asked,
                Known = thought.Lead,
                Offered = thought.Offered,
                Appointment = thought.Appointment,
                Now = thought.Now,
            });
            Decide(new Proposal { Reading = understood, Reply = reply, ReplyAsks = replyAsks });
        }

        if (Replies.Count == before) Replies.Add("");
        Now = Now.AddMinutes(1);
        return this;
    }

    public Talk Happens(InboxEventKind kind, string? detail = null, string text = "")
    {
        State = State.Absorb([Event(kind) with { Detail = detail, Text = text }], Setting);
        return this;
    }

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

    private void Decide(Proposal proposal)
    {
        State = State.Decide(proposal, Setting).Next ?? State.Decide(proposal, Setting with { FreeTimes = Free }).Next!;
        while (State.Effects.Count > 0) Run(State.Effects[0]);
    }

    private void Run(Effect effect)
    {
        Done.Add(effect);
        switch (effect)
        {
            case BookSlot book when Free.Remove(book.Start):
                State = State.Booked(effect.Id, new BookedAppointment("a1", book.Start), Setting);
                return;
            case MoveAppointment move when Free.Remove(move.Start):
                State = State.Booked(effect.Id, new BookedAppointment(move.AppointmentId, move.Start), Setting);
                return;
            case BookSlot or MoveAppointment:
                State = State.SlotTaken(effect.Id, Setting with { FreeTimes = Free });
                return;
            case SendReply send:
                Replies.Add(send.Text);
                break;
        }

        State = State with { Effects = [.. State.Effects.Skip(1)] };
    }
}

/// <summary>Readings as tests need them.</summary>
internal static class Readings
{
    public static PlaybookTags Tags => Playbook.Agency.Tags;

    public static Reading Of(Intent intent) => new() { Intent = intent };

    public static Reading Gives(Lead fields) => new() { Intent = Intent.Answer, Fields = fields };

    public static Reading Chooses(int index) => new() { Intent = Intent.ChooseSlot, Slot = new SlotReading(SlotMatch.One, [index]) };
}
