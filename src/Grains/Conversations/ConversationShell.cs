using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using OutletBot.Agent;
using OutletBot.Booking;
using OutletBot.Crm;
using OutletBot.Crm.Traffic;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.Options;
using OutletBot.ReadModel;
using OutletBot.Voice;

namespace OutletBot.Conversations;

/// <summary>Where a conversation's value is kept. A commit that finds a newer value than the last one read fails.</summary>
internal interface IConversationStore
{
    Conversation Current { get; }

    /// <exception cref="Orleans.Storage.InconsistentStateException">Another activation owns the conversation now.</exception>
    Task CommitAsync(Conversation next);
}

/// <summary>All that a shell needs of the world, so that a simulated one can stand in for it.</summary>
internal sealed record ConversationWorld(
    IBrain Brain,
    ICrm Crm,
    ICalendar Calendar,
    IConversationLog Log,
    ILocations Locations,
    ConversationOptions Options,
    TimeProvider Time,
    ILogger Logger)
{
    /// <summary>Who hears recordings; null when nobody does.</summary>
    public IVoice? Voice { get; init; }
}

/// <summary>
/// The shell around one <see cref="Conversation"/>: it collects what arrives, and one pump at a time waits, thinks, decides,
/// commits and runs effects. All of it happens on one scheduler, a step at a time; between two awaits more may arrive.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The token source has no timer and no wait handle: nothing is held.")]
internal sealed partial class ConversationShell(ConversationId id, IConversationStore store, ConversationWorld world)
{
    private static readonly TimeSpan[] Backoff = [.. new[] { 0.5, 1, 2, 5, 10, 20, 30, 60 }.Select(TimeSpan.FromSeconds)];

    private readonly EffectRunner _effects = new(world.Crm, world.Calendar, world.Time);
    private readonly List<(InboxEvent Event, long Arrived)> _pending = [];
    private readonly SteadyClock _clock = new(world.Time);
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _leave = new();
    private TaskCompletionSource _arrival = NewSignal();
    private Task? _pump;
    private Conversation? _progress;
    private bool _mustCommit;
    private bool _recorded = true;
    private int _failures;

    /// <summary>Called before each step, as a pump is invisible to idle collection.</summary>
    public Action<TimeSpan> KeepAlive { get; init; } = static _ => { };

    /// <summary>Called when this activation must not act any more.</summary>
    public Action GiveUp { get; init; } = static () => { };

    /// <summary>Sets the one wake-up of this conversation, which outlives the process and repeats until it is set anew; null takes it away.</summary>
    public Func<DateTimeOffset?, Task> WakeUpAt { get; init; } = static _ => Task.CompletedTask;

    /// <summary>The conversation with the effects that are done, committed or not: what was done is never done again for want of a commit.</summary>
    private Conversation State => _progress ?? store.Current;

    /// <summary>Takes over from an activation that may have died between commit and effect.</summary>
    public void Start()
    {
        _takenOver = State.Effects.Count > 0;
        _recorded = !State.LeavesRecords;
        if (_takenOver || !_recorded) StartPump();
    }

    /// <summary>Takes an event in. Returns at once.</summary>
    public void Deliver(InboxEvent inboxEvent)
    {
        if (State.Knows(inboxEvent.Id))
        {
            // Known, but still unmarked in the inbox: it is marked when its turn is recorded, or now if that is over.
            if (_recorded && State.Effects.Count == 0) _remark.Add(inboxEvent.Id);
        }
        else if (!_pending.Exists(p => p.Event.Id == inboxEvent.Id))
        {
            _pending.Add((inboxEvent, world.Time.GetTimestamp()));
            _silenced |= Interrupts(inboxEvent);
            _leadWrites |= inboxEvent.Kind == InboxEventKind.LeadMessage;
            Signal();
        }

        StartPump();
    }

    /// <summary>Ends the pump at its next await, but for an effect that has left: its outcome is waited for. What is unfinished then is in SQL.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        _stop.Cancel();
        if (_pump is { } pump)
        {
            try
            {
                await pump.WaitAsync(patience, world.Time);
            }
            catch (TimeoutException)
            {
                // The next activation waits the lease out and looks before it repeats.
            }
        }

