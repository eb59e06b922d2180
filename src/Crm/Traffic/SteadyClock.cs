namespace OutletBot.Crm.Traffic;

/// <summary>A time that only ever runs forward, however the machine's clock is set: good for waits, not for telling anybody the time.</summary>
/// <param name="time">Where it begins, and the monotonic clock that it goes on by.</param>
public sealed class SteadyClock(TimeProvider time)
{
    private readonly DateTimeOffset _begun = time.GetUtcNow();
    private readonly long _from = time.GetTimestamp();

    /// <summary>Now.</summary>
    public DateTimeOffset Now => _begun + time.GetElapsedTime(_from);
}
