using CsCheck;

namespace OutletBot.Unit;

/// <summary>
/// Random cases: always as many (or OUTLETBOT_CASES at most), the seed of one that fails in its message, and an end soon after it.
/// </summary>
internal static class Cases
{
    /// <summary>How many failing cases are played at most to find a small one.</summary>
    public const int Shrinks = 30;

    // Looking for a smaller case goes on through all the cases that are left, and what fails takes far longer than what holds.
    private static readonly TimeSpan Shrinking = TimeSpan.FromSeconds(15);

    public static void Hold<T>(this Gen<T> cases, Action<T> holds, int many)
    {
        var (failures, failed) = (0, 0L);
        cases.Sample(
            one =>
            {
                var first = Volatile.Read(ref failed);
                if (Volatile.Read(ref failures) >= Shrinks || (first != 0 && TimeProvider.System.GetElapsedTime(first) > Shrinking)) return;
                try
                {
                    holds(one);
                }
                catch
                {
                    Interlocked.CompareExchange(ref failed, TimeProvider.System.GetTimestamp(), 0);
                    Interlocked.Increment(ref failures);
                    throw;
                }
            },
            iter: Environment.GetEnvironmentVariable("OUTLETBOT_CASES") is { Length: > 0 } most ? Math.Min(many, int.Parse(most)) : many);
    }
}
