using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OutletBot.Support;

/// <summary>A bot as it runs in production, and the simulator that it takes for GHL, Meta and OpenAI, each a process of its own.</summary>
public sealed class Site : IAsyncDisposable
{
    /// <summary>The bearer secret of workflow webhooks.</summary>
    public const string Secret = "test-secret";

    private readonly List<RunningProcess> ended = [];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("outletbot-");
    private readonly Dictionary<string, string> settings;
    private readonly RunningProcess simulator;

    private Site(RunningProcess simulator, Dictionary<string, string> settings)
    {
        this.simulator = simulator;
        this.settings = settings;
        Simulator = new HttpClient { BaseAddress = new Uri(simulator.Url, "/simulator/") };
        Http = new HttpClient { BaseAddress = RunningProcess.FreeAddress() };
        Http.DefaultRequestHeaders.Add("Authorization", $"Bearer {Secret}");
    }

    /// <summary>The simulator's controls.</summary>
    public HttpClient Simulator { get; }

    /// <summary>The bot as GHL calls it.</summary>
    public HttpClient Http { get; }

    /// <summary>The process that serves the bot's address.</summary>
    public RunningProcess? Bot { get; private set; }

    /// <summary>The database of the bot.</summary>
    public string ConnectionString => settings["ConnectionStrings:OutletBot"];

    /// <summary>What the bot said, in this life and those before.</summary>
    public string Output => string.Concat(ended.Append(Bot).Select(process => process?.Output));

    /// <summary>Starts a simulator, and leaves the bot to be started.</summary>
    public static async Task<Site> PrepareAsync(IReadOnlyDictionary<string, string>? differently = null)
    {
        var vendors = await RunningProcess.Start("Simulator", RunningProcess.FreeAddress(), new Dictionary<string, string>(StringComparer.Ordinal)).AnswersAsync("/simulator/settings");
        var at = vendors.Url.ToString().TrimEnd('/');
        var site = new Site(vendors, new(StringComparer.Ordinal)
        {
            ["Crm:BaseUrl"] = $"{at}/simulator/ghl",
            ["Crm:ApiKey"] = "pit-test",
            ["Crm:LocationId"] = "loc-default",
            ["Crm:CalendarId"] = "cal-1",
            ["Meta:GraphUrl"] = $"{at}/simulator/meta",
            ["Meta:AccessToken"] = "meta-test",
            ["Webhooks:MetaAppSecret"] = "simulator",
            ["Webhooks:MetaVerifyToken"] = "verify-test",
            ["Webhooks:Secret"] = Secret,
            ["Conversation:QuietPeriod"] = "00:00:00.3",
            ["Conversation:MaxWait"] = "00:00:01",
            ["Agent:BaseUrl"] = $"{at}/simulator/openai/v1",
        });
        site.settings["ConnectionStrings:OutletBot"] = $"Data Source={Path.Combine(site.folder.FullName, "outletbot.db")}";
        var keys = await site.Simulator.GetFromJsonAsync<JsonObject>("keys");
        site.settings["Webhooks:GhlPublicKeys:0"] = (string)keys!["publicKey"]!;
        foreach (var (key, value) in differently ?? new Dictionary<string, string>(StringComparer.Ordinal)) site.settings[key] = value;
        await site.ControlAsync(HttpMethod.Put, "settings", new { webhookUrl = new Uri(site.Http.BaseAddress!, "/webhook/meta-lead"), eventsUrl = new Uri(site.Http.BaseAddress!, "/webhook/ghl"), webhookSecret = Secret });
        return site;
    }

    /// <summary>Starts a simulator and a bot of one process.</summary>
    public static async Task<Site> StartAsync(IReadOnlyDictionary<string, string>? differently = null)
    {
        var site = await PrepareAsync(differently);
        await site.StartBotAsync();
        return site;
    }

    /// <summary>Starts the process that serves the bot's address: a silo with its gateway, or a gateway alone.</summary>
    public async Task StartBotAsync(string program = "Silo", string path = "/health/startup") =>
        Bot = await RunningProcess.Start(program, Http.BaseAddress!, settings).AnswersAsync(path);

    /// <summary>Starts the bot and does not wait for it.</summary>
    public RunningProcess LaunchBot() => Bot = RunningProcess.Start("Silo", Http.BaseAddress!, settings);

    /// <summary>Starts a further gateway, at an address of its own, and with a home folder of its own where one is given.</summary>
    public RunningProcess LaunchGateway(string? home = null) => RunningProcess.Start(
        "Gateway", RunningProcess.FreeAddress(), home is null ? settings : new Dictionary<string, string>(settings, StringComparer.Ordinal) { ["HOME"] = home });

    /// <summary>Starts a further silo, without gateway.</summary>
    public RunningProcess LaunchSilo() => RunningProcess.Start("Silo", RunningProcess.FreeAddress(), new Dictionary<string, string>(settings, StringComparer.Ordinal)
    {
        ["Gateway:CoHosted"] = "false",
        ["Cluster:AdvertisedAddress"] = "127.0.0.1",
        ["Cluster:SiloPort"] = $"{RunningProcess.FreePort()}",
        ["Cluster:GatewayPort"] = $"{RunningProcess.FreePort()}",
    });

    /// <summary>Starts a program that serves nothing, with the bot's settings.</summary>
    public RunningProcess Launch(string program, params IEnumerable<string> arguments) => RunningProcess.Start(program, RunningProcess.FreeAddress(), settings, arguments);

    /// <summary>Ends the bot as a power cut would.</summary>
    public async Task KillBotAsync()
    {
        await Bot!.KillAsync();
        ended.Add(Bot);
        Bot = null;
    }

    /// <summary>Ends the bot as a power cut would and starts it again.</summary>
    public async Task RestartBotAsync()
    {
        await KillBotAsync();
        await StartBotAsync();
    }

    /// <summary>A lead who has not written yet, of a location of its own, so that no other's appointments are in the way, or of the one given.</summary>
    public async Task<Lead> NewLeadAsync(string? name = null, string? locationId = null)
    {
        var lead = new Lead(this, $"lead-{Guid.NewGuid():N}", locationId ?? $"loc-{Guid.NewGuid():N}");
        await ControlAsync(HttpMethod.Post, "leads", new { id = lead.Id, locationId = lead.LocationId, phone = lead.Phone, name });
        return lead;
    }

    /// <summary>Calls a control of the simulator.</summary>
    public async Task<JsonObject> ControlAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await Simulator.SendAsync(request);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{method} {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Bot is not null) await Bot.DisposeAsync();
        foreach (var process in ended) await process.DisposeAsync();
        await simulator.DisposeAsync();
        Http.Dispose();
        Simulator.Dispose();
        folder.Delete(recursive: true);
    }
}
