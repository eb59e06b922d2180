using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace OutletBot.Crm.Traffic;

/// <summary>What GHL's headers say about coming again.</summary>
internal static class Retrying
{
    /// <summary>The longest that a call itself waits; past it the caller decides when to come again.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestBelieved = TimeSpan.FromHours(1);

    public static TimeSpan? RetryAfter(this HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter?.Wait(now);

    /// <summary>
    /// How long GHL asks to wait: a second at least, as who comes at once is refused again at once, and an hour at most, as a time
    /// that is misread or mistaken must not silence a location.
    /// </summary>
    public static TimeSpan? Wait(this RetryConditionHeaderValue header, DateTimeOffset now)
    {
        var asked = header.Delta ?? header.Date - now;
        return asked < ShortestWait ? ShortestWait : asked > LongestBelieved ? LongestBelieved : asked;
    }

    /// <summary>Whether the location's requests of the day are used up: then waiting helps for hours only.</summary>
    public static bool DayIsUsedUp(this HttpResponseMessage response) => response.Header("X-RateLimit-Daily-Remaining") == "0";

    /// <summary>How long a 429 closes the location's gate: as GHL says, else one window.</summary>
    public static TimeSpan PauseFor(this HttpResponseMessage response, DateTimeOffset now) =>
        response.RetryAfter(now)
        ?? (int.TryParse(response.Header("X-RateLimit-Interval-Milliseconds"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is > 0 and <= 60_000
            ? TimeSpan.FromMilliseconds(milliseconds)
            : RateWindow.Length);

    public static bool IsServerTrouble(HttpStatusCode status) => (int)status >= 500 || status == HttpStatusCode.RequestTimeout;

    private static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
