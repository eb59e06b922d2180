using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OutletBot.EndToEnd;

/// <summary>A gateway process and silos that find each other through PostgreSQL.</summary>
public sealed class ClusterTests(Postgres postgres)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_gateway_acks_with_no_silo_alive_and_silos_that_start_at_once_on_an_empty_database_answer()
    {
        await using var collector = await TraceCollector.StartAsync();
        await using var site = await Site.PrepareAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:OutletBot"] = await postgres.CreateDatabaseAsync(),
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
        });
        await site.StartBotAsync("Gateway", "/health/startup");
        (await HealthAsync(site)).ShouldBe(("degraded", "degraded"));
        var lead = await site.NewLeadAsync();
        await lead.SayAsync(Lead.Script[0]);

        await using var one = site.LaunchSilo();
        await using var two = site.LaunchSilo();
        // A silo without a gateway answers its probes as any process does.
        await Task.WhenAll(one.AnswersAsync("/health/startup"), two.AnswersAsync("/health/ready"));

        try
        {
            await lead.HearsAsync(1);
            await lead.PlayAsync(from: 2);
            await lead.ShouldBeBookedAsync();
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message}\nsilo one:\n{one.Output}\nsilo two:\n{two.Output}", late);
        }

        await Eventually.TrueAsync(async () => await HealthAsync(site) == ("ok", "ok"), Patience, () => site.Output);
        // Connections of another pool would not carry the name, nor the limit.
        (await Stored.ProgramsAsync(site.ConnectionString)).ShouldHaveSingleItem().ShouldBe("outletbot");
        var webhook = ActivityContext.Parse((await Stored.TraceParentsAsync(site.ConnectionString)).First(), null).TraceId;
        await Eventually.TrueAsync(
            () => Task.FromResult(collector.Of(webhook) is { } spans && Any(spans, "OutletBot.Gateway", "POST") && Any(spans, "OutletBot.Silo", "OutletBot.Turns") && Any(spans, "OutletBot.Silo", "OutletBot.Crm")),
            Patience, () => $"The trace of the webhook does not lead to the call of GHL:\n{string.Join('\n', collector.Of(webhook))}");

        static bool Any(IReadOnlyList<string> spans, params string[] words) => spans.Any(body => Array.TrueForAll(words, word => body.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_lead_goes_on_with_the_silo_that_is_left_when_the_other_dies()
    {
        await using var site = await Site.PrepareAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:OutletBot"] = await postgres.CreateDatabaseAsync(),
        });
        await using var one = site.LaunchSilo();
        await using var two = site.LaunchSilo();
        await Task.WhenAll(one.SaysAsync("Brain"), two.SaysAsync("Brain"));
        await site.StartBotAsync("Gateway", "/health/ready");
        var leads = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.NewLeadAsync()));
        await Task.WhenAll(leads.Select(lead => lead.ConverseAsync(1)));

        await Task.WhenAll(leads.Select(lead => lead.SayAsync(Lead.Script[1])));
        await one.KillAsync();

        foreach (var lead in leads)
        {
            await lead.HearsAsync(2, seconds: 60);
            await lead.PlayAsync(from: 3);
            await lead.ShouldBeBookedAsync();
        }
    }

    private static async Task<(string Status, string Cluster)> HealthAsync(Site site)
    {
        var health = (await site.Http.GetFromJsonAsync<JsonObject>("/health"))!;
        return ((string)health["status"]!, (string)health["cluster"]!["status"]!);
    }
}
