using System.Net;
using Microsoft.Extensions.Http.Resilience;
using OutletBot.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace OutletBot.Agent;

/// <summary>What happens to the model's HTTP calls: the one place that decides about retries, breaking and time.</summary>
internal static class ModelPipeline
{
    private const int ConcurrentCalls = 512;
    private static readonly TimeSpan AccountBreak = TimeSpan.FromMinutes(2);
    private static readonly HttpRequestOptionsKey<DateTimeOffset> DeadlineKey = new("OutletBot.Deadline");

    public static void AddModelPipeline(this ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TimeProvider time)
    {
        pipeline.TimeProvider = time;
        pipeline
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(300),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = args => Retries(args, time),
            })
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                Name = "account",
                FailureRatio = 0.5,
                MinimumThroughput = 2,
                SamplingDuration = TimeSpan.FromMinutes(10),
                BreakDuration = AccountBreak,
                ShouldHandle = async args => await IsRefusedAccountAsync(args.Outcome.Result, args.Context.CancellationToken),
            })
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                Name = "outage",
                FailureRatio = 0.5,
                MinimumThroughput = 6,
                SamplingDuration = TimeSpan.FromSeconds(60),
                BreakDuration = TimeSpan.FromSeconds(15),
                ShouldHandle = args => ValueTask.FromResult(
                    HttpClientResiliencePredicates.IsTransient(args.Outcome) && args.Outcome.Result?.StatusCode != HttpStatusCode.TooManyRequests),
            })
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = args => ValueTask.FromResult(Remaining(args.Context, time)) })
            .AddConcurrencyLimiter(ConcurrentCalls, queueLimit: ConcurrentCalls);
    }

    // A retry that cannot end within the deadline only keeps the lead waiting.
    private static async ValueTask<bool> Retries(RetryPredicateArguments<HttpResponseMessage> args, TimeProvider time)
    {
        if (!HttpClientResiliencePredicates.IsTransient(args.Outcome))
            return false;

        var asked = args.Outcome.Result?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => TimeSpan.FromSeconds(1),
        };
        return asked < Remaining(args.Context, time)
            && !await IsOutOfQuotaAsync(args.Outcome.Result, args.Context.CancellationToken);
    }

    private static async ValueTask<bool> IsRefusedAccountAsync(HttpResponseMessage? response, CancellationToken cancellation) =>
        response?.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
        || await IsOutOfQuotaAsync(response, cancellation);

    private static async ValueTask<bool> IsOutOfQuotaAsync(HttpResponseMessage? response, CancellationToken cancellation) =>
        response?.StatusCode == HttpStatusCode.TooManyRequests
        && ModelFailure.IsOutOfQuota(await response.Content.ReadAsStringAsync(cancellation));

    private static TimeSpan Remaining(ResilienceContext context, TimeProvider time)
    {
        var remaining = context.GetRequestMessage() is { } request && request.Options.TryGetValue(DeadlineKey, out var deadline)
            ? deadline - time.GetUtcNow()
            : TimeSpan.Zero;
        return remaining > TimeSpan.FromMilliseconds(10) ? remaining : TimeSpan.FromMilliseconds(10);
    }

    /// <summary>Outermost: writes on each request when it must have ended, all its attempts together.</summary>
    internal sealed class Deadline(TimeProvider time, AgentOptions options) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Options.Set(DeadlineKey, time.GetUtcNow() + options.Deadline);
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Innermost: an attempt ends with the body's last byte, so that a body that hangs counts as a timeout.</summary>
    internal sealed class WholeBody : DelegatingHandler
    {
        private const long Limit = 1 << 20;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(Limit, cancellationToken);
            return response;
        }
    }
}
