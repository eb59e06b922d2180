using OutletBot.EndToEnd;

[assembly: AssemblyFixture(typeof(Postgres))]
[assembly: CaptureConsole]

namespace OutletBot.EndToEnd;

/// <summary>One PostgreSQL server for all tests.</summary>
public sealed class Postgres : IAsyncLifetime
{
    private PostgresServer? server;

    public async ValueTask InitializeAsync() => server = await PostgresServer.StartAsync();

    public Task<string> CreateDatabaseAsync() => server!.CreateDatabaseAsync();

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>Rules that answer, on SQLite.</summary>
public sealed class RulesOnSqlite : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await Site.StartAsync();

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

/// <summary>A model that answers, on PostgreSQL.</summary>
public sealed class ModelOnPostgres(Postgres postgres) : IAsyncLifetime
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    public Site Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await Site.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ConnectionStrings:OutletBot"] = await postgres.CreateDatabaseAsync(),
        ["Cluster:AdvertisedAddress"] = "127.0.0.1",
        ["Cluster:SiloPort"] = $"{RunningProcess.FreePort()}",
        ["Cluster:GatewayPort"] = $"{RunningProcess.FreePort()}",
        ["Agent:ApiKey"] = "sk-test",
        ["Agent:Deadline"] = Deadline.ToString(),
    });

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
