using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OutletBot.Conversations;
using OutletBot.Options;

namespace OutletBot.Agent;

/// <summary>
/// Lets a model extract and phrase where rules do not suffice. Whatever the model's provider does, the rule brain's
/// proposal is there within <see cref="AgentOptions.Deadline"/> and a second.
/// </summary>
internal sealed partial class ModelBrain(
    ModelCall model, AgentOptions options, ModelBudgets budgets, ModelMetrics metrics, ModelRecord record, TimeProvider time, ILogger<ModelBrain> logger) : IBrain
{
    // The HTTP pipeline ends at the deadline itself and counts that as a failure; this only stands behind it.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenErrors = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private long? lastError;

    public async Task<Proposal> ThinkAsync(Thought thought, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var reading = thought.Listen();
        if (!NeedsModel(thought, reading))
            return RuleBrain.Propose(reading);

        using var activity = ModelMetrics.Activities.StartActivity("think");
        var started = time.GetTimestamp();
        ModelUsage? usage = null;
        string reason;
        try
        {
            if (await AskAsync(thought, cancellation) is not { } answer)
            {
                metrics.FellBack(ModelFailure.Budget);
                activity?.SetTag("outcome", ModelFailure.Budget);
                return RuleBrain.Propose(reading);
            }

            usage = answer.Usage;
            if (usage is not null)
                metrics.Spent(usage);

            var proposal = OutputGuard.Check(TurnOf(answer, thought), thought, reading) with { Usage = usage };
            metrics.Called("ok", time.GetElapsedTime(started));
            record.Answered();
            activity?.SetTag("outcome", "ok");
            if (proposal.Reply is null)
                LogReplyDropped(logger);
            return proposal;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            // Every failure of a supplier ends here on purpose: the lead is answered all the same.
            reason = ModelFailure.ReasonOf(failure);
        }

        metrics.Called(reason, time.GetElapsedTime(started));
        metrics.FellBack(reason);
        record.Failed(reason);
        activity?.SetTag("outcome", reason).SetStatus(ActivityStatusCode.Error);
        Log(reason);
        return RuleBrain.Propose(reading, usage);
    }

    /// <summary>Whether rules leave something to understand or to phrase.</summary>
    internal static bool NeedsModel(Thought thought, Reading reading) =>
        !thought.Interrupted
        && thought.Stage is not (Stage.OptedOut or Stage.HandedOff)
        && reading.Intent is not (Intent.OptOut or Intent.OptIn or Intent.Greeting)
        && !(thought.Offered.Count > 0 && reading.Slot.Match == SlotMatch.One)
        && !string.IsNullOrWhiteSpace(thought.Text);

    /// <summary>What the model says; null when no budget has room for the call.</summary>
    private async Task<ModelAnswer?> AskAsync(Thought thought, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(options.Deadline + Grace, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        var prompt = Prompt.For(thought);
        var schema = TurnSchema.Of(thought.Location.Playbook);
        if (await budgets.ReserveAsync(thought, Prompt.Bytes(prompt, schema), linked.Token).WaitAsync(linked.Token) is not { } reserved) return null;

        try
        {
            var answer = await model.AskAsync(prompt, schema, linked.Token).WaitAsync(linked.Token);
            if (answer.Usage is { } usage) await budgets.SettleAsync(reserved, usage);
            return answer;
        }
        catch (Exception failure) when (ModelFailure.IsFree(ModelFailure.ReasonOf(failure)))
        {
            await budgets.SettleAsync(reserved, ModelUsage.None);
            throw;
        }
    }

    private static Turn TurnOf(ModelAnswer answer, Thought thought)
    {
        if (answer.Flaw is { } flaw)
            throw new UnusableAnswerException(flaw);

        return Turn.Parse(answer.Text, TurnSchema.Of(thought.Location.Playbook));
    }

    private void Log(string reason)
    {
        if (reason is not (ModelFailure.Quota or ModelFailure.Unauthorized or ModelFailure.Unknown))
        {
            LogFallback(logger, reason);
            return;
        }

        lock (gate)
        {
            if (lastError is { } last && time.GetElapsedTime(last) < BetweenErrors)
                return;
            lastError = time.GetTimestamp();
        }

        LogAccountRefused(logger, reason);
    }
}