        _leave.Cancel();
    }

    private void StartPump()
    {
        if (_pump is null or { IsCompleted: true }) _pump = PumpAsync();
    }

    private async Task PumpAsync()
    {
        await Task.Yield();
        // The pump outlives the call that started it: its turns belong to the traces of their own messages.
        Activity.Current = null;
        await StepOnAsync();
        if (_stop.IsCancellationRequested && _progress is not null) await LeaveAsync();
    }

    private async Task StepOnAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            KeepAlive(TimeSpan.FromMinutes(2));
            try
            {
                if (!await StepAsync()) return;
                _failures = 0;
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Orleans.Storage.InconsistentStateException)
            {
                LogSuperseded();
                // The other looks up what this one did.
                _progress = null;
                Abandon();
                return;
            }
            catch (CrmException e) when (e.IsTransient)
            {
                LogCrmFailed(e.Failure, e.Message);
                await TellOperatorsAsync(e);
                if (!await PauseAsync(e.RetryAfter)) return;
            }
            catch (Exception e)
            {
                // Storage may be gone for a while: whatever the failure, nothing is dropped, and the value is read again.
                LogStepFailed(e);
                if (_failures >= 3)
                {
                    // It may fail like that in every activation. The row is told anew when the message is answered.
                    if (_pending.Count + State.Effects.Count > 0) await TellOperatorsAsync($"A message cannot be answered now: {e.GetType().Name}");
                    Abandon();
                    return;
                }

                if (!await PauseAsync(null)) return;
            }
        }
    }

    /// <summary>One step, the most urgent first. False when there is nothing left to do.</summary>
    private async Task<bool> StepAsync()
    {
        if (_mustCommit) await CommitAsync(State);
        if (_takenOver) await TakeOverAsync();
        if (_remark.Count > 0) await RemarkAsync();
        if (State.Effects.Count > 0 && _pending.Exists(p => Interrupts(p.Event))) await AbsorbInterruptionsAsync();
        if (State.Effects.Any(IsOvertaken)) await HoldFollowUpsBackAsync();
        if (NextEffect() is { } effect)
        {
            await RunEffectAsync(effect);
            return true;
        }

        if (!_recorded)
        {
            // Acked means followed up as well: the wake-up stands before the inbox forgets the message. One that repeats stands anyway.
            if (!_repeats) await SetWakeUpAsync();
            await RecordAsync();
            return true;
        }

        if (_pending.Count > 0 && !State.IsHeld)
        {
            await RunTurnAsync();
            return true;
        }

        if (State.Effects.Count == 0)
        {
            if (!_woken)
            {
                await SetWakeUpAsync();
                return false;
            }

            await FollowUpAsync();
            return true;
        }

        await WaitForRetryAsync();
        return true;
    }

    private async Task<bool> PauseAsync(TimeSpan? asked)
    {
        var pause = asked ?? Backoff[Math.Min(_failures, Backoff.Length - 1)];
        _failures++;
        try
        {
            await Task.Delay(pause, world.Time, _stop.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task CommitAsync(Conversation next)
    {
        // The lease counts from before the write: a slow write must not make it longer than others believe.
        var before = world.Time.GetTimestamp();
        await store.CommitAsync(next);
        Volatile.Write(ref _committedAt, before);
        _progress = null;
        _mustCommit = false;
        _recorded = _recorded && !next.LeavesRecords;
    }

    /// <summary>Notes what an effect led to. Nothing that follows from it is done before it is committed.</summary>
    private void Advance(Conversation next)
    {
        _mustCommit = next.Effects.Count == 0 || next.Effects.Any(e => !State.Effects.Contains(e)) || next.NeedsHuman != State.NeedsHuman;
        // The next turn starts a new list: what was said must be in the read model before.
        _recorded &= next.Unrecorded.Count == State.Unrecorded.Count && next.Grounds.Count == State.Grounds.Count;
        _progress = next;
    }

    /// <summary>What was done is told to the next activation, which would have to look for it.</summary>
    private async Task LeaveAsync()
    {
        try
        {
            await CommitAsync(State);
        }
        catch (Exception e)
        {
            LogNotToldOn(e);
        }
    }

    private void Abandon()
    {
        _stop.Cancel();
        GiveUp();
    }

    private void Signal()
    {
        var arrived = _arrival;
        _arrival = NewSignal();
        arrived.TrySetResult();
    }

    private Setting SettingNow() => new()
    {
        Location = world.Locations.Get(id.LocationId),
        Now = world.Time.GetUtcNow(),
        HandOffTimeout = world.Options.HandOffTimeout,
        TakeOverTag = world.Options.TakeOverTag,
        ReleaseTag = world.Options.ReleaseTag,
        GreetingWorkflowId = world.Options.GreetingWorkflowId,
    };

    private static TaskCompletionSource NewSignal() => new();
}
