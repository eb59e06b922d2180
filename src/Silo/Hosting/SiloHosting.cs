using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Dashboard;
using OutletBot.Options;
using OutletBot.Persistence;

namespace OutletBot.Silo.Hosting;

/// <summary>Sets Orleans up: the same storage, reminders and limits everywhere; clustering where the database is a server.</summary>
internal static class SiloHosting
{
    private const int DefaultSiloPort = 11111;
    private const int DefaultGatewayPort = 30000;

    public static void AddSilo(this WebApplicationBuilder builder)
    {
        var settings = ClusterSettings.Of(builder.Configuration);
        var isServer = Database.KindOf(builder.Configuration[Database.ConfigurationKey]) == DatabaseKind.PostgreSql;

        // An ack depends on SQL alone: the gateway listens while the silo still joins.
        builder.Services.Configure<HostOptions>(o =>
        {
            o.ServicesStartConcurrently = true;
            o.ShutdownTimeout = TimeSpan.FromSeconds(25);
        });
        builder.Services.AddSingleton(services => PointOf(services, "Cluster:SiloPort", o => (o.SiloListeningEndpoint, o.SiloPort)));
        builder.Services.AddSingleton(services => PointOf(services, "Cluster:GatewayPort", o => (o.GatewayListeningEndpoint, o.GatewayPort)));
        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (settings.ClusterId, settings.ServiceId));
            if (isServer) silo.JoinCluster(settings);
            else silo.StandAlone(settings);

            silo.AddStorage();
            silo.AddActivityPropagation();
            if (settings.Dashboard) silo.AddLateDashboard();
            // Space for so many places of grains is taken at start, twice; the standard is a million.
            silo.Configure<GrainDirectoryOptions>(o => o.CacheSize = 50_000);
            silo.Configure<GrainCollectionOptions>(o =>
            {
                o.EnableActivationSheddingOnMemoryPressure = true;
                o.MemoryUsagePollingPeriod = TimeSpan.FromSeconds(1);
            });
        });
    }

    private static void StandAlone(this ISiloBuilder silo, ClusterSettings settings)
    {
        // Nobody else needs to find it, so two of them never fight for a port.
        var (siloPort, gatewayPort) = (settings.SiloPort, settings.GatewayPort) is ( > 0, > 0) ? (settings.SiloPort, settings.GatewayPort) : FreePorts();
        silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: settings.ServiceId, clusterId: settings.ClusterId);
    }

    private static void JoinCluster(this ISiloBuilder silo, ClusterSettings settings)
    {
        silo.UseAdoNetClustering(o => o.Configure<Database>((options, database) =>
            (options.Invariant, options.DataSource) = (database.OrleansInvariant, database.DataSource)));
        silo.Configure<EndpointOptions>(o =>
        {
            o.SiloPort = settings.SiloPort > 0 ? settings.SiloPort : DefaultSiloPort;
            o.GatewayPort = settings.GatewayPort > 0 ? settings.GatewayPort : DefaultGatewayPort;
            if (settings.AdvertisedAddress is { Length: > 0 } address) o.AdvertisedIPAddress = IPAddress.Parse(address);
        });

        // A killed silo is noticed in about a second, a hung one in a few: its conversations wait that long.
        silo.Configure<ClusterMembershipOptions>(o =>
        {
            o.ProbeTimeout = TimeSpan.FromSeconds(1);
            o.NumMissedProbesLimit = 2;
            o.NumVotesForDeathDeclaration = 1;
            o.TableRefreshTimeout = TimeSpan.FromSeconds(5);
            o.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        });
    }

    private static void AddStorage(this ISiloBuilder silo)
    {
        silo.UseSystemTextJsonGrainStorageSerializer();
        silo.AddAdoNetGrainStorageAsDefault(o => o.Configure<Database>((options, database) =>
            (options.Invariant, options.DataSource) = (database.OrleansInvariant, database.DataSource)));
        silo.UseAdoNetReminderService(o => o.Configure<Database>((options, database) =>
            (options.Invariant, options.DataSource) = (database.OrleansInvariant, database.DataSource)));
    }

    private static ListeningPoint PointOf(IServiceProvider services, string key, Func<EndpointOptions, (IPEndPoint? Listening, int Port)> which)
    {
        var options = services.GetRequiredService<IOptions<EndpointOptions>>().Value;
        var (listening, port) = which(options);
        return new(key, listening ?? new(options.AdvertisedIPAddress, port), $"{port + 1}");
    }

    private static (int Silo, int Gateway) FreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
