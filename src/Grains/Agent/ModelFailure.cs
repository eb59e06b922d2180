using System.ClientModel;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace OutletBot.Agent;

/// <summary>An answer that came and cannot be used. <see cref="Exception.Message"/> is the reason as metrics name it.</summary>
internal sealed class UnusableAnswerException(string reason) : Exception(reason);

/// <summary>Names why the model did not answer, in the few words that metrics and logs carry.</summary>
internal static class ModelFailure
{
    public const string Quota = "quota";
    public const string Unauthorized = "unauthorized";

    /// <summary>The provider has no such model, or nothing at its address.</summary>
    public const string Unknown = "unknown_model";

    /// <summary>Not even tried, after failures.</summary>
    public const string BreakerOpen = "breaker_open";

    /// <summary>A budget has no room for the call.</summary>
    public const string Budget = "budget";

    // Refused, not reached or not even tried: nothing was generated, so nothing is billed.
    private static readonly HashSet<string> Free = new(StringComparer.Ordinal)
    {
        Quota, Unauthorized, Unknown, BreakerOpen, "rate_limited", "rejected", "server_error", "unreachable", "busy",
    };

    private static readonly HashSet<string> QuotaCodes = new(StringComparer.Ordinal)
    {
        "insufficient_quota", "credit_balance_exhausted", "organization_spend_limit_exceeded", "project_spend_limit_exceeded",
        "organization_usage_limit_exceeded", "billing_hard_limit_reached",
    };

    public static string ReasonOf(Exception failure) => failure switch
    {
        UnusableAnswerException unusable => unusable.Message,
        TimeoutRejectedException or OperationCanceledException or TimeoutException => "timeout",
        BrokenCircuitException => BreakerOpen,
        RateLimiterRejectedException => "busy",
        ClientResultException { Status: 0 } or HttpRequestException => "unreachable",
        ClientResultException { Status: 401 or 403 } => Unauthorized,
        ClientResultException { Status: 404 } => Unknown,
        ClientResultException { Status: 429 } limited => IsOutOfQuota(limited.GetRawResponse()?.Content.ToString()) ? Quota : "rate_limited",
        ClientResultException { Status: >= 500 } => "server_error",
        ClientResultException => "rejected",
        JsonException or ArgumentOutOfRangeException => "malformed",
        _ => "failed",
    };

    /// <summary>Whether a call that failed so is certain to cost nothing.</summary>
    public static bool IsFree(string reason) => Free.Contains(reason);

    /// <summary>Whether an error body says that the account has nothing left to spend, which no retry mends.</summary>
    public static bool IsOutOfQuota(string? body)
    {
        try
        {
            using var document = JsonDocument.Parse(body ?? "");
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.Object
                && (Says(error, "type") || Says(error, "code"));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Says(JsonElement error, string property) =>
        error.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String && QuotaCodes.Contains(value.GetString()!);
}
