using System.Text.Json.Serialization;
using OutletBot.FollowUps;
using OutletBot.Inbox;

namespace OutletBot.Conversations;

internal sealed partial record Conversation
{
    /// <summary>What the turns were decided on that may not be in the read model yet.</summary>
    public IReadOnlyList<TurnGrounds> Grounds { get; init; } = [];

    /// <summary>Whether something may not be in the read model, or not marked in the inbox, yet: the next turn would forget it.</summary>
    [JsonIgnore]
    public bool LeavesRecords => Unrecorded.Count + Unmarked.Count + Grounds.Count > 0;

    /// <summary>The conversation at the start of a turn: what belongs to those before is in the read model and in the inbox.</summary>
    public Conversation Begun() => this with { Unrecorded = [], Unmarked = Effects.Count == 0 ? [] : [.. Unmarked.TakeLast(1)], Grounds = [] };

    /// <summary>Whether an event of the inbox is part of this value.</summary>
    public bool Knows(long inboxId) => Handled.Contains(inboxId) || Unmarked.Contains(inboxId);

    /// <summary>Takes over what GHL knows of the contact. Nothing that the lead said here is overwritten.</summary>
    public Conversation Know(ContactFacts facts, Setting setting)
    {
        var next = (ContactRead ? this : this with { Language = setting.Location.Language }).Know(facts.Contact, setting.Tags);
        if (!ContactRead && facts.Contact is { } contact) next = next.KnowSwitch(contact.Tags, setting);
        next = next.KnowAppointment(facts.Appointment, setting.Now);
        return (next with { Channel = next.Channel ?? facts.Channel }).Noted(setting, grounds => grounds with { Contact = facts });
    }

    /// <summary>Adds to the grounds of the turn that begins.</summary>
    private Conversation Noted(Setting setting, Func<TurnGrounds, TurnGrounds> what)
    {
        var open = Grounds is [.., { Events: null, Booking: null, Sight: null }];
        var last = open ? Grounds[^1] : new TurnGrounds { Id = "", At = setting.Now };
        return this with { Grounds = [.. open ? Grounds.SkipLast(1) : Grounds, what(last)] };
    }

    private Conversation Noted(List<InboxEvent> events, Setting setting) => events.Count == 0 ? this : Noted(setting, grounds => grounds with
    {
        // Every event is taken in once.
        Id = $"event-{events[0].Id}",
        At = setting.Now,
        Events = [.. events.Select(Occurrence.Of)],
        Meanwhile = setting.Meanwhile.Count > 0 ? setting.Meanwhile : grounds.Meanwhile,
    });

    private Conversation Noted(Sight sight, Setting setting) => this with
    {
        Grounds = [.. Grounds, new TurnGrounds { Id = $"follow-up-{setting.Now.ToUnixTimeMilliseconds()}", At = setting.Now, Sight = sight }],
    };

    private Conversation Noted(BookingOutcome outcome, Setting setting) => this with
    {
        Grounds = [.. Grounds, new TurnGrounds { Id = $"effect-{outcome.EffectId}", At = setting.Now, Booking = outcome, Free = outcome.AppointmentId is null ? Kept(setting) : null, Conclusion = Concluded() }],
    };

    /// <summary>Notes what came of the turn.</summary>
    private Conversation Noted(ModelUsage? usage, Setting setting) => Grounds is [.., { Booking: null, Conclusion: null } last]
        ? this with { Grounds = [.. Grounds.SkipLast(1), last with { Free = Kept(setting), Conclusion = Concluded() with { CostUsd = usage?.CostUsd } }] }
        : this;

    private static FreeTimes? Kept(Setting setting) => setting.FreeTimes is { } free ? new([.. free.Take(FreeTimes.KeptAtMost)]) : null;

    private Conclusion Concluded() => new() { Turn = Turn, Stage = Stage, Lead = Lead, Appointment = Appointment?.Start };
}
