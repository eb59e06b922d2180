using System.Net;
using System.Net.Sockets;
using OutletBot.Conversations;
using static OutletBot.Unit.Agent.ProviderDouble;

namespace OutletBot.Unit.Agent;

/// <summary>How long a lead waits for a provider that is in trouble, and when it is asked again.</summary>
public sealed class ModelOutageTests
{
    private const int FailuresThatOpenTheBreaker = 6;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(15);

    public static TheoryData<string> Troubles => ["hangs", "hangs within the body", "resets", "refuses connections", "limits", "limits for 5 s", "limits until yesterday", "fails slowly", "fails at once"];

    [Theory, MemberData(nameof(Troubles))]
    public async Task Whatever_the_trouble_the_rules_answer_within_the_deadline_and_a_second(string trouble)
    {
        ProviderDouble? at = null;
        await using var provider = at = new ProviderDouble((_, cancellation) => AnswerAsync(trouble, at!, cancellation));

        var proposal = await provider.ThinkWithin(Deadline + TimeSpan.FromSeconds(1));

        proposal.Brain.ShouldBe(BrainKind.Rules);
        provider.Calls.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_short_Retry_After_is_waited_for_and_the_model_answers()
    {
        await using var provider = new ProviderDouble((call, _) => call == 1 ? Limited("3") : Chat(Good));
        var begun = provider.Time.GetUtcNow();

        (await provider.ThinkWithin(Deadline)).Brain.ShouldBe(BrainKind.Model);

        provider.Calls.ShouldBe(2);
        (provider.Time.GetUtcNow() - begun).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task When_the_breaker_closes_the_model_is_asked_again_and_in_between_the_rules_answer_at_once()
    {
        await using var provider = new ProviderDouble((call, _) => call <= FailuresThatOpenTheBreaker ? Down() : Chat(Good));
        await OpenAsync(provider);

        // No time passes: nobody waits for a provider that is known to be down.
        (await provider.Think()).Brain.ShouldBe(BrainKind.Rules);
        provider.Calls.ShouldBe(FailuresThatOpenTheBreaker);

        provider.Time.Advance(Break);
        for (var i = 1; i <= 3; i++)
        {
            (await provider.Think()).Brain.ShouldBe(BrainKind.Model);
            provider.Calls.ShouldBe(FailuresThatOpenTheBreaker + i);
        }
    }

    [Fact]
    public async Task A_try_that_fails_keeps_the_breaker_open_and_costs_one_call()
    {
        await using var provider = new ProviderDouble((call, _) => call <= FailuresThatOpenTheBreaker + 1 ? Down() : Chat(Good));
        await OpenAsync(provider);

        provider.Time.Advance(Break);
        for (var i = 0; i < 3; i++) (await provider.Think()).Brain.ShouldBe(BrainKind.Rules);
        provider.Calls.ShouldBe(FailuresThatOpenTheBreaker + 1);

        provider.Time.Advance(Break);
        (await provider.Think()).Brain.ShouldBe(BrainKind.Model);
    }

    private static async Task OpenAsync(ProviderDouble provider)
    {
        for (var i = 0; i < FailuresThatOpenTheBreaker; i++) (await provider.Think()).Brain.ShouldBe(BrainKind.Rules);
        provider.Calls.ShouldBe(FailuresThatOpenTheBreaker);
    }

    /// <summary>A failure that asks for more time than a turn has, so that it is not repeated within it.</summary>
    private static async Task<HttpResponseMessage> Down()
    {
        var answer = await Respond(HttpStatusCode.ServiceUnavailable, "");
        answer.Headers.Add("Retry-After", "60");
        return answer;
    }

    private static async Task<HttpResponseMessage> Limited(string? retryAfter)
    {
        var answer = await Respond(HttpStatusCode.TooManyRequests, "{}");
        if (retryAfter is not null) answer.Headers.Add("Retry-After", retryAfter);
        return answer;
    }

    private static async Task<HttpResponseMessage> AnswerAsync(string trouble, ProviderDouble provider, CancellationToken cancellation)
    {
        switch (trouble)
        {
            case "hangs":
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
                return await Chat(Good);
            case "hangs within the body":
                return new(HttpStatusCode.OK) { Content = new EndlessContent() };
            case "resets":
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset", new IOException());
            case "refuses connections":
                throw new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused));
            case "limits":
                return await Limited(null);
            case "limits for 5 s":
                return await Limited("5");
            case "limits until yesterday":
                return await Limited("Thu, 01 Jan 2026 00:00:00 GMT");
            case "fails slowly":
                await Task.Delay(TimeSpan.FromSeconds(15), provider.Time, cancellation);
                return await Respond(HttpStatusCode.InternalServerError, "{}");
            case "fails at once":
                return await Respond(HttpStatusCode.BadGateway, "<html>");
            default:
                throw new ArgumentOutOfRangeException(nameof(trouble), trouble, null);
        }
    }

    /// <summary>Begins, and never ends.</summary>
    private sealed class EndlessContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync("{\"id\":"u8.ToArray(), cancellationToken);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
