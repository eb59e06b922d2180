using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
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
