using Orleans.Runtime;
using OutletBot.Crm;

namespace OutletBot.Locations;

/// <summary>
/// GHL's limit holds for a location, not for a process: its grain counts for all silos. While that grain moves away from a
/// silo that died, requests go ungated: a lead must not wait for it, and GHL says 429 where it was too much.
/// </summary>
internal sealed class ClusterRateGate(IGrainFactory grains, TimeProvider time) : IRateGate
{
    /// <summary>Well under a lease, so that whoever has waited for a silent grain still owns its conversation.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async ValueTask WaitAsync(string locationId, CancellationToken cancellation)
    {
        while (await ReserveAsync(locationId, cancellation) is var wait && wait > TimeSpan.Zero)
        {
            if (wait <= ILocationGrain.LongestReservation)
            {
                await Task.Delay(wait, time, cancellation);
                return;
            }

            // All who found no place must not ask again at once.
            await Task.Delay(ILocationGrain.LongestReservation * (0.5 + (Random.Shared.NextDouble() / 2)), time, cancellation);
        }
    }

    public async ValueTask PauseAsync(string locationId, TimeSpan duration, CancellationToken cancellation)
    {
        try
        {
            await Grain(locationId).PauseAsync(duration).AsTask().WaitAsync(Patience, time, cancellation);
        }
        catch (Exception e) when (e is TimeoutException or OrleansException)
        {
            // The answer that asked for the pause counts more than the pause: each further 429 asks again.
        }
    }

    private async ValueTask<TimeSpan> ReserveAsync(string locationId, CancellationToken cancellation)
    {
        try
        {
            return await Grain(locationId).ReserveAsync().AsTask().WaitAsync(Patience, time, cancellation);
        }
        catch (Exception e) when (e is TimeoutException or OrleansException)
        {
            return TimeSpan.Zero;
        }
    }

    private ILocationGrain Grain(string locationId) => grains.GetGrain<ILocationGrain>($"loc/{locationId}");
}
