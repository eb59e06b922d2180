using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using OutletBot.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace OutletBot.Crm.Traffic;

/// <summary>How requests to GHL are timed, repeated, held back and given up, each location by itself.</summary>
internal static class Pipelines
{
    private static readonly TimeSpan Total = TimeSpan.FromSeconds(30);

    /// <summary>Around all attempts, the waits at the gate included.</summary>
    public static void AroundAllAttempts(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ResilienceHandlerContext context)
    {
        var time = context.ServiceProvider.GetRequiredService<TimeProvider>();
        pipeline.TimeProvider = time;
        pipeline
            .AddTimeout(Total)
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 3,
                Delay = TimeSpan.FromMilliseconds(500),
                MaxDelay = Retrying.LongestWait,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthRepeating(arguments.Outcome, CallOf(arguments.Context), time)),
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter(time.GetUtcNow())),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(60),
                BreakDuration = TimeSpan.FromSeconds(5),
                ShouldHandle = arguments => ValueTask.FromResult(IsTrouble(arguments.Outcome)),
            });
    }

    /// <summary>Around one attempt, once the gate let it through.</summary>
    public static void AroundOneAttempt(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ResilienceHandlerContext context)
    {
        pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
        var options = context.ServiceProvider.GetRequiredService<IOptions<CrmOptions>>().Value;
        // As many as the rate limit lets begin within one timeout: with fewer a slow GHL would be asked less than it allows.
        var atOnce = (int)Math.Ceiling(options.RequestsPer10Seconds * options.Timeout / RateWindow.Length);
        pipeline
            .AddConcurrencyLimiter(permitLimit: atOnce, queueLimit: 1024)
            .AddTimeout(options.Timeout);
    }

    private static bool IsWorthRepeating(Outcome<HttpResponseMessage> outcome, Call call, TimeProvider time)
    {
        // Whoever calls decides what to do meanwhile.
        if (outcome.Result?.RetryAfter(time.GetUtcNow()) > Retrying.LongestWait) return false;
        if (outcome.Result is not { StatusCode: HttpStatusCode.TooManyRequests } refused)
            return call.MayRepeatBlindly && IsTrouble(outcome);

        // A 429 says that nothing was done, so even a message may be sent again.
        return (!call.OutcomeUnknown || call.MayRepeatBlindly) && !refused.DayIsUsedUp();
    }

    private static bool IsTrouble(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Result: { } response } => Retrying.IsServerTrouble(response.StatusCode),
        { Exception: HttpRequestException or TimeoutRejectedException or IOException } => true,
        _ => false,
    };

    private static Call CallOf(ResilienceContext context) =>
        Call.Of(context.GetRequestMessage() ?? throw new InvalidOperationException("A pipeline runs without a request."));
}
