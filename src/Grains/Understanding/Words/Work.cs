namespace OutletBot.Understanding;

/// <summary>
/// Counts the comparisons that reading takes, on the thread that reads. Whoever sends a wall of words must not be able to stop the
/// others' conversations; a count shows that where a clock would only guess.
/// </summary>
internal static class Work
{
    [ThreadStatic]
    private static long _steps;

    /// <summary>Steps since the thread started.</summary>
    public static long Steps => _steps;

    public static void Step() => _steps++;
}
