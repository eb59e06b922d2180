using OutletBot.Conversations;

namespace OutletBot.Agent;

/// <summary>Understands by rules and leaves the wording to the templates. Needs no network and cannot fail.</summary>
internal sealed class RuleBrain : IBrain
{
    public Task<Proposal> ThinkAsync(Thought thought, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Propose(thought.Listen()));
    }

    /// <summary>What the rules propose for a reading, also where the model was tried and cost something.</summary>
    public static Proposal Propose(Reading reading, ModelUsage? usage = null) =>
        new() { Reading = reading, Brain = BrainKind.Rules, Usage = usage };
}
