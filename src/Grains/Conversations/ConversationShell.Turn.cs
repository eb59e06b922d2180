using System.Diagnostics;
using OutletBot.Agent;
using OutletBot.Crm;
using OutletBot.Inbox;

namespace OutletBot.Conversations;

internal sealed partial class ConversationShell
{
    /// <summary>Thinking starts anew when the lead writes on; this many times at most, so that an answer comes at all.</summary>
    private const int RestartsAtMost = 5;

    private const int MessagesReadForTheChannel = 10;

    private static readonly Task Never = new TaskCompletionSource().Task;

    private (string Text, Proposal Proposal)? _thought;
    private bool _interrupted;
    private ActivityContext _turn;

    /// <summary>Waits, thinks, decides and commits, for all that has arrived.</summary>
    private async Task RunTurnAsync()
    {
        var started = world.Time.GetTimestamp();
        await WaitForQuietAsync();
        using var activity = TurnTelemetry.Start(_pending[0].Event);
        _turn = activity?.Context ?? default;
        var before = MustReadContact ? State.Begun().Know(await ReadContactAsync(SettingNow()), SettingNow()) : State.Begun();
        before = await ReadSwitchAsync(before, SettingNow());
        for (var restarts = 0; ; restarts++)
        {
            InboxEvent[] events = [.. _pending.Select(p => p.Event).OrderBy(e => e.SentAt).ThenBy(e => e.Id)];
            var arrival = restarts < RestartsAtMost ? _arrival.Task : Never;
            var heard = await HearAsync(events);
            var setting = SettingNow();
            setting = setting with { Meanwhile = await ReadMeanwhileAsync(before, events, setting) };
            var next = before.Absorb(heard, setting);
            if (next.AwaitsReply && await ThinkAsync(next, setting, arrival) is { } proposal) next = await DecideAsync(next, proposal, setting);
            else if (next.IsOverheard && (Thoughts.Of(next, setting) with { Text = TextOf(heard) }).Listen() is { Intent: Intent.OptOut } stop)
                next = await DecideAsync(next, new Proposal { Reading = stop }, setting);
            if (arrival.IsCompleted)
            {
                // What arrived before the decision is committed is part of it.
                await WaitForQuietAsync();
                continue;
            }

            await CommitAsync(next);
            _recorded = false;
            (_thought, _interrupted) = (null, false);
            Forget(events);
            TurnTelemetry.Decided(id.LocationId, next, world.Time.GetElapsedTime(started));
            activity?.SetTag("outletbot.stage", next.Stage.ToString());
            return;
        }
    }

    /// <summary>Waits until the lead stops typing, but no longer than MaxWait after the first fragment.</summary>
    private async Task WaitForQuietAsync()
    {
        // Only what a lead writes comes in fragments.
        while (_pending.Exists(p => p.Event.Kind == InboxEventKind.LeadMessage) && !_pending.Exists(p => Interrupts(p.Event)))
        {
            var sinceFirst = world.Time.GetElapsedTime(_pending[0].Arrived);
            var sinceLast = world.Time.GetElapsedTime(_pending[^1].Arrived);
            var wait = new[] { world.Options.QuietPeriod - sinceLast, world.Options.MaxWait - sinceFirst }.Min();
            if (wait <= TimeSpan.Zero) return;
            await WaitAsync(wait, _arrival.Task);
        }
    }

    /// <summary>The brain's proposal; null when something arrived meanwhile that it must know.</summary>
    private async Task<Proposal?> ThinkAsync(Conversation next, Setting setting, Task arrival)
    {
        if (next.Unanswered.Length == 0) return new Proposal { Reading = new Reading() };
        // One model call a turn: one that waits for GHL has thought already, and whoever writes on has spent the call.
        if (_thought is { } thought && thought.Text == next.Unanswered) return thought.Proposal;
        _interrupted |= _thought?.Proposal.Usage is not null;

        using var thinking = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var proposal = world.Brain.ThinkAsync(Thoughts.Of(next, setting) with { Conversation = id, Interrupted = _interrupted }, thinking.Token);
        if (await Task.WhenAny(proposal, arrival) != proposal)
        {
            _interrupted = true;
            thinking.Cancel();
            await ((Task)proposal).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            return null;
        }

        _thought = (next.Unanswered, await proposal);
        return _thought.Value.Proposal;
    }

    private async Task<Conversation> DecideAsync(Conversation next, Proposal proposal, Setting setting)
    {
        if (next.Decide(proposal, setting).Next is { } decided) return decided;
        var free = await UnlessRefusedAsync(() => world.Calendar.FreeTimesAsync(id.LocationId, fresh: false, _stop.Token), []);
        return next.Decide(proposal, setting with { FreeTimes = free }).Next
            ?? throw new InvalidOperationException("A decision needs free times though they were given.");
    }

    /// <summary>Reads what GHL knows of the contact, once: nobody is asked for what they gave.</summary>
    private async Task<ContactFacts> ReadContactAsync(Setting setting)
    {
        var (location, contact) = id;
        var facts = new ContactFacts(await UnlessRefusedAsync(() => world.Crm.FindContactAsync(location, contact, _stop.Token), null));
        // Whoever comes back may have an appointment that somebody else made.
        if (State.ContactRead || facts.Contact?.Tags.Contains(setting.Tags.Scheduled) == true)
        {
            var appointments = await UnlessRefusedAsync(() => world.Crm.AppointmentsAsync(location, contact, setting.Location.TimeZone, _stop.Token), []);
            facts = facts with { Appointment = appointments.Where(a => a.Stands && a.Start > setting.Now).MinBy(a => a.Start) };
        }

        if (State.Channel is null && !_pending.Exists(p => p.Event.Channel is not null))
        {
            // A workflow's webhook does not say which channel the lead wrote on; GHL's conversation does.
            var messages = await UnlessRefusedAsync(() => world.Crm.MessagesAsync(location, contact, MessagesReadForTheChannel, _stop.Token), []);
            facts = facts with { Channel = messages.FirstOrDefault(m => m is { Inbound: true, Channel: not null })?.Channel };
        }

        return facts;
    }

    /// <summary>
    /// What GHL refuses for good is done without: a lead whose record cannot be read is still answered, and a calendar that
    /// cannot be read has no free times, so that a person is called.
    /// </summary>
    private async Task<T> UnlessRefusedAsync<T>(Func<Task<T>> read, T otherwise)
    {
        try
        {
            return await read();
        }
        catch (CrmException e) when (!e.IsTransient)
        {
            LogCrmFailed(e.Failure, e.Message);
            return otherwise;
        }
    }

    private static string TextOf(IEnumerable<InboxEvent> events) =>
        string.Join('\n', events.Where(e => e.Kind == InboxEventKind.LeadMessage).Select(e => e.Text));

    private async Task WaitAsync(TimeSpan wait, Task signal)
    {
        // Task.Delay cuts fractions of a millisecond off: a wait of less would end at once, and be begun again and again.
        var whole = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
        await signal.WaitAsync(whole, world.Time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _stop.Token.ThrowIfCancellationRequested();
    }
}
