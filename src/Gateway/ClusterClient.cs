using Orleans.Configuration;
using Orleans.Dashboard;
using Orleans.Hosting;
using OutletBot.Gateway.Health;
using OutletBot.Options;
using OutletBot.Persistence;

namespace OutletBot.Gateway;

/// <summary>The gateway as a process of its own: a client of silos that find each other through PostgreSQL.</summary>
internal static class ClusterClient
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(500);

    public static void AddClusterClient(this WebApplicationBuilder builder)
    {
        if (Database.KindOf(builder.Configuration[Database.ConfigurationKey]) != DatabaseKind.PostgreSql)
            throw new ConfigurationFaultException(
                "ConnectionStrings:OutletBot: a gateway of its own shares a PostgreSQL database with its silos. Example: ConnectionStrings:OutletBot=Host=db;Database=outletbot;Username=outletbot");

        // Kestrel listens, and events are committed, while no silo is up.
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ServicesStartConcurrently = true;
            host.ShutdownTimeout = TimeSpan.FromSeconds(25);
        });
        builder.Services.AddSingleton<IDependencyHealth, SilosHealth>();
        builder.UseOrleansClient(client =>
        {
            client.UseAdoNetClustering(clustering => clustering.Configure<Database>((options, database) =>
                (options.Invariant, options.DataSource) = (database.OrleansInvariant, database.DataSource)));
            client.Configure<ClusterOptions>(cluster =>
            {
                cluster.ClusterId = builder.Configuration["Cluster:ClusterId"] ?? "outletbot";
                cluster.ServiceId = builder.Configuration["Cluster:ServiceId"] ?? "outletbot";
            });
            client.Configure<Orleans.Configuration.GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = TimeSpan.FromSeconds(5));
            client.Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = TimeSpan.FromSeconds(10));
            client.AddActivityPropagation();
            client.AddDashboard();
            client.UseConnectionRetryFilter(async (_, cancellation) =>
            {
                await Task.Delay(BetweenAttempts, TimeProvider.System, cancellation);
                return true;
            });
        });
    }
}
