using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.ReadModel;

namespace OutletBot.Conversations;

internal sealed partial class ConversationShell
{
    /// <summary>An effect that failed for this long stands in the operators' queue and is not tried any more.</summary>
    private static readonly TimeSpan TriedFor = TimeSpan.FromHours(24);

    /// <summary>GHL shows a message in its list a moment after it took it.</summary>
    private static readonly TimeSpan BeforeReconciling = TimeSpan.FromSeconds(1);

    /// <summary>A lead who waits this long may need a person.</summary>
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(1);

    private const int FailuresBeforeOperatorsAreTold = 4;

    private readonly Dictionary<string, Trial> _trials = [];
    private readonly List<long> _remark = [];
    private bool _takenOver;

    private bool Interrupts(InboxEvent e) =>
        e.Kind is InboxEventKind.PersonMessage or InboxEventKind.TakeOver or InboxEventKind.DoNotDisturb
        || (e.Kind == InboxEventKind.TagsChanged && e.Detail?.Split(',').Contains(world.Options.TakeOverTag) == true);

    /// <summary>
    /// Makes the unfinished effects of an earlier activation this one's: the commit stops the other from renewing its lease,
    /// the wait lets the lease run out, and what may have been done is looked up.
    /// </summary>
    private async Task TakeOverAsync()
    {
        await CommitAsync(State);
        await Task.Delay(Lease, world.Time, _stop.Token);
        foreach (var effect in State.Effects) _trials[effect.Id] = new Trial { Reconcile = true };
        _takenOver = false;
    }

    private Effect? NextEffect()
    {
        var now = _clock.Now;
        var waiting = new List<Effect>();
        foreach (var effect in State.Effects)
        {
            var isReady = !_trials.TryGetValue(effect.Id, out var trial) || trial.NotBefore <= now;
            if (isReady && !waiting.Exists(earlier => earlier.Precedes(effect))) return effect;
            waiting.Add(effect);
        }

        return null;
    }

    private async Task RunEffectAsync(Effect effect)
    {
        using var activity = TurnTelemetry.Start(effect, _turn);
        var trial = _trials.GetValueOrDefault(effect.Id) ?? (_trials[effect.Id] = new Trial());
        var clearance = Begin(effect);
        Conversation? next = null;
        CrmException? failure = null;
        try
        {
            next = await _effects.RunAsync(id, State, effect, trial.Reconcile, clearance, SettingNow(), _stop.Token);
        }
        catch (UnwantedException)
        {
            // The next step takes in what made it so.
            return;
        }
        catch (CrmException e)
        {
            failure = e;
        }
        finally
        {
            await EndAsync();
        }

        if (failure is not null || next is null)
        {
            // Who was asked on behalf of others tells only them when it could not commit.
            await _renewing;
            await OnFailureAsync(effect, trial, failure!);
            return;
        }

        _trials.Remove(effect.Id);
        TurnTelemetry.Done(id.LocationId, effect);
        if (effect.Told is { } told && next.NeedsHuman == told) next = next with { NeedsHuman = null };
        Advance(next);
    }

    private async Task OnFailureAsync(Effect effect, Trial trial, CrmException e)
    {
        LogEffectFailed(effect.GetType().Name, e.Failure, e.Message);
        trial.Failures++;
        trial.Reconcile |= e.OutcomeUnknown;
        if (!e.IsTransient || world.Time.GetUtcNow() - effect.Since > TriedFor)
        {
            _trials.Remove(effect.Id);
            Advance(Refused(effect, e));
            _recorded = false;
            return;
        }

        var wait = e.RetryAfter ?? Backoff[Math.Min(trial.Failures - 1, Backoff.Length - 1)];
        if (trial.Reconcile && wait < BeforeReconciling) wait = BeforeReconciling;
        trial.NotBefore = _clock.Now + wait;
        // Whoever stands in the operators' queue for another reason keeps it.
        if (State.NeedsHuman is null && effect.Until is null && (NeedsOperators(e) || trial.Failures >= FailuresBeforeOperatorsAreTold))
        {
            var told = effect with { Told = $"{effect.GetType().Name} waits for GHL: {e.Message}" };
            await CommitAsync(State with { NeedsHuman = told.Told, Effects = [.. State.Effects.Select(x => x.Id == effect.Id ? told : x)] });
            await world.Log.RecordAsync(new TurnRecord { Conversation = Row(State) }, _stop.Token);
        }
    }

    /// <summary>Whether trying again soon is in vain: the token is refused, or GHL will hear nothing for long, as when the day's requests are used up.</summary>
    private static bool NeedsOperators(CrmException e) => e.Failure == CrmFailure.Unauthorized || e.RetryAfter >= LongWait;

    /// <summary>A turn that cannot begin waits in the inbox; whoever can help should see it. The row is told anew when it goes on.</summary>
    private Task TellOperatorsAsync(CrmException e) =>
        NeedsOperators(e) || _failures == FailuresBeforeOperatorsAreTold ? TellOperatorsAsync($"A message waits for GHL: {e.Message}") : Task.CompletedTask;

