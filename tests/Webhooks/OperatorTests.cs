using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using OutletBot.Inbox;
using OutletBot.ReadModel;

namespace OutletBot.Webhooks;

public sealed class OperatorTests
{
    private static readonly (string, string)[] SignIn = [("Operators:User", "ana"), ("Operators:Password", "s3cret")];

    [Theory]
    [InlineData("/console")]
    [InlineData("/api/conversations")]
    [InlineData("/api/queue")]
    [InlineData("/api/inbox")]
    [InlineData("/api/costs")]
    [InlineData("/console/costs")]
    [InlineData("/openapi/v1.json")]
    public async Task Operators_pages_ask_for_the_sign_in(string path)
    {
        await using var gateway = await GatewayHost.StartAsync(SignIn);

        (await GetAsync(gateway, path)).Status.ShouldBe(401);
        (await GetAsync(gateway, path, "ana:wrong")).Status.ShouldBe(401);
        (await GetAsync(gateway, path, "ana:s3cret")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Without_a_sign_in_only_the_machine_itself_is_served()
    {
        await using var gateway = await GatewayHost.StartAsync();

        (await GetAsync(gateway, "/api/conversations")).Status.ShouldBe(200);
        (await GetAsync(gateway, "/api/conversations", header: ("X-Forwarded-For", "203.0.113.9"))).Status.ShouldBe(403);
        (await GetAsync(gateway, "/api/conversations", header: ("Host", "evil.example"))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_take_over_is_committed_like_any_event()
    {
        await using var gateway = await GatewayHost.StartAsync();

        (await gateway.SendAsync("/api/conversations/l/c/take-over", [])).Status.ShouldBe(202);

        gateway.Inbox.Events.ShouldHaveSingleItem().Kind.ShouldBe(InboxEventKind.TakeOver);
    }

    [Fact]
    public async Task What_waits_is_listed_with_its_conversation_and_without_its_words()
    {
        await using var gateway = await GatewayHost.StartAsync();
        for (var number = 1; number <= 60; number++)
            (await gateway.PostAsync("/webhook/meta-lead", $$"""{"contactId":"ana","locationId":"loc1","message":"soy Fulgencia","phone":"+15125550101","id":"m{{number}}"}""")).Status.ShouldBe(202);
        (await gateway.SendAsync("/api/conversations/l/c/take-over", [])).Status.ShouldBe(202);

        var waiting = await GetAsync(gateway, "/api/inbox");

        waiting.Json["count"]!.GetValue<long>().ShouldBe(61);
        var oldest = waiting.Json["oldest"]!.AsArray();
        oldest.Count.ShouldBe(50);
        oldest[0]!.AsObject().Select(p => p.Key).ShouldBe(["id", "conversation", "kind", "receivedAt"]);
        (oldest[0]!["id"]!.GetValue<long>(), oldest[0]!["conversation"]!.GetValue<string>(), oldest[0]!["kind"]!.GetValue<string>()).ShouldBe((1, "loc1/ana", "LeadMessage"));
        oldest[0]!["receivedAt"]!.GetValue<DateTimeOffset>().ShouldBe(gateway.Inbox.Events[0].ReceivedAt);
        waiting.Body.ShouldNotContain("Fulgencia");
        waiting.Body.ShouldNotContain("5550101");
    }

    [Fact]
    public async Task Another_site_cannot_take_a_conversation_over()
    {
        await using var gateway = await GatewayHost.StartAsync();

        (await gateway.SendAsync("/api/conversations/l/c/take-over", [], ("Sec-Fetch-Site", "cross-site"))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task The_page_of_a_conversation_shows_it_escaped_and_its_form_takes_it_over()
    {
        await using var gateway = await GatewayHost.StartAsync();
        gateway.Log.Rows.Add(new() { LocationId = "l", ContactId = "c", Turn = 1, Stage = "Qualifying", Language = "es", LeadName = "Carlos", UpdatedAt = DateTimeOffset.UnixEpoch });
        gateway.Log.Messages.Add(new() { MessageId = "m", Author = Author.Lead, Text = "<script>alert(1)</script>", At = DateTimeOffset.UnixEpoch });

        (await GetAsync(gateway, "/console")).Body.ShouldContain("Carlos");
        var page = await GetAsync(gateway, "/console/l/c");

        page.Status.ShouldBe(200);
        page.Body.ShouldContain("&lt;script&gt;");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        page.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");

        var token = Regex.Match(page.Body, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        (await PostFormAsync(gateway, "forged")).ShouldBe(400);
        (await PostFormAsync(gateway, token)).ShouldBe(302);
        gateway.Inbox.Events.ShouldHaveSingleItem().Kind.ShouldBe(InboxEventKind.TakeOver);
    }

    [Fact]
    public async Task Health_shows_every_dependency()
    {
        await using var gateway = await GatewayHost.StartAsync();

        var health = (await GetAsync(gateway, "/health")).Json.AsObject();

        health.Select(p => p.Key).ShouldBe(["status", "version", "uptime", "memory", "database", "cluster", "model", "crm"]);
        health["status"]!.GetValue<string>().ShouldBe("ok");
        (await GetAsync(gateway, "/health/startup")).Status.ShouldBe(200);
    }

    private static async Task<int> PostFormAsync(GatewayHost gateway, string token)
    {
        using var form = new FormUrlEncodedContent([new("action", "take-over"), new("__RequestVerificationToken", token)]);
        using var response = await gateway.Http.PostAsync("/console/l/c", form, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    private static async Task<Answer> GetAsync(GatewayHost gateway, string path, string? signIn = null, (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (signIn is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(signIn)));
        if (header is { } h) request.Headers.TryAddWithoutValidation(h.Name, h.Value);
        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }
}
