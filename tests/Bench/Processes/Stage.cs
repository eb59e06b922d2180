using OutletBot.Support;

namespace OutletBot.Bench.Processes;

/// <summary>All that a run starts and leaves on disk. Disposing it ends and removes everything.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public const string Location = "bench-location";
    public const string Secret = "bench";

    /// <summary>The bot is kept out of the way where acks are measured: its turns are measured by themselves.</summary>
    public static readonly IReadOnlyDictionary<string, string> Silent = new Dictionary<string, string> { ["Conversation:QuietPeriod"] = "00:10:00", ["Conversation:MaxWait"] = "00:10:00" };

    private readonly List<Host> hosts = [];
    private readonly string folder = Directory.CreateTempSubdirectory("outletbot-bench-").FullName;
    private PostgresServer? postgres;

    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

    public async Task<Store> StoreAsync(StoreKind kind)
    {
        if (kind == StoreKind.Sqlite) return new Store(kind, $"Data Source={Path.Combine(Folder(Guid.NewGuid().ToString("N")), "outletbot.db")}");
        postgres ??= await PostgresServer.StartAsync();
        return new Store(kind, await postgres.CreateDatabaseAsync());
    }

    /// <summary>GHL and OpenAI as a process of their own, which keeps no rate limit.</summary>
    public async Task<Host> SimulatorAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancellation)
    {
        var simulator = Add(Host.Start(Binaries.Built("Simulator"), new Dictionary<string, string>(settings)
        {
            ["Simulator:RequestsPer10Seconds"] = "0",
            ["Simulator:LocationId"] = Location,
            ["Simulator:WebhookSecret"] = Secret,
            ["Simulator:MaxContacts"] = "100000",
            ["Simulator:MaxEntries"] = "2000000",
        }));
        await simulator.ReadyAsync("/simulator/settings", cancellation);
        return simulator;
    }

    public Host Silo(Store store, IReadOnlyDictionary<string, string> settings, string? assembly = null, IReadOnlyDictionary<string, string>? environment = null) =>
        Add(Host.Start(assembly ?? Binaries.Built("Silo"), Common(store, settings), environment));

    public Host Gateway(Store store, IReadOnlyDictionary<string, string> settings) => Add(Host.Start(Binaries.Built("Gateway"), Common(store, settings)));

    /// <summary>How each process is, and what it said last.</summary>
    public string Said() => string.Join(Environment.NewLine, hosts.Select(host => $"{host.Url} {host.State}: {host.Said()}"));

    public async Task EndAsync(Host host)
    {
        hosts.Remove(host);
        await host.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts) await host.DisposeAsync();
        if (postgres is not null) await postgres.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private Host Add(Host host)
    {
        hosts.Add(host);
        return host;
    }

    private static Dictionary<string, string> Common(Store store, IReadOnlyDictionary<string, string> settings) => new(settings)
    {
        ["ConnectionStrings:OutletBot"] = store.ConnectionString,
        ["Webhooks:Secret"] = Secret,
        ["Webhooks:RequestsPer10Seconds"] = "10000000",
        ["Webhooks:LocationRequestsPer10Seconds"] = "10000000",
        ["Crm:ApiKey"] = "pit-bench",
        ["Crm:LocationId"] = Location,
        ["Crm:CalendarId"] = "cal-1",
        ["Crm:RequestsPer10Seconds"] = "10000",
        ["Cluster:AdvertisedAddress"] = "127.0.0.1",
        ["Cluster:SiloPort"] = FreePorts.Next(),
        ["Cluster:GatewayPort"] = FreePorts.Next(),
    };
}
