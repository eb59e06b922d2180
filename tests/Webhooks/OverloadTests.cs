using Npgsql;

namespace OutletBot.Webhooks;

/// <summary>What callers and probes are told when events cannot be committed.</summary>
public sealed class OverloadTests
{
    private const string Path = "/webhook/meta-lead";
    private const string Body = """{"contactId":"c","message":"m"}""";

    [Fact]
    public async Task A_commit_that_takes_too_long_asks_the_caller_to_come_again()
    {
        await using var gateway = await GatewayHost.StartAsync(("Webhooks:CommitTimeout", "00:00:00.2"));
        gateway.Inbox.Hangs = true;

        var answer = await gateway.PostAsync(Path, Body);

        answer.Status.ShouldBe(429);
        answer.MediaType.ShouldBe("application/problem+json");
        answer.Headers.RetryAfter!.Delta.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        (await ReadyAsync(gateway)).ShouldBe((503, """{"status":"unavailable","reason":"database: The database did not commit in time."}"""));
    }

    [Fact]
    public async Task Readiness_says_why_it_takes_no_traffic_and_comes_back_with_the_first_commit()
    {
        await using var gateway = await GatewayHost.StartAsync();
        gateway.Inbox.Unavailable = true;
        await gateway.PostAsync(Path, Body);
        (await ReadyAsync(gateway)).ShouldBe((503, """{"status":"unavailable","reason":"database: The database is away."}"""));

        gateway.Inbox.Unavailable = false;
        (await gateway.PostAsync(Path, Body)).Status.ShouldBe(202);

        // What was found out less than a second ago is not asked again.
        await Eventually200Async(gateway);
    }

    [Fact]
    public async Task A_page_that_cannot_read_the_database_says_so_and_nothing_of_the_inside()
    {
        await using var gateway = await GatewayHost.StartAsync();
        gateway.Log.Fault = new NpgsqlException("Host=db.internal;Password=hidden");

        foreach (var path in new[] { "/api/conversations", "/console" })
        {
            using var response = await gateway.Http.GetAsync(path, TestContext.Current.CancellationToken);
            var answer = await Answer.OfAsync(response);

            answer.Status.ShouldBe(503);
            answer.MediaType.ShouldBe("application/problem+json");
            answer.Body.ShouldNotContain("hidden");
            answer.Body.ShouldNotContain("Npgsql");
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        }
    }

    private static async Task<(int Status, string Body)> ReadyAsync(GatewayHost gateway)
    {
        using var response = await gateway.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task Eventually200Async(GatewayHost gateway)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while ((await ReadyAsync(gateway)).Status != 200) await timer.WaitForNextTickAsync(limit.Token);
    }
}
