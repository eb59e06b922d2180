namespace OutletBot.Gateway.Health;

/// <summary>Something that the process depends on, as <c>/health</c> shows it. Register one for each of <c>cluster</c>, <c>model</c> and <c>crm</c>.</summary>
public interface IDependencyHealth
{
    /// <summary>The field of <c>/health</c> that it answers for.</summary>
    string Name { get; }

    /// <summary>How it is now. Should answer from what is known already; it is given a second, and asked at most once a second.</summary>
    ValueTask<DependencyState> CheckAsync(CancellationToken cancellation);
}

/// <summary>How a dependency is.</summary>
/// <param name="Status">Its state.</param>
/// <param name="Details">More for people to read, without secrets; null when there is nothing to say.</param>
public sealed record DependencyState(DependencyStatus Status, string? Details = null);

/// <summary>The states of a dependency.</summary>
public enum DependencyStatus
{
    /// <summary>Nobody in this process knows.</summary>
    Unknown,

    /// <summary>It works.</summary>
    Ok,

    /// <summary>It works in part, or something stands in for it.</summary>
    Degraded,

    /// <summary>It does not work.</summary>
    Down,
}
