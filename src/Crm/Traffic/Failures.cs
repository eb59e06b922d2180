using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using OutletBot.Crm.Wire;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;
using Refit;

namespace OutletBot.Crm.Traffic;

/// <summary>Turns whatever went wrong with a call into a <see cref="CrmException"/>.</summary>
internal static partial class Failures
{
    /// <summary>The key of the contact that GHL named as the duplicate, in <see cref="Exception.Data"/>.</summary>
    public const string DuplicateOf = "duplicateOf";

    public static CrmException From(Exception thrown, Call call, DateTimeOffset now)
    {
        var cause = thrown is ApiRequestException { InnerException: { } inner } ? inner : thrown;
        return cause switch
        {
            CrmException already => already,
            ApiException { StatusCode: var status } answer when (int)status >= 300 => Refused(answer, call, now),
            BrokenCircuitException open => NoAnswer("is given a pause after repeated failures", open.RetryAfter),
            RateLimiterRejectedException => NoAnswer("has too many requests under way", null),
            TimeoutRejectedException when call.AtGate => new CrmException(CrmFailure.RateLimited, Say(call, "waited too long for its location's rate limit"), cause)
            {
                OutcomeUnknown = call.OutcomeUnknown,
            },
            TimeoutRejectedException => NoAnswer("gave no answer in time", null),
            HttpRequestException broken => NoAnswer($"could not be reached or broke off ({broken.HttpRequestError})", null),
            _ => new CrmException(CrmFailure.Unavailable, Say(call, "gave an answer that cannot be read"), cause) { OutcomeUnknown = call.Kind != CallKind.Read },
        };

        CrmException NoAnswer(string what, TimeSpan? retryAfter) =>
            new(CrmFailure.Unavailable, Say(call, what), cause) { OutcomeUnknown = call.OutcomeUnknown, RetryAfter = retryAfter };
    }

    private static CrmException Refused(ApiException answer, Call call, DateTimeOffset now)
    {
        var body = Parse(answer.Content);
        var said = body.Text("message") ?? body.Text("msg") ?? body.Text("error") ?? answer.ReasonPhrase ?? "";
        var failure = new CrmException(Classify(answer.StatusCode, said), Say(call, $"answered {(int)answer.StatusCode}: {Redact(said)}"))
        {
            Status = (int)answer.StatusCode,
            TraceId = body.Text("traceId"),
            RetryAfter = answer.Headers.RetryAfter?.Wait(now),
            OutcomeUnknown = call.OutcomeUnknown,
        };
        if (body.Field("meta")?.Text("contactId") is { } duplicate)
            failure.Data[DuplicateOf] = duplicate;
        return failure;
    }

    private static CrmFailure Classify(HttpStatusCode status, string said)
    {
        return status switch
        {
            HttpStatusCode.TooManyRequests => CrmFailure.RateLimited,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => CrmFailure.Unauthorized,
            HttpStatusCode.NotFound or HttpStatusCode.Gone => CrmFailure.NotFound,
            _ when Retrying.IsServerTrouble(status) => CrmFailure.Unavailable,
            _ when Has("slot") && (Has("no longer available") || Has("not available")) => CrmFailure.SlotTaken,
            _ when Has("DND is active") => CrmFailure.DoNotDisturb,
            _ when Has("not found") => CrmFailure.NotFound,
            _ => CrmFailure.Rejected,
        };

        bool Has(string text) => said.Contains(text, StringComparison.OrdinalIgnoreCase);
    }

    private static string Say(Call call, string what) => $"GHL {what} ({call.Operation}).";

    // GHL repeats what it was sent, and exceptions end in logs.
    private static string Redact(string said)
    {
        const int longest = 200;
        // Cut before it is searched, which takes the longer the longer it is, and between words: half an address is not told from a word.
        var some = said.Length <= 2 * longest ? said : said[..Math.Max(0, said.LastIndexOf(' ', 2 * longest))];
        var clean = PersonalData().Replace(some, "…");
        return clean.Length <= longest ? clean : clean[..longest] + "…";
    }

    [GeneratedRegex(@"[^\s@]+@[^\s@]+|\+?\d[\d\s().-]{5,}\d", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex PersonalData();

    private static JsonElement Parse(string? content)
    {
        if (string.IsNullOrWhiteSpace(content))
            return default;
        try
        {
            return JsonElement.Parse(content);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
