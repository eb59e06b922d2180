using OutletBot.Agent;
using OutletBot.Conversations;

namespace OutletBot.Cluster;

/// <summary>The rule brain, which a test can make wait.</summary>
internal sealed class BrainDouble : IBrain
{
    private readonly RuleBrain _rules = new();
    private int _thoughts;

    public int Thoughts => Volatile.Read(ref _thoughts);

    /// <summary>Set when a thought that has to wait begins.</summary>
    public TaskCompletionSource Waits { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What a thought about a text waits for.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public async Task<Proposal> ThinkAsync(Thought thought, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _thoughts);
        var wait = Before(thought.Text);
        if (!wait.IsCompleted) Waits.TrySetResult();
        await wait.WaitAsync(cancellation);
        return await _rules.ThinkAsync(thought, cancellation);
    }
}
