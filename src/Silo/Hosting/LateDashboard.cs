using Orleans.Dashboard;

namespace OutletBot.Silo.Hosting;

/// <summary>
/// Begins Orleans' dashboard when everything else has started: it asks for its grains at once, and as all services start together here,
/// no silo would have them yet.
/// </summary>
internal static class LateDashboard
{
    public static void AddLateDashboard(this ISiloBuilder silo)
    {
        var before = silo.Services.Count;
        silo.AddDashboard(o => o.HideTrace = true);
        var own = silo.Services.Skip(before).Single(s => s.ServiceType == typeof(IHostedService));
        silo.Services.Remove(own);
        silo.Services.AddHostedService(services => new Late(
            () => (IHostedService)(own.ImplementationFactory?.Invoke(services) ?? ActivatorUtilities.CreateInstance(services, own.ImplementationType!)),
            services.GetRequiredService<IHostApplicationLifetime>()));
    }

    private sealed class Late(Func<IHostedService> make, IHostApplicationLifetime lifetime) : BackgroundService
    {
        private IHostedService? _dashboard;

        public override async Task StopAsync(CancellationToken cancellationToken)
        {
            await base.StopAsync(cancellationToken);
            if (_dashboard is not null) await _dashboard.StopAsync(cancellationToken);
        }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var _ = lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task.WaitAsync(stoppingToken);
            _dashboard = make();
            await _dashboard.StartAsync(stoppingToken);
        }
    }
}
