using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OutletBot.Persistence.Migrations;

/// <summary>Brings the database's tables up to date before any hosted service starts, Orleans included.</summary>
internal sealed class MigrationAtStart(Database database, ILogger<Database> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => database.MigrateAsync(logger, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
