using OutletBot.Crm;
using OutletBot.FollowUps;
using OutletBot.Inbox;

namespace OutletBot.Conversations;

internal sealed partial class ConversationShell
{
    private const int MessagesReadBeforeAFollowUp = 20;

    private bool _woken;

    /// <summary>Whether the wake-up has come and will come again until it is set anew.</summary>
    private bool _repeats;

    /// <summary>When the wake-up comes, null where this activation does not know.</summary>
    private DateTimeOffset? _wakesAt;

    /// <summary>The wake-up came. Returns at once.</summary>
    public void Wake()
    {
        (_woken, _repeats, _wakesAt) = (true, true, null);
        StartPump();
    }

    /// <summary>A follow-up is only wanted while the lead is silent, and for a while.</summary>
    private bool IsOvertaken(DateTimeOffset until) => _leadWrites || world.Time.GetUtcNow() >= until;

    private bool IsOvertaken(Effect effect) => effect is { Until: { } until } and not SendReply { Withdrawn: true } && IsOvertaken(until);

    private async Task HoldFollowUpsBackAsync()
    {
        await CommitAsync(State.WithoutFollowUps(effect => _trials.TryGetValue(effect.Id, out var trial) && trial.Reconcile));
        _recorded = false;
    }

    /// <summary>Says what is due now. Where GHL cannot be asked, the wake-up comes again.</summary>
    private async Task FollowUpAsync()
    {
        if (State.NextFollowUp(SettingNow()) is { } due && due.At <= world.Time.GetUtcNow())
        {
            try
            {
                var looked = await LookAsync(State.Begun(), due);
                // What arrived meanwhile comes first, and may make it needless.
                if (_pending.Count > 0) return;
                await CommitAsync(looked.FollowUp(SettingNow()));
            }
            catch (CrmException e) when (e.IsTransient)
            {
                LogCrmFailed(e.Failure, e.Message);
                _woken = false;
                return;
            }
        }

        _woken = false;
        // Said or not, something else comes next: the read model must not show what is over, nor have it looked for.
        _recorded = false;
        await SetWakeUpAsync();
    }

    /// <summary>What GHL shows right before: a person may have written, or switched us off, and no webhook told.</summary>
    private async Task<Conversation> LookAsync(Conversation before, FollowUp due)
    {
        var (location, contact) = id;
        var known = await UnlessRefusedAsync(() => world.Crm.FindContactAsync(location, contact, _stop.Token), null);
        var messages = await UnlessRefusedAsync(() => world.Crm.MessagesAsync(location, contact, MessagesReadBeforeAFollowUp, _stop.Token), []);
        var sight = before.Sighted(known, messages);
        if (due.Kind == FollowUpKind.Reminder && before.Appointment is { } appointment)
            sight = sight with { AtAppointment = true, Appointment = await UnlessRefusedAsync(() => world.Crm.FindAppointmentAsync(location, appointment.Id, _stop.Token), null) };
        return before.Looked(due, sight, SettingNow());
    }

    /// <summary>Has this conversation woken for its next follow-up. A wake-up that comes too early is cheaper than one set anew with every message.</summary>
    private async Task SetWakeUpAsync()
    {
        // Until everything is done the wake-up that came must come again: no message in the inbox would have it finished after a crash.
        if (State.Effects.Count > 0 || _woken) return;
        var next = State.NextFollowUp(SettingNow())?.At;
        if (next is null ? !_repeats : _wakesAt <= next) return;
        await WakeUpAt(next);
        (_wakesAt, _repeats) = (next, false);
    }
}
