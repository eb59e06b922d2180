using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using OutletBot.Options;

namespace OutletBot.Cluster;

/// <summary>A silo that is asked to end while it waits for what must be there before it begins, such as migrations.</summary>
public sealed class EarlyEndTests
{
    [Fact]
    public async Task One_that_has_not_begun_ends_in_order()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddHostedService<Waiting>();
        builder.UseOrleans(silo => silo.UseLocalhostClustering());

        (await ConfigurationFault.RunAsync(builder.Build)).ShouldBe(0);
    }

    [Fact]
    public async Task One_whose_silo_is_about_to_be_there_ends_in_order()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), FreePort());
            silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, WaitingForTheLastStage>();
        });

        (await ConfigurationFault.RunAsync(builder.Build)).ShouldBe(0);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Is asked to end before the last stage of a silo's start, which Orleans then refuses to begin.</summary>
    private sealed class WaitingForTheLastStage(IHostApplicationLifetime lifetime) : ILifecycleParticipant<ISiloLifecycle>
    {
        public void Participate(ISiloLifecycle observer)
        {
            observer.Subscribe(nameof(WaitingForTheLastStage), ServiceLifecycleStage.Last - 1, async stopping =>
            {
                lifetime.StopApplication();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            });
            observer.Subscribe(nameof(WaitingForTheLastStage), ServiceLifecycleStage.Last, _ => Task.CompletedTask);
        }
    }

    /// <summary>Is asked to end while it starts.</summary>
    private sealed class Waiting(IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.StopApplication();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
