namespace OutletBot.Gateway.Health;

/// <summary>How the last commits went: what readiness goes by.</summary>
internal sealed class CommitRecord(TimeProvider time)
{
    private static readonly TimeSpan StillCounts = TimeSpan.FromSeconds(10);
    private volatile Failure? last;

    /// <summary>Why the latest commit failed, null when it succeeded or failed long ago.</summary>
    public string? RecentFailure => last is { } failure && time.GetElapsedTime(failure.At) < StillCounts ? failure.Reason : null;

    public void Succeeded() => last = null;

    public void Failed(string reason) => last = new(reason, time.GetTimestamp());

    private sealed record Failure(string Reason, long At);
}
