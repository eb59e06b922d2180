using OutletBot.Crm;

namespace OutletBot.Conversations;

internal sealed partial class ConversationShell
{
    /// <summary>
    /// How long after a commit this activation may act. Another one that takes the conversation over commits first, so that this one
    /// cannot renew, and waits this long before it repeats what this one may have done.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    private EffectClearance? _clearance;
    private Task _renewing = Task.CompletedTask;
    private long _committedAt;
    private volatile bool _silenced;
    private volatile bool _leadWrites;

    /// <summary>Monotonic: a clock that is set must not make a lease longer.</summary>
    private TimeSpan LeaseLeft => _stop.IsCancellationRequested ? TimeSpan.Zero : Lease - world.Time.GetElapsedTime(Volatile.Read(ref _committedAt));

    /// <summary>
    /// How long whoever acts for this activation, and was given the ticket by it, may still act; null when they must not. Time counts
    /// from before the question.
    /// </summary>
    /// <exception cref="Orleans.Storage.InconsistentStateException">Another activation owns the conversation now.</exception>
    public async Task<TimeSpan?> ProveAsync(string ticket)
    {
        if (_clearance is not { } clearance || clearance.Ticket != ticket) return null;
        await RenewAsync(clearance);
        return LeaseLeft is var left && left > TimeSpan.Zero ? left : null;
    }

    /// <summary>Commits again once half of the lease is gone, which fails when another activation has taken over.</summary>
    private async Task RenewAsync(EffectClearance clearance)
    {
        _stop.Token.ThrowIfCancellationRequested();
        if (clearance.IsUnwanted) throw new UnwantedException();
        if (LeaseLeft > Lease / 2) return;
        if (_renewing.IsCompleted) _renewing = CommitAsync(State);
        await _renewing;
    }

    private EffectClearance Begin(Effect effect)
    {
        _renewing = Task.CompletedTask;
        return _clearance = new EffectClearance(this, TaskScheduler.Current, speaks: effect is SendReply or StartWorkflow, effect.Until);
    }

    /// <summary>The pump goes on alone: nothing is committed beside it.</summary>
    private async Task EndAsync()
    {
        _clearance = null;
        await _renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    /// <summary>
    /// The right of this activation to carry one effect out: for as long as its lease lasts, and, where words are said, nobody else
    /// has begun to answer.
    /// </summary>
    /// <param name="shell">The activation.</param>
    /// <param name="turns">Where its steps run; requests leave elsewhere.</param>
    /// <param name="speaks">Whether the effect says something.</param>
    /// <param name="until">When a follow-up's time is over.</param>
    internal sealed class EffectClearance(ConversationShell shell, TaskScheduler turns, bool speaks, DateTimeOffset? until) : IClearance
    {
        /// <summary>What others who act for it are known by.</summary>
        public string Ticket { get; } = Guid.NewGuid().ToString("N");

        /// <summary>Ends the wait for what has left.</summary>
        public CancellationToken Leaving => shell._leave.Token;

        public bool IsUnwanted => speaks && (shell._silenced || until is { } end && shell.IsOvertaken(end));

        public bool Stands => shell.LeaseLeft > TimeSpan.Zero && !IsUnwanted;

        public async ValueTask ObtainAsync(CancellationToken cancellation) =>
            await Task.Factory.StartNew(() => shell.RenewAsync(this), cancellation, TaskCreationOptions.DenyChildAttach, turns).Unwrap();
    }
}
