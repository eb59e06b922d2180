using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;

namespace OutletBot.EndToEnd;

/// <summary>Processes that are asked to end under a stream of webhooks.</summary>
public sealed class DrainTests(Postgres postgres)
{
    [Fact]
    public async Task No_webhook_fails_behind_a_load_balancer_while_one_of_two_gateways_ends()
    {
        await using var site = await SiteAsync();
        await site.StartBotAsync("Gateway", "/health/ready");
        await using var other = await site.LaunchGateway().AnswersAsync("/health/ready");
        var balancer = new Balancer(site.Http.BaseAddress!, other.Url);
        using var watching = new CancellationTokenSource();
        var watch = balancer.WatchAsync(watching.Token);

        var stream = balancer.StreamAsync(lead: "lead-1", () => other.HasExited);
        await Eventually.TrueAsync(() => Task.FromResult(balancer.Answers.Count > 20), TimeSpan.FromSeconds(20), () => site.Output);
        await other.TerminateAsync();
        (await other.ExitAsync(TimeSpan.FromSeconds(40))).ShouldBe(0, other.Output);
        await stream;
        await watching.CancelAsync();
        await watch;

        balancer.Failures.ShouldBeEmpty();
        balancer.Answers.ShouldAllBe(status => status == HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_gateway_refuses_connections_only_after_it_has_said_that_it_is_not_ready()
    {
        await using var site = await SiteAsync();
        await site.StartBotAsync("Gateway", "/health/ready");
        await site.Bot!.TerminateAsync();

        // Both on connections of their own, as a probe's and a caller's are.
        var (unready, refused, statuses) = (0L, 0L, new List<HttpStatusCode>());
        var begun = TimeProvider.System.GetTimestamp();
        while (refused == 0)
        {
            TimeProvider.System.GetElapsedTime(begun).ShouldBeLessThan(TimeSpan.FromSeconds(40));
            using var http = new HttpClient { BaseAddress = site.Http.BaseAddress, DefaultRequestHeaders = { ConnectionClose = true } };
            http.DefaultRequestHeaders.Add("Authorization", $"Bearer {Site.Secret}");
            try
            {
                using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
                if (ready.StatusCode == HttpStatusCode.ServiceUnavailable && unready == 0) unready = TimeProvider.System.GetTimestamp();
                using var answer = await http.PostAsJsonAsync("/webhook/meta-lead", Balancer.Webhook("lead-1"), TestContext.Current.CancellationToken);
                statuses.Add(answer.StatusCode);
            }
            catch (HttpRequestException)
            {
                refused = TimeProvider.System.GetTimestamp();
            }
        }

        unready.ShouldBeGreaterThan(0);
        TimeProvider.System.GetElapsedTime(unready, refused).ShouldBeGreaterThan(TimeSpan.FromSeconds(1));
        statuses.ShouldNotBeEmpty();
        statuses.ShouldAllBe(status => status == HttpStatusCode.Accepted);
        (await site.Bot.ExitAsync(TimeSpan.FromSeconds(40))).ShouldBe(0, site.Output);
    }

    [Fact]
    public async Task A_silo_that_is_asked_to_end_within_turns_leaves_none_unanswered_and_none_answered_twice()
    {
        await using var site = await SiteAsync();
        await using var one = site.LaunchSilo();
        await using var two = site.LaunchSilo();
        await Task.WhenAll(one.SaysAsync("Brain"), two.SaysAsync("Brain"));
        await site.StartBotAsync("Gateway", "/health/ready");
        var leads = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => site.NewLeadAsync()));
        var (within, meanwhile) = (leads[..6], leads[6..]);

        // Each turn is held with its reply on the way, so that it runs when the silo is asked to end.
        await site.ControlAsync(HttpMethod.Post, "faults", new { id = "slow", target = "ghl", kind = "latency", pathContains = "/conversations/messages", method = "POST", latencyMs = 2_000 });
        await Task.WhenAll(within.Select(lead => lead.SayAsync(Lead.Script[0])));
        foreach (var lead in within)
            await Eventually.TrueAsync(async () => (await lead.RequestsAsync(site)).Any(), TimeSpan.FromSeconds(20), () => site.Output);
        await one.TerminateAsync();
        // Each is acknowledged, or this throws.
        await Task.WhenAll(meanwhile.Select(lead => lead.SayAsync(Lead.Script[0])));
        (await one.ExitAsync(TimeSpan.FromSeconds(40))).ShouldBe(0, one.Output);
        await site.ControlAsync(HttpMethod.Delete, "faults/slow");

        foreach (var lead in leads) await lead.HearsAsync(1, seconds: 90);
        await site.HandledAsync(seconds: 90);
        foreach (var lead in leads) (await lead.HeardAsync()).Count.ShouldBe(1, $"one:\n{one.Output}\ntwo:\n{two.Output}");
        one.Output.ShouldNotContain("BackgroundService failed");
    }

    private async Task<Site> SiteAsync() => await Site.PrepareAsync(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ConnectionStrings:OutletBot"] = await postgres.CreateDatabaseAsync(),
        ["Gateway:DrainFor"] = "00:00:03",
    });

    /// <summary>Sends each webhook once, to a gateway that said it was ready when it was last asked.</summary>
    private sealed class Balancer(params Uri[] gateways)
    {
        private static readonly TimeSpan BetweenProbes = TimeSpan.FromMilliseconds(200);

        private readonly HttpClient[] _clients = [.. gateways.Select(url =>
        {
            var client = new HttpClient { BaseAddress = url };
            client.DefaultRequestHeaders.Add("Authorization", $"Bearer {Site.Secret}");
            return client;
        })];

        private volatile int[] _ready = [.. Enumerable.Range(0, gateways.Length)];

        public ConcurrentQueue<HttpStatusCode> Answers { get; } = new();

        public ConcurrentQueue<string> Failures { get; } = new();

        public static object Webhook(string lead) => new { contactId = lead, message = "hola", locationId = "loc-default", id = Guid.NewGuid() };

        public async Task WatchAsync(CancellationToken ending)
        {
            while (!ending.IsCancellationRequested)
            {
                var ready = await Task.WhenAll(_clients.Select(IsReadyAsync));
                _ready = [.. Enumerable.Range(0, ready.Length).Where(at => ready[at])];
                await Task.Delay(BetweenProbes, TimeProvider.System, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        public async Task StreamAsync(string lead, Func<bool> ends)
        {
            for (var number = 0; !ends(); number++)
            {
                var ready = _ready;
                try
                {
                    using var answer = await _clients[ready[number % ready.Length]].PostAsJsonAsync("/webhook/meta-lead", Webhook(lead));
                    Answers.Enqueue(answer.StatusCode);
                }
                catch (HttpRequestException e)
                {
                    Failures.Enqueue(e.ToString());
                }
            }
        }

        private static async Task<bool> IsReadyAsync(HttpClient client)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }
}
