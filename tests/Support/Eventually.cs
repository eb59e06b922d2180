namespace OutletBot.Support;

/// <summary>Waits for what a process of its own does in its own time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks again until the answer is true.</summary>
    /// <exception cref="TimeoutException">It is not in time.</exception>
    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan within, Func<string> otherwise)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(otherwise);
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > within) throw new TimeoutException(otherwise());
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
