using System.Net.Sockets;
using System.Text;
using Npgsql;
using OutletBot.Gateway.Webhooks;

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
    public async Task Bodies_that_do_not_fit_into_memory_together_are_asked_to_come_again_and_small_ones_are_taken_all_the_while()
    {
        const int limit = 320 * 1024, longest = 250_000;
        await using var gateway = await GatewayHost.StartAsync(("Webhooks:BodyMemory", $"{limit}"), ("Webhooks:BodyTimeout", "00:05:00"));
        var text = new string('a', longest - 100);
        var held = Encoding.UTF8.GetBytes($$"""{"contactId":"slow","message":"{{text}}"}""");
        using var slow = new TcpClient();
        await slow.ConnectAsync(gateway.Http.BaseAddress!.Host, gateway.Http.BaseAddress.Port, TestContext.Current.CancellationToken);
        await SendAsync(Encoding.Latin1.GetBytes($"POST {Path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {GatewayHost.Secret}\r\nContent-Type: application/json\r\nContent-Length: {held.Length}\r\n\r\n"));
        await SendAsync(held[..^1]);

        var memory = gateway.Get<BodyMemory>();
        await UntilAsync(() => Task.FromResult(!memory.HasRoomFor(limit - longest + 1_000)));

        var refused = await PostLongAsync("refused");
        refused.Status.ShouldBe(429);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await gateway.PostAsync(Path, """{"contactId":"small","message":"hola"}""")).Status.ShouldBe(202);

        await SendAsync(held[^1..]);
        var answer = new byte[12];
        await slow.GetStream().ReadExactlyAsync(answer, TestContext.Current.CancellationToken);
        Encoding.Latin1.GetString(answer).ShouldBe("HTTP/1.1 202");
        // What an answered body took is given back a moment after its answer.
        await UntilAsync(() => Task.FromResult(memory.HasRoomFor(limit)));
        (await PostLongAsync("taken")).Status.ShouldBe(202);

        async Task SendAsync(byte[] bytes) => await slow.GetStream().WriteAsync(bytes, TestContext.Current.CancellationToken);

        Task<Answer> PostLongAsync(string id) => gateway.PostAsync(Path, $$"""{"contactId":"long","message":"{{text}}","id":"{{id}}"}""");
    }

    [Fact]
    public async Task However_many_bodies_come_slowly_one_that_comes_whole_finds_room()
    {
        const int limit = 512 * 1024, longest = 256 * 1024;
        await using var gateway = await GatewayHost.StartAsync(("Webhooks:BodyMemory", $"{limit}"), ("Webhooks:BodyTimeout", "00:05:00"));
        var memory = gateway.Get<BodyMemory>();
        using var first = await OpenAsync();
        using var second = await OpenAsync();
        await first.GetStream().WriteAsync(new byte[longest - 1], TestContext.Current.CancellationToken);
        await UntilAsync(() => Task.FromResult(!memory.HasRoomFor(limit - longest + 2)));

        // As much as there is: no byte of its last kilobyte.
        await second.GetStream().WriteAsync(new byte[longest - 1], TestContext.Current.CancellationToken);
        await UntilAsync(() => Task.FromResult(second.Available > 0 || !memory.HasRoomFor(3)));

        (await gateway.PostAsync(Path, """{"contactId":"whole","message":"hola"}""")).Status.ShouldBe(202);

        async Task<TcpClient> OpenAsync()
        {
            var slow = new TcpClient();
            await slow.ConnectAsync(gateway.Http.BaseAddress!.Host, gateway.Http.BaseAddress.Port, TestContext.Current.CancellationToken);
            await slow.GetStream().WriteAsync(
                Encoding.Latin1.GetBytes($"POST {Path} HTTP/1.1\r\nHost: x\r\nX-GHL-Signature: Zm9yZ2Vk\r\nContent-Type: application/json\r\nContent-Length: {longest}\r\n\r\n"),
                TestContext.Current.CancellationToken);
            return slow;
        }
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

    private static Task Eventually200Async(GatewayHost gateway) => UntilAsync(async () => (await ReadyAsync(gateway)).Status == 200);

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (!await holds()) await timer.WaitForNextTickAsync(limit.Token);
    }
}
