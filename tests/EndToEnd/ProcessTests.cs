using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace OutletBot.EndToEnd;

/// <summary>How the process starts, refuses to start, and ends.</summary>
public sealed class ProcessTests
{
    private const int WrongConfiguration = 78;
    private const int DatabaseAway = 69;

    // Nothing is written there: a wrong configuration is found before.
    private static readonly string Nowhere = $"Data Source={Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString(), "outletbot.db")}";

    [Theory]
    [InlineData("Webhooks:GhlPublicKeys:0", "nonsense", "Webhooks:GhlPublicKeys:0")]
    [InlineData("Conversation:TimeZone", "America/Nowhere", "Conversation:TimeZone")]
    [InlineData("TZDIR", "/nowhere", "Conversation:TimeZone (or TIMEZONE): the system has no data of time zone 'America/Chicago'")]
    [InlineData("Conversation:QuietPeriod", "soon", "Conversation:QuietPeriod")]
    [InlineData("Recovery:LookBack", "8.00:00:00", "Recovery:LookBack: 8.00:00:00 is not between")]
    [InlineData("ConnectionStrings:OutletBot", "Server=nowhere", "ConnectionStrings:OutletBot")]
    [InlineData("Cluster:AdvertisedAddress", "here", "Cluster:AdvertisedAddress")]
    [InlineData("Cluster:SiloPort", "70000", "Cluster:SiloPort")]
    [InlineData("ASPNETCORE_URLS", "nowhere", "urls")]
    public async Task A_wrong_value_ends_the_process_with_one_line_that_names_it(string key, string value, string named)
    {
        await using var silo = RunningProcess.Start("Silo", RunningProcess.FreeAddress(), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:OutletBot"] = Nowhere,
            ["Webhooks:Secret"] = Site.Secret,
            [key] = value,
        });
        (await silo.ExitAsync(TimeSpan.FromSeconds(30))).ShouldBe(WrongConfiguration, silo.Output);
        silo.Lines.ShouldHaveSingleItem().ShouldContain(named);
    }

    [Theory]
    [InlineData("Silo", "urls")]
    [InlineData("Gateway", "urls")]
    [InlineData("Silo", "Cluster:SiloPort")]
    [InlineData("Silo", "Cluster:GatewayPort")]
    public async Task A_port_that_another_process_has_ends_the_process_with_one_line_that_names_it(string program, string key)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = (IPEndPoint)other.LocalEndpoint;
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // No such server is asked for anything before the ports are known to be free.
            ["ConnectionStrings:OutletBot"] = program == "Gateway" ? "Host=127.0.0.1;Port=1;Database=outletbot;Username=nobody" : Nowhere,
            ["Webhooks:Secret"] = Site.Secret,
            ["Cluster:SiloPort"] = $"{RunningProcess.FreePort()}",
            ["Cluster:GatewayPort"] = $"{RunningProcess.FreePort()}",
        };
        if (key != "urls") settings[key] = $"{taken.Port}";
        await using var process = RunningProcess.Start(program, key == "urls" ? new Uri($"http://{taken}") : RunningProcess.FreeAddress(), settings);

        (await process.ExitAsync(TimeSpan.FromSeconds(30))).ShouldBe(WrongConfiguration, process.Output);
        process.Lines.ShouldHaveSingleItem().ShouldStartWith($"{key}: {taken} is already in use by another process. Example: {key}=");
    }

    [Theory]
    [InlineData("Silo", "Data Source=/proc/outletbot.db")]
    [InlineData("Gateway", "Host=127.0.0.1;Port=1;Database=outletbot;Username=nobody;Password=hidden")]
    public async Task A_database_that_cannot_be_used_at_start_ends_the_process_with_a_line_that_says_so(string program, string database)
    {
        await using var process = RunningProcess.Start(program, RunningProcess.FreeAddress(), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:OutletBot"] = database,
            ["Webhooks:Secret"] = Site.Secret,
        });

        (await process.ExitAsync(TimeSpan.FromSeconds(30))).ShouldBe(DatabaseAway, process.Output);
        process.Lines[^1].ShouldStartWith("ConnectionStrings:OutletBot: the database cannot be used: ");
        process.Output.ShouldNotContain("Unhandled exception");
        process.Output.ShouldNotContain("hidden");
    }

    [Theory]
    [InlineData("Silo")]
    [InlineData("Gateway")]
    [InlineData("Simulator")]
    public async Task Memory_is_collected_as_it_was_measured_not_with_a_heap_for_every_core(string program)
    {
        var file = Path.ChangeExtension(RunningProcess.PathOf(program), ".runtimeconfig.json");
        var runtime = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!["runtimeOptions"]!;
        ((bool?)runtime["configProperties"]?["System.GC.Server"]).ShouldNotBe(true);
    }

    [Fact]
    public async Task Production_refuses_to_start_without_a_secret()
    {
        await using var silo = RunningProcess.Start("Silo", RunningProcess.FreeAddress(), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:OutletBot"] = Nowhere,
        });
        (await silo.ExitAsync(TimeSpan.FromSeconds(30))).ShouldBe(WrongConfiguration, silo.Output);
        silo.Lines.ShouldHaveSingleItem().ShouldContain("Webhooks:Secret");
    }

    [Fact]
    public async Task One_process_without_configuration_says_what_runs_and_books_a_lead_with_its_own_simulator()
    {
        await using var local = await LocalProcess.StartAsync();
        var lines = local.Process.Lines;
        var said = string.Join('\n', lines.Take(10));
        said.ShouldContain("OutletBot 0.");
        foreach (var path in new[] { "/simulator", "/console", "/dashboard", "/health" }) said.ShouldContain($"{local.Process.Url.ToString().TrimEnd('/')}{path}");
        said.ShouldContain("rule brain: no Agent:ApiKey");
        local.Process.Output.ShouldNotContain(" fail: ");
        // Orleans would have the server collector: this one was chosen.
        local.Process.Output.ShouldNotContain("ServerGC");

        var id = (string)(await local.PostAsync("/simulator/leads", new { phone = "+15125550199" }))["id"]!;
        for (var at = 1; at <= Lead.Script.Count; at++)
        {
            await local.PostAsync($"/simulator/leads/{id}/messages", new { text = Lead.Script[at - 1] });
            await local.HeardAsync(id, at);
        }

        await Eventually.TrueAsync(
            async () => (await local.GetAsync($"/simulator/leads/{id}"))["notes"]!.AsArray().Count == 1, TimeSpan.FromSeconds(20), () => local.Process.Output);
        (await local.GetAsync($"/simulator/leads/{id}"))["appointments"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_model_books_the_lead_in_seven_messages_on_SQLite()
    {
        await using var site = await Site.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["Agent:ApiKey"] = "sk-test", ["Meta:AccessToken"] = "" });
        var lead = await site.NewLeadAsync();
        await lead.PlayAsync();
        await lead.ShouldBeBookedAsync();
        // The report comes when everything has started; webhooks are taken before.
        site.Output.ShouldContain("Brain          model");
        site.Output.ShouldContain("Form leads     wait for a token: Webhooks:MetaAppSecret is set, Meta:AccessToken is not");
    }

    [Fact]
    public async Task A_process_asked_to_end_refuses_nobody_and_the_next_one_answers_what_it_left()
    {
        await using var site = await Site.StartAsync();
        var leads = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => site.NewLeadAsync()));
        await Task.WhenAll(leads.Select(lead => lead.SayAsync(Lead.Script[0])));
        var bot = site.Bot!;
        await bot.TerminateAsync();
        var statuses = new List<HttpStatusCode>();
        while (!bot.HasExited)
        {
            try
            {
                using var answer = await site.Http.PostAsJsonAsync(
                    "/webhook/meta-lead",
                    new { contactId = leads[0].Id, message = "sigues ahí?", locationId = leads[0].LocationId, id = Guid.NewGuid() },
                    TestContext.Current.CancellationToken);
                statuses.Add(answer.StatusCode);
            }
            catch (HttpRequestException)
            {
                // It does not listen any more, as a load balancer sees by the probe.
                break;
            }
        }

        (await bot.ExitAsync(TimeSpan.FromSeconds(30))).ShouldBe(0, bot.Output);
        statuses.ShouldAllBe(status => status == HttpStatusCode.Accepted);

        await site.RestartBotAsync();
        foreach (var lead in leads) await lead.HearsAsync(1);
        await site.HandledAsync();
        foreach (var lead in leads.Skip(1)) (await lead.HeardAsync()).Count.ShouldBe(1);
    }
}
