namespace OutletBot.Replay;

/// <summary>What was asked for on the command line.</summary>
internal sealed record ReplayRequest
{
    public IReadOnlyList<string> Conversations { get; init; } = [];
    public DateTimeOffset? Since { get; init; }
    public int Limit { get; init; } = 20;
    public bool UseModel { get; init; }
    public string? Model { get; init; }
    public string? Playbook { get; init; }

    /// <summary>Keys of the configuration with their values, <c>KEY=VALUE</c>.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];
    public string? Settings { get; init; }
    public string? Json { get; init; }
}

/// <summary>A replay that cannot be done as asked.</summary>
internal sealed class ReplayException(string message) : Exception(message);
