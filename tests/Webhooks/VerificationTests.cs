using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;

namespace OutletBot.Webhooks;

public sealed class VerificationTests
{
    private const string Path = "/webhook/meta-lead";
    private static readonly byte[] Body = """{"contactId":"c","message":"¿qué?"}"""u8.ToArray();

    [Theory]
    [InlineData(null, 401)]
    [InlineData("Bearer wrong", 401)]
    [InlineData("Bearer " + GatewayHost.Secret, 202)]
    [InlineData("Bearer older-secret", 202)]
    public async Task A_workflow_webhook_needs_one_of_the_secrets(string? authorization, int status)
    {
        await using var gateway = await GatewayHost.StartAsync(("Webhooks:Secrets:0", "older-secret"));

        var answer = await gateway.SendAsync(Path, Body, authorization is null ? [] : [("Authorization", authorization)]);

        answer.Status.ShouldBe(status);
        if (status == 401) answer.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData(null, 202)]
    [InlineData("Bearer wrong", 401)]
    public async Task Where_unsigned_webhooks_are_taken_a_wrong_secret_still_is_not(string? authorization, int status)
    {
        await using var gateway = await GatewayHost.StartAsync(("Webhooks:AllowUnsigned", "true"));

        (await gateway.SendAsync(Path, Body, authorization is null ? [] : [("Authorization", authorization)])).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(0, 202)]
    [InlineData(-6, 401)]
    [InlineData(6, 401)]
    public async Task A_signed_event_is_taken_within_five_minutes(int minutesOff, int status)
    {
        var key = NewKey();
        await using var gateway = await GatewayHost.StartAsync(("Webhooks:GhlPublicKeys:0", PublicText(NewKey())), ("Webhooks:GhlPublicKeys:1", PublicText(key)));
        var body = Encoding.UTF8.GetBytes(
            $$"""{"type":"InboundMessage","locationId":"l","contactId":"c","body":"é","messageId":"m","timestamp":"{{TimeProvider.System.GetUtcNow().AddMinutes(minutesOff):O}}"}""");

        (await gateway.SendAsync("/webhook/ghl", body, ("X-GHL-Signature", Sign(key, body)))).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(6, 202)]
    [InlineData(8, 401)]
    public async Task A_signed_message_without_a_timestamp_is_taken_as_long_as_it_would_be_known_again(int daysOld, int status)
    {
        var key = NewKey();
        await using var gateway = await GatewayHost.StartAsync(("Webhooks:GhlPublicKeys:0", PublicText(key)));
        var body = Message(TimeProvider.System.GetUtcNow().AddDays(-daysOld));

        (await gateway.SendAsync("/webhook/ghl", body, ("X-GHL-Signature", Sign(key, body)))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_signed_message_without_timestamp_and_id_is_known_again_by_its_bytes_and_the_same_words_later_are_not_it()
    {
        var key = NewKey();
        await using var gateway = await GatewayHost.StartAsync(("Webhooks:GhlPublicKeys:0", PublicText(key)));
        var now = TimeProvider.System.GetUtcNow();
        int[] statuses = [await PostAsync(Message(now)), await PostAsync(Message(now)), await PostAsync(Message(now.AddSeconds(9)))];

        statuses.ShouldBe([202, 200, 202]);

        async Task<int> PostAsync(byte[] body) => (await gateway.SendAsync("/webhook/ghl", body, ("X-GHL-Signature", Sign(key, body)))).Status;
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("N/A")]
    [InlineData("not base64")]
    public async Task A_signature_that_does_not_fit_is_refused(string signature)
    {
        await using var gateway = await GatewayHost.StartAsync();

        (await gateway.SendAsync("/webhook/ghl", Body, ("X-GHL-Signature", signature))).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("app-secret", 202)]
    [InlineData("other-secret", 401)]
    public async Task Metas_signature_covers_the_bytes_as_sent(string secret, int status)
    {
        await using var gateway = await GatewayHost.StartAsync(("Webhooks:MetaAppSecret", "app-secret"));
        var body = """{"object":"page","x":"\u00e4\/","entry":[{"changes":[{"field":"leadgen","value":{"leadgen_id":"1"}}]}]}"""u8.ToArray();
        var signature = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

        (await gateway.SendAsync(Path, body, ("X-Hub-Signature-256", signature))).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("agreed", 200, "1158201444")]
    [InlineData("other", 403, null)]
    public async Task Metas_challenge_is_answered_for_the_agreed_token(string token, int status, string? text)
    {
        await using var gateway = await GatewayHost.StartAsync(("Webhooks:MetaVerifyToken", "agreed"));

        using var response = await gateway.Http.GetAsync($"{Path}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token={token}", TestContext.Current.CancellationToken);
        var answer = await Answer.OfAsync(response);

        answer.Status.ShouldBe(status);
        if (text is not null) answer.Body.ShouldBe(text);
    }

    /// <summary>As in GHL's own example: neither id nor timestamp.</summary>
    private static byte[] Message(DateTimeOffset written) =>
        Encoding.UTF8.GetBytes($$"""{"type":"InboundMessage","locationId":"l","contactId":"c","body":"sí","messageType":"SMS","direction":"inbound","dateAdded":"{{written:O}}"}""");

    private static Ed25519PrivateKeyParameters NewKey() => new(new SecureRandom());

    private static string PublicText(Ed25519PrivateKeyParameters key) => Convert.ToBase64String(key.GeneratePublicKey().GetEncoded());

    private static string Sign(Ed25519PrivateKeyParameters key, byte[] body)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, key);
        signer.BlockUpdate(body, 0, body.Length);
        return Convert.ToBase64String(signer.GenerateSignature());
    }
}
