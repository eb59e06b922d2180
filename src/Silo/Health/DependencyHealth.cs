using Microsoft.Extensions.Options;
using Orleans.Runtime;
using OutletBot.Agent;
using OutletBot.Crm;
using OutletBot.Gateway.Health;
using OutletBot.Locations;
using OutletBot.Options;

namespace OutletBot.Silo.Health;

/// <summary>What <c>/health</c> says of the cluster, the model and the CRM.</summary>
internal static class DependencyHealth
{
    public static IServiceCollection AddDependencyHealth(this IServiceCollection services) => services
        .AddSingleton<IDependencyHealth, ClusterHealth>()
        .AddSingleton<IDependencyHealth, ModelHealth>()
        .AddSingleton<IDependencyHealth, CrmHealth>();
}

/// <summary>Whether this silo has joined, and how many are active.</summary>
internal sealed class ClusterHealth(ISiloStatusOracle silos) : IDependencyHealth
{
    public string Name => "cluster";

    public ValueTask<DependencyState> CheckAsync(CancellationToken cancellation)
    {
        var active = silos.GetApproximateSiloStatuses(onlyActive: true).Count;
        return ValueTask.FromResult(silos.CurrentStatus == SiloStatus.Active
            ? new DependencyState(DependencyStatus.Ok, $"{active} active silo{(active == 1 ? "" : "s")}")
            : new DependencyState(DependencyStatus.Down, $"this silo is {silos.CurrentStatus}"));
    }
}

/// <summary>Which brain answers, and whether the rules do in the model's place.</summary>
internal sealed class ModelHealth(BrainDescription brain, ModelRecord record) : IDependencyHealth
{
    public string Name => "model";

    public ValueTask<DependencyState> CheckAsync(CancellationToken cancellation)
    {
        var described = $"{brain.Name}: {brain.Why}";
        return ValueTask.FromResult(record.Trouble is { } trouble
            ? new DependencyState(DependencyStatus.Degraded, $"{described}; {trouble}")
            : new DependencyState(DependencyStatus.Ok, described));
    }
}

/// <summary>Whether GHL takes the default location's token. Asked at most once a minute, as each look is one of its requests.</summary>
internal sealed class CrmHealth(ICrm crm, ILocations locations, IOptions<CrmOptions> options, TimeProvider time) : IDependencyHealth
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private DependencyState _state = new(DependencyStatus.Unknown);
    private DateTimeOffset _checkedAt = DateTimeOffset.MinValue;

    public string Name => "crm";

    public ValueTask<DependencyState> CheckAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (time.GetUtcNow() - _checkedAt >= Interval)
            {
                _checkedAt = time.GetUtcNow();
                _ = LookAsync();
            }

            return ValueTask.FromResult(_state);
        }
    }

    private async Task LookAsync()
    {
        DependencyState state;
        if (locations.DefaultLocationId is not { } location)
        {
            state = new DependencyState(DependencyStatus.Degraded, "Crm:LocationId is not set.");
        }
        else
        {
            try
            {
                await crm.PingAsync(location, CancellationToken.None);
                state = new DependencyState(DependencyStatus.Ok, options.Value.BaseUrl);
            }
            catch (Exception e)
            {
                state = new DependencyState(DependencyStatus.Down, e is CrmException ? e.Message : "No answer.");
            }
        }

        lock (_gate) _state = state;
    }
}
