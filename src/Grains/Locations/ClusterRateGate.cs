using OutletBot.Crm;

namespace OutletBot.Locations;

/// <summary>GHL's limit holds for a location, not for a process: its grain counts for all silos.</summary>
internal sealed class ClusterRateGate(IGrainFactory grains, TimeProvider time) : IRateGate
{
    public async ValueTask WaitAsync(string locationId, CancellationToken cancellation)
    {
        var wait = await Grain(locationId).ReserveAsync().AsTask().WaitAsync(cancellation);
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation);
    }

    public ValueTask PauseAsync(string locationId, TimeSpan duration, CancellationToken cancellation) => Grain(locationId).PauseAsync(duration);

    private ILocationGrain Grain(string locationId) => grains.GetGrain<ILocationGrain>($"loc/{locationId}");
}
