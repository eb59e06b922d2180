using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace OutletBot.EndToEnd;

/// <summary>A database that cannot commit, as callers, probes and leads see it.</summary>
public sealed class StorageFaultTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task No_acked_event_is_lost_when_PostgreSQL_stops_under_load_and_the_gateway_goes_on_by_itself()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var site = await Site.PrepareAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["ConnectionStrings:OutletBot"] = await server.CreateDatabaseAsync() });
        await site.StartBotAsync("Gateway", "/health/ready");
        var load = new WebhookLoad(site);
        using var end = new CancellationTokenSource();
        var running = load.RunAsync(writers: 16, end.Token);
        await Eventually.TrueAsync(() => Task.FromResult(load.Acked.Count > 300), Patience, () => $"{load.Acked.Count} acked.\n{site.Output}");

        await server.StopAsync();
        await Eventually.TrueAsync(
            async () => load.Refused.Count > 20 && await ReadyAsync(site) is (HttpStatusCode.ServiceUnavailable, { Length: > 0 }),
            Patience, () => $"{load.Refused.Count} refused, and readiness stays as it was.\n{site.Output}");
        var (_, reason) = await ReadyAsync(site);
        reason.ShouldStartWith("database: ");

        await server.LaunchAsync();
        var before = load.Acked.Count;
        await Eventually.TrueAsync(() => Task.FromResult(load.Acked.Count > before + 300), Patience, () => $"It does not go on: {load.Acked.Count} acked.\n{site.Output}");
        await Eventually.TrueAsync(async () => (await ReadyAsync(site)).Status == HttpStatusCode.OK, Patience, () => site.Output);
        await end.CancelAsync();
        await running;

        load.Refused.ShouldAllBe(refusal => refusal.Status == HttpStatusCode.TooManyRequests && refusal.RetryAfter >= TimeSpan.FromSeconds(1));
        var stored = await Stored.MessageIdsAsync(site.ConnectionString);
        load.Acked.Where(id => !stored.Contains(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lead_who_writes_while_PostgreSQL_is_away_is_answered_once_when_GHL_comes_again()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var site = await Site.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:OutletBot"] = await server.CreateDatabaseAsync(),
            ["Cluster:AdvertisedAddress"] = "127.0.0.1",
            ["Cluster:SiloPort"] = $"{RunningProcess.FreePort()}",
            ["Cluster:GatewayPort"] = $"{RunningProcess.FreePort()}",
        });
        var lead = await site.NewLeadAsync();
        await lead.ConverseAsync(1);

        await server.StopAsync();
        var messageId = await lead.TypeAsync(Lead.Script[1]);
        using (var refused = await lead.PostAsync(messageId, Lead.Script[1]))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            refused.Headers.RetryAfter?.Delta.ShouldNotBeNull();
        }

        await server.LaunchAsync();
        await Eventually.TrueAsync(
            async () =>
            {
                using var answer = await lead.PostAsync(messageId, Lead.Script[1]);
                return answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.OK;
            },
            Patience, () => $"It is never taken.\n{site.Output}");
        await lead.HearsAsync(2, seconds: 90);

        // And once more with an event that was acked just before.
        await lead.SayAsync(Lead.Script[2]);
        await server.RestartAsync();
        await lead.HearsAsync(3, seconds: 90);
        await site.HandledAsync(seconds: 90);
        (await lead.HeardAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_SQLite_file_that_somebody_else_holds_is_told_to_callers_and_probes_until_it_is_let_go()
    {
        await using var site = await Site.StartAsync();
        var lead = await site.NewLeadAsync();
        await lead.ConverseAsync(1);
        await site.HandledAsync();
        var messageId = await lead.TypeAsync(Lead.Script[1]);

        await using (var holder = new SqliteConnection($"{site.ConnectionString};Pooling=False"))
        {
            await holder.OpenAsync(TestContext.Current.CancellationToken);
            await using var hold = holder.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

            using var refused = await lead.PostAsync(messageId, Lead.Script[1]);
            refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            refused.Headers.RetryAfter?.Delta.ShouldNotBeNull();
            var (status, reason) = await ReadyAsync(site);
            status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            reason.ShouldStartWith("database: ");
        }

        await Eventually.TrueAsync(
            async () =>
            {
                using var answer = await lead.PostAsync(messageId, Lead.Script[1]);
                return answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.OK;
            },
            Patience, () => $"It is never taken.\n{site.Output}");
        await lead.HearsAsync(2, seconds: 90);
        await Eventually.TrueAsync(async () => (await ReadyAsync(site)).Status == HttpStatusCode.OK, Patience, () => site.Output);
    }

    private static async Task<(HttpStatusCode Status, string Reason)> ReadyAsync(Site site)
    {
        using var answer = await site.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return (answer.StatusCode, (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["reason"] ?? "");
    }
}
