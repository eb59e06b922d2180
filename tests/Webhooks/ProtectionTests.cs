using System.Net.Http.Headers;
using System.Text;

namespace OutletBot.Webhooks;

/// <summary>What stands between operators' pages and the rest of the world.</summary>
public sealed class ProtectionTests
{
    private static readonly (string, string)[] SignIn = [("Operators:User", "ana"), ("Operators:Password", "s3cret")];

    [Theory]
    [InlineData("/console", "default-src 'none'")]
    [InlineData("/api/conversations", "default-src 'none'; frame-ancestors 'none'")]
    [InlineData("/health", "default-src 'none'; frame-ancestors 'none'")]
    [InlineData("/webhook/meta-lead", "default-src 'none'; frame-ancestors 'none'")]
    [InlineData("/nowhere", "frame-ancestors 'none'")]
    public async Task Every_answer_forbids_framing_sniffing_and_foreign_scripts(string path, string policy)
    {
        await using var gateway = await GatewayHost.StartAsync();

        using var response = await gateway.Http.GetAsync(path, TestContext.Current.CancellationToken);

        Header("Content-Security-Policy").ShouldContain(policy);
        Header("Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
        Header("X-Content-Type-Options").ShouldBe("nosniff");
        Header("X-Frame-Options").ShouldBe("DENY");
        Header("Referrer-Policy").ShouldBe("no-referrer");
        Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        response.Headers.Contains("Server").ShouldBeFalse();

        string Header(string name) => response.Headers.GetValues(name).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("/api/conversations/l/c/take-over", "Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("/api/conversations/l/c/take-over", "Sec-Fetch-Site", "same-site", 403)]
    [InlineData("/api/conversations/l/c/take-over", "Sec-Fetch-Site", "same-origin", 202)]
    [InlineData("/api/conversations/l/c/take-over", "Origin", "https://evil.example", 403)]
    [InlineData("/api/conversations/l/c/take-over", "Origin", "null", 403)]
    [InlineData("/console/l/c", "Origin", "https://evil.example", 403)]
    [InlineData("/webhook/ghl", "Origin", "https://evil.example", 401)]
    public async Task Another_site_cannot_act_through_an_operators_browser(string path, string header, string value, int status)
    {
        await using var gateway = await GatewayHost.StartAsync();

        (await gateway.SendAsync(path, [], (header, value))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_form_posted_from_the_pages_own_origin_is_not_another_sites()
    {
        await using var gateway = await GatewayHost.StartAsync();

        var answer = await gateway.SendAsync("/api/conversations/l/c/take-over", [], ("Origin", gateway.Http.BaseAddress!.GetLeftPart(UriPartial.Authority)));

        answer.Status.ShouldBe(202);
    }

    [Theory]
    [InlineData("/dashboard/socket")]
    [InlineData("/_blazor")]
    public async Task Another_site_cannot_open_a_socket(string path)
    {
        await using var gateway = await GatewayHost.StartAsync();

        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in new[] { ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Origin", "https://evil.example") }) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(403);
    }

    [Fact]
    public async Task A_password_is_not_guessed_by_trying()
    {
        await using var gateway = await GatewayHost.StartAsync(SignIn);
        for (var i = 0; i < 9; i++) (await SignInAsync(gateway, $"guess-{i}")).Status.ShouldBe(401);
        (await SignInAsync(gateway, "guess-9")).Status.ShouldBe(429);

        var answer = await SignInAsync(gateway, "s3cret");

        answer.Status.ShouldBe(429, "even a right one, or the guesser would learn that it is");
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task Nor_by_trying_from_all_the_addresses_that_one_caller_has()
    {
        await using var gateway = await GatewayHost.StartAsync([.. SignIn, ("Gateway:TrustedProxies:0", "127.0.0.1")]);
        for (var i = 0; i < 10; i++) await SignInAsync(gateway, $"guess-{i}", $"2001:db8:1:2::{i + 1:x}");

        (await SignInAsync(gateway, "s3cret", "2001:db8:1:2:ffff::1")).Status.ShouldBe(429);
        (await SignInAsync(gateway, "s3cret", "2001:db8:1:3::1")).Status.ShouldBe(200, "a neighbour has guessed nothing");
    }

    [Theory]
    [InlineData("/api/conversations?location=%00")]
    [InlineData("/api/conversations?stage=%00")]
    [InlineData("/api/conversations?before=yesterday")]
    [InlineData("/api/conversations?limit=99999999999")]
    [InlineData("/api/conversations?limit=-1")]
    public async Task A_parameter_that_cannot_be_is_refused(string path)
    {
        await using var gateway = await GatewayHost.StartAsync();

        using var response = await gateway.Http.GetAsync(path, TestContext.Current.CancellationToken);
        var answer = await Answer.OfAsync(response);

        answer.Status.ShouldBe(400);
        answer.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("/api/conversations/a%20b/%ff%fe")]
    [InlineData("/console/a%0ab/c")]
    public async Task A_conversation_that_cannot_be_is_not_found(string path)
    {
        await using var gateway = await GatewayHost.StartAsync();

        using var response = await gateway.Http.GetAsync(path, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(404);
    }

    private static async Task<Answer> SignInAsync(GatewayHost gateway, string password, string? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/inbox");
        if (from is not null) request.Headers.Add("X-Forwarded-For", from);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"ana:{password}")));
        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }
}
