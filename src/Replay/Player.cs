using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.Options;

namespace OutletBot.Replay;

/// <summary>
/// Plays a recorded conversation through the core as it was: the same events at the same times, the CRM and the calendar as they answered
/// then. What would be done is kept, and nothing is.
/// </summary>
internal sealed partial class Player
{
    private readonly RecordedConversation _record;
    private readonly IBrain _brain;
    private readonly LocationSettings _location;
    private readonly ConversationOptions _options;
    private readonly RecordedCalendar _calendar;
    private readonly Rehearsal _rehearsal;
    private bool _offered;

    private Player(RecordedConversation record, IBrain brain, LocationSettings location, ConversationOptions options)
    {
        (_record, _brain, _location, _options) = (record, brain, location, options);
        _calendar = new RecordedCalendar(record.Grounds, location);
        _rehearsal = new Rehearsal { State = new Conversation(), Free = [], Bookings = Book };
    }

    private IReadOnlyList<TurnGrounds> Grounds => _record.Grounds;

    public static async Task<ReplayedConversation> PlayAsync(
        RecordedConversation record, IBrain brain, LocationSettings location, ConversationOptions options, CancellationToken cancellation)
    {
        var player = new Player(record, brain, location, options);
        var turns = new List<ReplayedTurn>();
        for (var turn = 0; turn < record.Grounds.Count; turn++)
        {
            if (record.Grounds[turn] is { Sight: { } sight } due) turns.Add(player.FollowUp(due, sight));
            else if (record.Grounds[turn].Booking is null) turns.Add(await player.TurnAsync(turn, cancellation));
        }

        return new()
        {
            Id = record.Id,
            Turns = turns,
            WritesKept = player._rehearsal.Done.CountBy(e => e.GetType().Name).ToDictionary(StringComparer.Ordinal),
            FromTranscript = record.FromTranscript,
            AssumedTimes = player._calendar.IsAssumed && player._offered,
        };
    }

    private async Task<ReplayedTurn> TurnAsync(int turn, CancellationToken cancellation)
    {
        var grounds = Grounds[turn];
        var setting = SettingAt(grounds);
        _rehearsal.Free.Clear();
        foreach (var time in _calendar.FreeAt(turn)) _rehearsal.Free.Add(time);

        var events = EventsOf(grounds);
        var done = _rehearsal.Done.Count;
        ModelUsage? usage = null;
        Conversation? withheld = null;
        if (_rehearsal.Hear(events, setting, grounds.Contact, grounds.SwitchedOn) is { } thought)
        {
            var proposal = await _brain.ThinkAsync(thought, cancellation);
            usage = proposal.Usage;
            _rehearsal.Decide(proposal, setting);
            // What was withdrawn before it left is withdrawn again.
            if (IsWithheld(turn))
            {
                withheld = _rehearsal.State;
                _rehearsal.State = withheld.Absorb(EventsOf(Grounds[turn + 1]), SettingAt(Grounds[turn + 1]));
            }

            _rehearsal.Finish(setting);
            if (IsOutcomeWithheld(turn)) _rehearsal.Unsay(done);
        }

        var state = withheld ?? _rehearsal.State;
        _offered |= state.Offer.Count > 0;
        return new(grounds.At, [.. events.Select(Told)], Then(grounds), Now(state, done) with { CostUsd = usage?.CostUsd });
    }

    private Answer Now(Conversation state, int done)
    {
        SendReply[] said = [.. _rehearsal.Done.Skip(done).OfType<SendReply>()];
        return new()
        {
            Replies = [.. said.Select(send => send.Text)],
            Brain = said.Length == 0 ? null : said[^1].Brain == BrainKind.Model ? "model" : "rules",
            Stage = state.Stage,
            Lead = state.Lead,
            Appointment = state.Appointment?.Start,
        };
    }

    private Answer Then(TurnGrounds grounds)
    {
        if (grounds.Conclusion is not { } concluded) return new();
        var replies = _record.Replies(concluded.Turn);
        // A booking concludes the turn that wanted it.
        var last = Grounds.LastOrDefault(g => g.Conclusion?.Turn == concluded.Turn)!.Conclusion!;
        return new()
        {
            Replies = [.. replies.Select(m => m.Text)],
            Brain = replies.Count == 0 ? null : replies[^1].Brain,
            Stage = last.Stage,
            Lead = last.Lead,
            Appointment = last.Appointment,
            CostUsd = concluded.CostUsd,
        };
    }

    private bool IsWithheld(int turn) => IsUnsaid(turn) && Grounds.ElementAtOrDefault(turn + 1) is { Conclusion: null, Events: not null };

    /// <summary>Whether what a booking led to was withdrawn: somebody else spoke after its outcome.</summary>
    private bool IsOutcomeWithheld(int turn) => IsUnsaid(turn) && Grounds.ElementAtOrDefault(turn + 1) is { Booking: not null }
        && Grounds.Skip(turn + 1).FirstOrDefault(next => next.Booking is null) is { Conclusion: null, Events: not null };

    private bool IsUnsaid(int turn) => Grounds[turn].Conclusion is { } concluded && _record.Replies(concluded.Turn).Count == 0;

    private RehearsedBooking Book(Effect effect, DateTimeOffset start)
    {
        if (_calendar.Ended(start) is not { Booking: { } outcome } ended)
            return new(_rehearsal.Free.Remove(start) ? $"replayed-{effect.Id}" : null);
        if (ended.Free is { } fresh)
        {
            _rehearsal.Free.Clear();
            foreach (var time in fresh.Times) _rehearsal.Free.Add(time);
        }

        return new(outcome.AppointmentId, outcome.Refusal, ended.At);
    }

    private InboxEvent[] EventsOf(TurnGrounds grounds) => [.. (grounds.Events ?? []).Select(e => e.ToEvent(_record.Id, _record.TextOf(e)))];

    private Setting SettingAt(TurnGrounds grounds) => new()
    {
        Location = _location,
        Now = grounds.At,
        HandOffTimeout = _options.HandOffTimeout,
        TakeOverTag = _options.TakeOverTag,
        ReleaseTag = _options.ReleaseTag,
        GreetingWorkflowId = _options.GreetingWorkflowId,
        Meanwhile = grounds.Meanwhile ?? [],
    };

    private static string Told(InboxEvent e) => e.Kind switch
    {
        InboxEventKind.LeadMessage => e.Attachment is { } kind ? $"[{kind}]" : e.Text,
        InboxEventKind.PersonMessage => $"(a person) {e.Text}",
        _ => $"({e.Kind}{(e.Detail is { } detail ? $": {detail}" : "")})",
    };
}
