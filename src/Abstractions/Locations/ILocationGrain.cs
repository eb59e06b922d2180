using Orleans.Concurrency;

namespace OutletBot.Locations;

/// <summary>One location's share of GHL's rate limit, for all silos. Its key is <c>loc/{locationId}</c>.</summary>
[Alias("OutletBot.ILocationGrain")]
public interface ILocationGrain : IGrainWithStringKey
{
    /// <summary>Reserves one request. Returns how long to wait before sending it.</summary>
    [Alias("Reserve"), AlwaysInterleave]
    ValueTask<TimeSpan> ReserveAsync();

    /// <summary>GHL said 429: nothing is to be sent for that long.</summary>
    [Alias("Pause"), AlwaysInterleave]
    ValueTask PauseAsync(TimeSpan duration);
}
