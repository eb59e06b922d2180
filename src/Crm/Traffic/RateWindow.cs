namespace OutletBot.Crm.Traffic;

/// <summary>The arithmetic of a rate limit: never more than <c>permits</c> in any ten seconds, in the order asked. Not thread-safe.</summary>
/// <param name="permits">Permits in any ten seconds, at least 1.</param>
public sealed class RateWindow(int permits)
{
    /// <summary>GHL's window.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    // Requests arrive with jitter: the margin keeps one that travelled slowly out of the next window.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(100);

    private readonly Queue<DateTimeOffset> _granted = new(Math.Min(permits, 1024));
    private DateTimeOffset _newest = DateTimeOffset.MinValue;
    private DateTimeOffset _pausedUntil = DateTimeOffset.MinValue;

    /// <summary>Whether no permit given counts any more and no pause holds at this time.</summary>
    public bool IsIdle(DateTimeOffset now) => _pausedUntil <= now && (_granted.Count == 0 || _newest + Length + Margin <= now);

    /// <summary>How long until the next permit, which is not taken.</summary>
    public TimeSpan Wait(DateTimeOffset now)
    {
        var next = _granted.Count < permits ? now : _granted.Peek() + Length + Margin;
        var at = new[] { now, next, _newest, _pausedUntil }.Max();
        return at - now;
    }

    /// <summary>Takes the next permit and returns how long to wait before using it.</summary>
    public TimeSpan Reserve(DateTimeOffset now)
    {
        var delay = Wait(now);
        if (_granted.Count == permits)
            _granted.Dequeue();
        _newest = now + delay;
        _granted.Enqueue(_newest);
        return delay;
    }

    /// <summary>No permit before that time. A shorter pause does not shorten a longer one.</summary>
    public void Pause(DateTimeOffset until) => _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
}
