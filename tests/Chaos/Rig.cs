using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Npgsql;
using OutletBot.Support;

namespace OutletBot.Chaos;

/// <summary>The whole system on loopback: PostgreSQL, the simulator, three silos and two gateways, each a process.</summary>
internal sealed class Rig : IAsyncDisposable
{
    public static readonly string[] Locations = ["chaos-a", "chaos-b", "chaos-c"];

    /// <summary>How long the bot waits for a lead who may write on.</summary>
    public static readonly TimeSpan QuietPeriod = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan PatienceWithAStart = TimeSpan.FromMinutes(2);

    private readonly string _folder;
    private readonly string _cluster = Guid.NewGuid().ToString("N");
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };

    private string _database = "";

    private Rig(PostgresServer postgres, string folder) => (Postgres, _folder) = (postgres, folder);

    public PostgresServer Postgres { get; }

    public Node Simulator { get; private set; } = null!;

    public IReadOnlyList<Node> Silos { get; private set; } = [];

    public IReadOnlyList<Node> Gateways { get; private set; } = [];

    public IReadOnlyList<string> GatewayUrls { get; private set; } = [];

    public string SimulatorUrl { get; private set; } = "";

    /// <param name="folder">Where logs go.</param>
    /// <param name="silo">The silos' program; by default this release's.</param>
    public static async Task<Rig> StartAsync(string folder, string? silo = null)
    {
        Directory.CreateDirectory(folder);
        var rig = new Rig(await PostgresServer.StartAsync(), folder);
        await rig.LaunchAsync(silo);
        return rig;
    }

    /// <summary>How many silos the cluster counts as active: those of every release that found each other.</summary>
    public async Task<long> ActiveSilosAsync()
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM OrleansMembershipTable WHERE DeploymentId = @cluster AND Status = 3", connection);
        command.Parameters.AddWithValue("cluster", _cluster);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async Task<JsonElement> GetAsync(string url)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await _http.GetFromJsonAsync<JsonElement>(url);
            }
            catch (Exception e) when (attempt < 10 && e is HttpRequestException { StatusCode: not HttpStatusCode.NotFound } or TaskCanceledException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
            }
        }
    }

    public async Task<JsonElement> TellSimulatorAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, $"{SimulatorUrl}/simulator/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async ValueTask DisposeAsync()
    {
        Node[] nodes = [.. Silos, .. Gateways, .. new[] { Simulator }.Where(n => n is not null)];
        foreach (var node in nodes) await node.DisposeAsync();
        await Postgres.DisposeAsync();
        _http.Dispose();
    }

    private async Task LaunchAsync(string? silo)
    {
        SimulatorUrl = Url();
        Simulator = New("simulator", "Simulator", new() { ["ASPNETCORE_URLS"] = SimulatorUrl, ["Simulator__RequestsPer10Seconds"] = "0" });
        Simulator.Start();
        await UntilAsync($"{SimulatorUrl}/simulator/settings");

        var database = _database = await Postgres.CreateDatabaseAsync();
        Silos = [.. Enumerable.Range(1, 3).Select(n => New($"silo{n}", "Silo", Shared(database, Url()).With("Gateway__CoHosted", "false")
            .With("Cluster__AdvertisedAddress", "127.0.0.1").With("Cluster__SiloPort", Port()).With("Cluster__GatewayPort", Port())))];
        GatewayUrls = [Url(), Url()];
        Gateways = [.. GatewayUrls.Select((url, n) => New($"gateway{n + 1}", "Gateway", Shared(database, url)))];
        foreach (var node in Silos) node.Program = silo ?? node.Program;
        foreach (var node in Silos.Concat(Gateways)) node.Start();
        foreach (var url in GatewayUrls) await UntilAsync($"{url}/health/ready");
        await Task.WhenAll(Silos.Select(silo => silo.Started)).WaitAsync(PatienceWithAStart);
    }

    private Dictionary<string, string> Shared(string database, string url)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = url,
            ["ConnectionStrings__OutletBot"] = database,
            ["Cluster__ClusterId"] = _cluster,
            ["Cluster__ServiceId"] = "chaos",
            ["Simulator__Enabled"] = "false",
            ["Crm__BaseUrl"] = $"{SimulatorUrl}/simulator/ghl",
            ["Crm__ApiKey"] = "pit-chaos",
            ["Crm__LocationId"] = Locations[0],
            ["Crm__CalendarId"] = $"cal-{Locations[0]}",
            ["Crm__RequestsPer10Seconds"] = "1000",
            ["Agent__ApiKey"] = "chaos",
            ["Agent__BaseUrl"] = $"{SimulatorUrl}/simulator/openai/v1",
            ["Agent__Deadline"] = "00:00:04",
            ["Conversation__QuietPeriod"] = QuietPeriod.ToString(),
            ["Conversation__MaxWait"] = "00:00:03",
            ["Webhooks__AllowUnsigned"] = "true",
            ["Logging__LogLevel__Default"] = "Warning",
        };
        foreach (var location in Locations.Skip(1))
        {
            settings[$"Locations__{location}__ApiKey"] = "pit-chaos";
            settings[$"Locations__{location}__CalendarId"] = $"cal-{location}";
        }

        return settings;
    }

    private Node New(string name, string project, Dictionary<string, string> settings) => new(name, Binaries.Of(project), settings, _folder);

    private async Task UntilAsync(string url)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var response = await _http.GetAsync(url);
                if (response.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) when (attempt < 240)
            {
                // Not up yet.
            }

            if (attempt >= 240) throw new InvalidOperationException($"{url} did not come up; see the logs in {_folder}.");
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System);
        }
    }

    private static string Url() => $"http://127.0.0.1:{Port()}";

    private static string Port()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}

internal static class SettingsBuilding
{
    public static Dictionary<string, string> With(this Dictionary<string, string> settings, string key, string value)
    {
        settings[key] = value;
        return settings;
    }
}
