using OutletBot.Agent;
using OutletBot.Inbox;

namespace OutletBot.Conversations;

/// <summary>
/// Plays a conversation through the core as its shell does, but nothing is done: effects are noted, and a time is booked
/// when it is free. It knows no CRM, no SQL and no clock, so that whatever is played leaves no trace.
/// </summary>
internal sealed class Rehearsal
{
    private readonly List<Effect> _done = [];

    public Conversation State { get; set; } = new() { ContactRead = true };

    /// <summary>The calendar's free times, in the order they are offered. A time that is booked is taken from it.</summary>
    public IList<DateTimeOffset> Free { get; init; } = [];

    /// <summary>The contact's tags, as GHL would hold them.</summary>
    public ISet<string> Tags { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>How the booking of a time ends; unset or without an answer, it is booked when it is free.</summary>
    public Func<Effect, DateTimeOffset, RehearsedBooking?>? Bookings { get; init; }

    /// <summary>What would have been done, in order.</summary>
    public IReadOnlyList<Effect> Done => _done;

    /// <summary>What the lead would have read, in order.</summary>
    public IEnumerable<SendReply> Replies => _done.OfType<SendReply>();

    /// <summary>Appointments made, those moved or cancelled later included.</summary>
    public int Appointments { get; private set; }

    /// <summary>Begins a turn: takes events in, and answers those that need no thought.</summary>
    /// <param name="events">What happened.</param>
    /// <param name="setting">The location and now.</param>
    /// <param name="contact">What GHL knows of the contact; null where it is not read now.</param>
    /// <param name="switchedOn">Whether the tag that had silenced us was found gone.</param>
    /// <returns>What a brain must think about before <see cref="Answer"/>; null when nobody waits for an answer.</returns>
    public Thought? Hear(IReadOnlyCollection<InboxEvent> events, Setting setting, ContactFacts? contact = null, bool switchedOn = false)
    {
        State = State.Begun();
        if (contact is not null) State = State.Know(contact, setting);
        if (switchedOn) State = State.SwitchedOn(setting);
        State = State.Absorb(events, setting);
        var heard = string.Join('\n', events.Where(e => e.Kind == InboxEventKind.LeadMessage).Select(e => e.Text));
        if (State.IsOverheard && (Thoughts.Of(State, setting) with { Text = heard }).Listen() is { Intent: Intent.OptOut } stop)
            Answer(new Proposal { Reading = stop }, setting);
        if (!State.AwaitsReply) return null;
        if (State.Unanswered.Length > 0) return Thoughts.Of(State, setting);
        Answer(new Proposal { Reading = new Reading() }, setting);
        return null;
    }

    /// <summary>Decides on what a brain proposes, and does what follows from it.</summary>
    public void Answer(Proposal proposal, Setting setting)
    {
        Decide(proposal, setting);
        Finish(setting);
    }

    /// <summary>Decides, and does nothing yet.</summary>
    public void Decide(Proposal proposal, Setting setting) =>
        State = State.Decide(proposal, setting).Next ?? State.Decide(proposal, setting with { FreeTimes = [.. Free] }).Next!;

    /// <summary>Does what was decided on.</summary>
    public void Finish(Setting setting)
    {
        while (State.Effects.Count > 0) Run(State.Effects[0], setting);
    }

    /// <summary>Takes back what was said since so many effects were done: somebody else spoke before it left.</summary>
    public void Unsay(int since)
    {
        for (var i = _done.Count - 1; i >= since; i--)
        {
            if (_done[i] is SendReply) _done.RemoveAt(i);
        }
    }

    /// <summary>Says what is due to a silent lead.</summary>
    public void Wake(Setting setting)
    {
        State = State.FollowUp(setting);
        while (State.Effects.Count > 0) Run(State.Effects[0], setting);
    }

    private void Run(Effect effect, Setting setting)
    {
        if (effect is not SendReply { Withdrawn: true }) _done.Add(effect);
        switch (effect)
        {
            case SendReply { Withdrawn: true } unsent:
                State = State.Unsent(unsent);
                return;
            case SendReply { Until: not null } followUp:
                State = State.Followed(followUp.Text);
                break;
            case BookSlot book:
                if (Book(book, $"a{Appointments + 1}", book.Start, setting)) Appointments++;
                return;
            case MoveAppointment move:
                Book(move, move.AppointmentId, move.Start, setting);
                return;
            case AddTags add:
                Tags.UnionWith(add.Tags);
                break;
            case RemoveTags remove:
                Tags.ExceptWith(remove.Tags);
                break;
        }

        State = State with { Effects = [.. State.Effects.Skip(1)] };
    }

    private bool Book(Effect effect, string appointment, DateTimeOffset start, Setting setting)
    {
        var end = Bookings?.Invoke(effect, start) ?? new RehearsedBooking(Free.Remove(start) ? appointment : null);
        var then = setting with { Now = end.At ?? setting.Now, FreeTimes = [.. Free] };
        State = end.AppointmentId is { } id ? State.Booked(effect.Id, new BookedAppointment(id, start), then)
            : end.Refusal is { } reason ? State.BookingRefused(effect.Id, reason, then)
            : State.SlotTaken(effect.Id, then);
        return end.AppointmentId is not null;
    }
}

/// <summary>How a rehearsed booking ends.</summary>
/// <param name="AppointmentId">The appointment; null where the time was taken or refused.</param>
/// <param name="Refusal">Why it is refused for good, null where it is not.</param>
/// <param name="At">When that was known; null at once.</param>
internal sealed record RehearsedBooking(string? AppointmentId, string? Refusal = null, DateTimeOffset? At = null);
