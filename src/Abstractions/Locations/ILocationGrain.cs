using Orleans.Concurrency;

namespace OutletBot.Locations;

/// <summary>One location's share of GHL's rate limit, for all silos. Its key is <c>loc/{locationId}</c>.</summary>
[Alias("OutletBot.ILocationGrain")]
public interface ILocationGrain : IGrainWithStringKey
{
    /// <summary>
    /// No request is reserved further ahead: who waits that long may have given up by then, and what thousands reserved in vain would keep
    /// everybody else waiting.
    /// </summary>
    static readonly TimeSpan LongestReservation = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Reserves one request. Returns how long to wait before sending it. Where that is more than <see cref="LongestReservation"/>, nothing
    /// was reserved: ask again later.
    /// </summary>
    [Alias("Reserve"), AlwaysInterleave]
    ValueTask<TimeSpan> ReserveAsync();

    /// <summary>GHL said 429: nothing is to be sent for that long.</summary>
    [Alias("Pause"), AlwaysInterleave]
    ValueTask PauseAsync(TimeSpan duration);
}
