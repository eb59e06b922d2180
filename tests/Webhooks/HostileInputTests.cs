using System.Net.Sockets;
using System.Text;

namespace OutletBot.Webhooks;

/// <summary>Bodies and connections that are made to hurt.</summary>
public sealed class HostileInputTests
{
    private const string Path = "/webhook/meta-lead";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_who_proves_nothing_is_refused_before_the_body_is_read()
    {
        await using var gateway = await GatewayHost.StartAsync();
        using var connection = await ConnectAsync(gateway);

        // The body never comes.
        await SendAsync(connection, $"POST {Path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 200000\r\n\r\n");

        (await ReceiveAsync(connection)).ShouldStartWith("HTTP/1.1 401 ");
    }

    [Fact]
    public async Task A_body_that_dribbles_in_is_given_up()
    {
        await using var gateway = await GatewayHost.StartAsync(("Webhooks:BodyTimeout", "00:00:00.3"));
        using var connection = await ConnectAsync(gateway);

        await SendAsync(connection, $"POST {Path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {GatewayHost.Secret}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{\"con");

        (await ReceiveAsync(connection)).ShouldStartWith("HTTP/1.1 408 ");
        gateway.Inbox.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Headers_that_never_end_are_given_up()
    {
        await using var gateway = await GatewayHost.StartAsync();
        using var connection = await ConnectAsync(gateway);
        var began = TimeProvider.System.GetTimestamp();

        await SendAsync(connection, $"POST {Path} HTTP/1.1\r\nHost: x\r\nX-Slow: ");

        (await ReceiveAsync(connection)).ShouldStartWith("HTTP/1.1 408 ");
        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(25), "a third of what Kestrel waits by itself, on a slow machine");
    }

    [Fact]
    public async Task Headers_beyond_16_KiB_are_refused()
    {
        await using var gateway = await GatewayHost.StartAsync();
        using var connection = await ConnectAsync(gateway);

        await SendAsync(connection, $"POST {Path} HTTP/1.1\r\nHost: x\r\nX-Long: {new string('a', 20_000)}\r\n\r\n");

        (await ReceiveAsync(connection)).ShouldStartWith("HTTP/1.1 431 ");
    }

    [Fact]
    public async Task A_body_without_a_stated_length_is_cut_off_at_256_KiB()
    {
        await using var gateway = await GatewayHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new EndlessContent() };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {GatewayHost.Secret}");

        using var response = await gateway.Http.SendAsync(request, Stop);

        ((int)response.StatusCode).ShouldBe(413);
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("bearer wrong wrong wrong")]
    [InlineData("Basic Og==")]
    public async Task Any_other_authorization_is_refused(string authorization)
    {
        await using var gateway = await GatewayHost.StartAsync();

        (await gateway.SendAsync(Path, """{"contactId":"c","message":"m"}"""u8.ToArray(), ("Authorization", authorization))).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_secret_is_exchanged_while_the_gateway_runs()
    {
        await using var gateway = await GatewayHost.StartAsync();
        const string body = """{"contactId":"c","message":"m"}""";

        gateway.Reconfigure("Webhooks:Secrets:0", "next-secret");
        (await gateway.PostAsync(Path, body, [("Authorization", "Bearer next-secret")])).Status.ShouldBe(401, "two Authorization headers are none");
        (await PostAsync("next-secret")).ShouldBe(202);
        (await PostAsync(GatewayHost.Secret)).ShouldBe(200, "the same body again: a duplicate that proved itself");

        gateway.Reconfigure("Webhooks:Secret", "newest-secret");
        (await PostAsync(GatewayHost.Secret)).ShouldBe(401);

        async Task<int> PostAsync(string secret) => (await gateway.SendAsync(Path, Encoding.UTF8.GetBytes(body.Replace("}", ",\"id\":\"m1\"}", StringComparison.Ordinal)), ("Authorization", $"Bearer {secret}"))).Status;
    }

    [Theory]
    [InlineData("a\\u2028b")]
    [InlineData("a\\u202eb")]
    [InlineData("a\\u000ab")]
    [InlineData("a\\u200bb")]
    public async Task An_id_that_would_not_read_as_it_is_is_refused(string id)
    {
        await using var gateway = await GatewayHost.StartAsync();

        var answer = await gateway.PostAsync(Path, $$"""{"contactId":"c","message":"m","id":"{{id}}"}""");

        answer.Status.ShouldBe(400);
        answer.ErrorFields.ShouldContain("messageId");
    }

    [Theory]
    [InlineData("""{"contactId":"a","contactId":"b","message":"1","message":"2"}""", "b", "2")]
    [InlineData("""{"contactId":"a","message":"\u202eabc\u2028\u2029"}""", "a", "\u202Eabc")]
    [InlineData("""{"contactId":"a","message":"x","dateAdded":99999999999999999999,"timestamp":"0001-01-01T00:00:00+14:00","messageTypeId":1e400}""", "a", "x")]
    public async Task A_strange_but_sound_body_is_taken(string body, string contact, string text)
    {
        await using var gateway = await GatewayHost.StartAsync();

        (await gateway.PostAsync(Path, body)).Status.ShouldBe(202);

        var stored = gateway.Inbox.Events.ShouldHaveSingleItem();
        stored.Conversation.ContactId.ShouldBe(contact);
        stored.Text.ShouldBe(text);
        stored.SentAt.ShouldBe(stored.ReceivedAt);
    }

    [Fact]
    public async Task A_body_of_many_mistakes_gets_a_short_answer()
    {
        await using var gateway = await GatewayHost.StartAsync();

        var answer = await gateway.PostAsync(Path, $$"""{"object":"page","entry":[{{string.Join(',', Enumerable.Repeat("{}", 20_000))}}]}""");

        answer.Status.ShouldBe(400);
        answer.Body.Length.ShouldBeLessThan(8_000);
    }

    private static async Task<TcpClient> ConnectAsync(GatewayHost gateway)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(gateway.Http.BaseAddress!.Host, gateway.Http.BaseAddress.Port, Stop);
        return connection;
    }

    private static async Task SendAsync(TcpClient connection, string text) => await connection.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text), Stop);

    private static async Task<string> ReceiveAsync(TcpClient connection)
    {
        var buffer = new byte[4096];
        var read = await connection.GetStream().ReadAsync(buffer, Stop);
        return Encoding.Latin1.GetString(buffer, 0, read);
    }

    private sealed class EndlessContent : HttpContent
    {
        private static readonly byte[] Piece = new byte[16 * 1024];

        public EndlessContent() => Headers.ContentType = new("application/json");

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            // Longer than allowed, yet short enough for the sockets' buffers.
            for (var i = 0; i < 20; i++) await stream.WriteAsync(Piece);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