    private async Task TellOperatorsAsync(string why)
    {
        try
        {
            await world.Log.RecordAsync(
                new TurnRecord { Conversation = Row(State) with { NeedsHuman = why, UpdatedAt = world.Time.GetUtcNow() } },
                _stop.Token);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            LogStepFailed(failed);
        }
    }

    /// <summary>What becomes of a conversation when GHL refuses an effect for good.</summary>
    private Conversation Refused(Effect effect, CrmException e)
    {
        var reason = $"{effect.GetType().Name} failed: {e.Message}";
        var without = State with { Effects = [.. State.Effects.Where(x => x.Id != effect.Id)] };
        return effect switch
        {
            BookSlot or MoveAppointment => State.BookingRefused(effect.Id, reason, SettingNow()),
            SendReply { Withdrawn: true } => without,
            // Whoever has do-not-disturb on has opted out elsewhere.
            SendReply when e.Failure == CrmFailure.DoNotDisturb => without with { Stage = Stage.OptedOut, Offer = [], Asked = null },
            // Nobody waits for a follow-up.
            { Until: not null } => without,
            AddTags => without with { NeedsHuman = reason },
            _ => without.CallOperators(reason, effect.Id, SettingNow()),
        };
    }

    private async Task WaitForRetryAsync()
    {
        // It may take hours: what is done by now must not have to be looked for after a crash.
        if (_progress is not null) await CommitAsync(State);
        var now = _clock.Now;
        var wait = State.Effects.Where(e => _trials.ContainsKey(e.Id)).Select(e => _trials[e.Id].NotBefore).Where(at => at > now).DefaultIfEmpty(now).Min() - now;
        KeepAlive(wait + TimeSpan.FromMinutes(2));
        if (wait > TimeSpan.Zero) await WaitAsync(wait, _arrival.Task);
    }

    /// <summary>A person took over, or do-not-disturb came on, while a reply waits: it must not be sent any more.</summary>
    private async Task AbsorbInterruptionsAsync()
    {
        InboxEvent[] interruptions = [.. _pending.Select(p => p.Event).Where(Interrupts).OrderBy(e => e.SentAt).ThenBy(e => e.Id)];
        await CommitAsync(State.Absorb(interruptions, SettingNow()));
        Forget(interruptions);
        _recorded = false;
    }

    /// <summary>These are committed; what arrived since waits on.</summary>
    private void Forget(InboxEvent[] events)
    {
        _pending.RemoveAll(p => events.Contains(p.Event));
        _silenced = _pending.Exists(p => Interrupts(p.Event));
        _leadWrites = _pending.Exists(p => p.Event.Kind == InboxEventKind.LeadMessage);
    }

    /// <summary>Adds what happened to the read model and marks the inbox, once all effects of the turn are done.</summary>
    private async Task RecordAsync()
    {
        // While something is to be done one event stays unmarked: it has the conversation woken after a crash.
        var handled = State.Effects.Count == 0 ? State.Unmarked : [.. State.Unmarked.SkipLast(1)];
        await world.Log.RecordAsync(
            new TurnRecord { Conversation = Row(State), Messages = State.Unrecorded, Grounds = GroundsRows(State), HandledInboxIds = handled },
            _stop.Token);
        _recorded = true;
        TurnTelemetry.Recorded(State);
    }

    private async Task RemarkAsync()
    {
        long[] ids = [.. _remark];
        await world.Log.RecordAsync(new TurnRecord { Conversation = Row(State), HandledInboxIds = ids }, _stop.Token);
        _remark.RemoveAll(ids.Contains);
    }

    private static GroundsRow[] GroundsRows(Conversation c) => [.. c.Grounds.Select(g => new GroundsRow { GroundsId = g.Id, At = g.At, Body = g.ToJson() })];

    private ConversationRow Row(Conversation c) => Row(c, c.Leaving is { } since ? (since, "Leaving") : c.NextFollowUp(SettingNow()) is { } next ? (next.At, $"{next.Kind}") : null);

    private ConversationRow Row(Conversation c, (DateTimeOffset At, string Kind)? followUp) => new()
    {
        LocationId = id.LocationId,
        ContactId = id.ContactId,
        Turn = c.Turn,
        Stage = c.Stage.ToString(),
        Language = c.Language,
        LeadName = c.Lead.Name,
        MonthlyBudgetUsd = c.Lead.MonthlyBudgetUsd,
        AppointmentAt = c.Appointment?.Start,
        FollowUpAt = followUp?.At,
        FollowUpKind = followUp?.Kind,
        NeedsHuman = c.NeedsHuman,
        InputTokens = c.InputTokens,
        OutputTokens = c.OutputTokens,
        CostUsd = c.CostUsd,
        UpdatedAt = c.UpdatedAt,
    };

    /// <summary>The tries of one effect by this activation.</summary>
    private sealed class Trial
    {
        public int Failures { get; set; }

        /// <summary>Whether it may have had its effect already.</summary>
        public bool Reconcile { get; set; }

        public DateTimeOffset NotBefore { get; set; }
    }
}
