using Microsoft.Extensions.Options;
using OutletBot.Options;

namespace OutletBot.Gateway.Draining;

/// <summary>
/// Keeps a process that was asked to end taking webhooks until every load balancer has seen that it is not ready any more. The host
/// waits for it before it stops the server, or anything else.
/// </summary>
internal sealed class Drain(IOptions<GatewayOptions> options, TimeProvider time) : IHostedLifecycleService
{
    public async Task StoppingAsync(CancellationToken cancellationToken) =>
        await Task.Delay(options.Value.DrainFor, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
