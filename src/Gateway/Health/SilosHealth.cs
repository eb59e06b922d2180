using Orleans.Runtime;

namespace OutletBot.Gateway.Health;

/// <summary>
/// Whether the silos answer a gateway of its own. Never worse than degraded: it commits webhooks all the same, and a start without silos
/// is a start.
/// </summary>
internal sealed class SilosHealth(IGrainFactory grains, TimeProvider time) : IDependencyHealth
{
    /// <summary>Less than whoever asks waits, so that the answer is this one and not that there was none.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    public string Name => "cluster";

    public async ValueTask<DependencyState> CheckAsync(CancellationToken cancellation)
    {
        try
        {
            // A call, and not the table of members: silos that all died at once still stand there as active.
            var active = await grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true, cancellation).WaitAsync(Patience, time, cancellation);
            return new(DependencyStatus.Ok, $"{active.Count} active silo{(active.Count == 1 ? "" : "s")}");
        }
        catch (Exception fault)
        {
            return new(DependencyStatus.Degraded, $"no silo answers ({fault.GetType().Name}): webhooks are kept until one does");
        }
    }
}
