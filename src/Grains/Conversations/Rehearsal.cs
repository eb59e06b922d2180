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

    /// <summary>What would have been done, in order.</summary>
    public IReadOnlyList<Effect> Done => _done;

    /// <summary>What the lead would have read, in order.</summary>
    public IEnumerable<SendReply> Replies => _done.OfType<SendReply>();

    /// <summary>Appointments made, those moved or cancelled later included.</summary>
    public int Bookings { get; private set; }

    /// <summary>Takes events in, and answers those that need no thought.</summary>
    /// <returns>What a brain must think about before <see cref="Answer"/>; null when nobody waits for an answer.</returns>
    public Thought? Hear(IReadOnlyCollection<InboxEvent> events, Setting setting)
    {
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
        State = State.Decide(proposal, setting).Next ?? State.Decide(proposal, setting with { FreeTimes = [.. Free] }).Next!;
        while (State.Effects.Count > 0) Run(State.Effects[0], setting);
    }

    private void Run(Effect effect, Setting setting)
    {
        if (effect is not SendReply { Withdrawn: true }) _done.Add(effect);
        switch (effect)
        {
            case BookSlot book:
                if (Book(book, $"a{Bookings + 1}", book.Start, setting)) Bookings++;
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
        var isFree = Free.Remove(start);
        State = isFree
            ? State.Booked(effect.Id, new BookedAppointment(appointment, start), setting)
            : State.SlotTaken(effect.Id, setting with { FreeTimes = [.. Free] });
        return isFree;
    }
}
