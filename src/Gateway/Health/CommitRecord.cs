using OutletBot.Inbox;

namespace OutletBot.Gateway.Health;

/// <summary>How the last commits went: what readiness goes by, and operators are told once in a while instead of once a webhook.</summary>
internal sealed partial class CommitRecord(TimeProvider time, ILogger<CommitRecord> logger)
{
    private static readonly TimeSpan StillCounts = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private volatile Failure? last;
    private long? toldAt;
    private int refused;

    /// <summary>Why the latest commit failed, null when it succeeded or failed long ago.</summary>
    public string? RecentFailure => last is { } failure && time.GetElapsedTime(failure.At) < StillCounts ? failure.Reason : null;

    public void Succeeded() => last = null;

    public void Failed(InboxUnavailableException fault)
    {
        var reason = fault.Cause is { } cause ? $"{fault.Message.TrimEnd('.')}: {cause}" : fault.Message;
        last = new(reason, time.GetTimestamp());
        if (ToTell() is { } count) LogFailed(fault.InnerException, count, reason);
    }

    /// <summary>How many were refused since the last line, null where that was a moment ago.</summary>
    private int? ToTell()
    {
        lock (gate)
        {
            refused++;
            if (toldAt is { } at && time.GetElapsedTime(at) < BetweenLines) return null;
            toldAt = time.GetTimestamp();
            var count = refused;
            refused = 0;
            return count;
        }
    }

    private sealed record Failure(string Reason, long At);

    [LoggerMessage(1002, LogLevel.Warning, "Events could not be committed and were refused, {Count} since this was last said: {Reason}")]
    private partial void LogFailed(Exception? cause, int count, string reason);
}
