using System.Collections.Concurrent;
using OutletBot.Inbox;

namespace OutletBot.Gateway.Health;

/// <summary>Asks dependencies how they are, each at most once a second and for at most a second.</summary>
internal sealed class DependencyChecks(IEnumerable<IDependencyHealth> dependencies, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly DependencyState Unknown = new(DependencyStatus.Unknown);

    private readonly Dictionary<string, IDependencyHealth> byName = dependencies
        .GroupBy(dependency => dependency.Name, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Asked> latest = new(StringComparer.Ordinal);

    public async Task<DependencyState> AskAsync(string name)
    {
        if (!byName.TryGetValue(name, out var dependency)) return Unknown;
        if (latest.TryGetValue(name, out var asked) && time.GetElapsedTime(asked.At) < Fresh) return await asked.Answer;

        var answer = CheckAsync(dependency);
        latest[name] = new(answer, time.GetTimestamp());
        return await answer;
    }

    private async Task<DependencyState> CheckAsync(IDependencyHealth dependency)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            return await dependency.CheckAsync(patience.Token).AsTask().WaitAsync(Patience, time);
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException)
        {
            return new(DependencyStatus.Down, "does not answer");
        }
        catch (Exception fault)
        {
            return new(DependencyStatus.Down, fault.GetType().Name);
        }
    }

    private readonly record struct Asked(Task<DependencyState> Answer, long At);
}

/// <summary>The database, by what the inbox says of it.</summary>
internal sealed class DatabaseHealth(IInbox inbox, CommitRecord commits) : IDependencyHealth
{
    public string Name => "database";

    public async ValueTask<DependencyState> CheckAsync(CancellationToken cancellation)
    {
        if (commits.RecentFailure is { } failure) return new(DependencyStatus.Down, failure);
        var backlog = await inbox.BacklogAsync(cancellation);
        return new(DependencyStatus.Ok, FormattableString.Invariant($"{backlog.Count} events wait"));
    }
}
