using System.Net;
using OutletBot.Crm;
using OutletBot.Inbox;

namespace OutletBot.Contract.Behaviour;

public sealed class RetryTests
{
    private const string Sent = """{"conversationId":"c1","messageId":"m1"}""";

    [Fact]
    public async Task A_read_is_repeated_until_GHL_is_back()
    {
        await using var ghl = GhlDouble.Answering((HttpStatusCode.BadGateway, "<html>"), (HttpStatusCode.OK, """{"notes":[{"body":"a"}]}"""));

        (await ghl.Play(ghl.Crm.NotesAsync(GhlDouble.Location, GhlDouble.Contact, TestContext.Current.CancellationToken))).ShouldBe(["a"]);
        ghl.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Tags_are_sent_again_as_twice_is_no_more_than_once()
    {
        await using var ghl = GhlDouble.Answering((HttpStatusCode.InternalServerError, ""), (HttpStatusCode.Created, """{"tags":["a"]}"""));

        await ghl.Play(ghl.Crm.AddTagsAsync(GhlDouble.Location, GhlDouble.Contact, ["a"], TestContext.Current.CancellationToken));
        ghl.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_whose_outcome_is_unknown_is_never_sent_again()
    {
        await using var ghl = GhlDouble.Answering((HttpStatusCode.InternalServerError, "oops"), (HttpStatusCode.OK, Sent));

        var failure = await ghl.Fails(Send(ghl));

        failure.Failure.ShouldBe(CrmFailure.Unavailable);
        failure.OutcomeUnknown.ShouldBeTrue();
        ghl.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_is_not_wanted_any_more_when_its_wait_is_over_is_held_back()
    {
        var requests = 0;
        var wanted = true;
        await using var ghl = new GhlDouble((_, _) =>
        {
            requests++;
            wanted = false;
            var answer = GhlDouble.Json("{}", HttpStatusCode.TooManyRequests);
            answer.Headers.Add("Retry-After", "3");
            return Task.FromResult(answer);
        });

        var clearance = new ClearanceDouble(() => wanted, () => throw new OperationCanceledException("a person took over"));
        var send = ghl.Crm.Under(clearance).SendMessageAsync(GhlDouble.Location, GhlDouble.Contact, Channel.WhatsApp, "Hola", TestContext.Current.CancellationToken);

        (await Record.ExceptionAsync(() => ghl.Play(send))).ShouldBeOfType<OperationCanceledException>().Message.ShouldBe("a person took over");
        requests.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_message_is_sent_again_when_the_time_that_GHL_names_has_passed()
    {
        var first = true;
        await using var ghl = new GhlDouble((_, _) =>
        {
            var answer = first ? GhlDouble.Json("{}", HttpStatusCode.TooManyRequests) : GhlDouble.Json(Sent);
            if (first)
                answer.Headers.Add("Retry-After", "3");
            first = false;
            return Task.FromResult(answer);
        });
        var began = ghl.Time.GetUtcNow();

        (await ghl.Play(Send(ghl))).ShouldBe("m1");
        ghl.Requests.Count.ShouldBe(2);
        (ghl.Time.GetUtcNow() - began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_long_Retry_After_is_handed_to_the_caller()
    {
        await using var ghl = new GhlDouble((_, _) =>
        {
            var answer = GhlDouble.Json("{}", HttpStatusCode.TooManyRequests);
            answer.Headers.Add("Retry-After", "120");
            return Task.FromResult(answer);
        });

        var failure = await ghl.Fails(Send(ghl));

        failure.Failure.ShouldBe(CrmFailure.RateLimited);
        failure.RetryAfter.ShouldBe(TimeSpan.FromMinutes(2));
        failure.OutcomeUnknown.ShouldBeFalse();
        ghl.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_in_trouble_that_asks_for_a_long_pause_holds_up_no_turn()
    {
        await using var ghl = new GhlDouble((_, _) =>
        {
            var answer = GhlDouble.Json("{}", HttpStatusCode.ServiceUnavailable);
            answer.Headers.Add("Retry-After", "120");
            return Task.FromResult(answer);
        });
        var began = ghl.Time.GetUtcNow();

        var failure = await ghl.Fails(ghl.Crm.NotesAsync(GhlDouble.Location, GhlDouble.Contact, TestContext.Current.CancellationToken));

        (ghl.Time.GetUtcNow() - began).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        failure.Failure.ShouldBe(CrmFailure.Unavailable);
        failure.RetryAfter.ShouldBe(TimeSpan.FromMinutes(2));
        ghl.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("Thu, 01 Oct 2026 11:00:00 GMT", 1)]
    [InlineData("1790856000", 3600)]
    [InlineData("Fri, 01 Oct 2027 12:00:00 GMT", 3600)]
    public async Task A_wait_that_cannot_be_meant_neither_hammers_GHL_nor_silences_the_location(string retryAfter, int seconds)
    {
        await using var ghl = new GhlDouble((_, _) =>
        {
            var answer = GhlDouble.Json("{}", HttpStatusCode.TooManyRequests);
            answer.Headers.Add("Retry-After", retryAfter);
            return Task.FromResult(answer);
        });

        (await ghl.Fails(Send(ghl))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task No_answer_in_time_leaves_the_outcome_of_a_message_unknown()
    {
        await using var ghl = new GhlDouble(Hang);

        var failure = await ghl.Fails(Send(ghl));

        failure.Failure.ShouldBe(CrmFailure.Unavailable);
        failure.OutcomeUnknown.ShouldBeTrue();
        ghl.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, false)]
    [InlineData(HttpRequestError.ResponseEnded, true)]
    public async Task A_refused_connection_sent_nothing_while_a_broken_one_may_have(HttpRequestError error, bool unknown)
    {
        await using var ghl = new GhlDouble((_, _) => throw new HttpRequestException(error));

        (await ghl.Fails(Send(ghl))).OutcomeUnknown.ShouldBe(unknown);
        ghl.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_location_that_hangs_does_not_hold_up_another()
    {
        await using var ghl = new GhlDouble((request, cancellation) =>
            request.Url.AbsolutePath.Contains("slow", StringComparison.Ordinal) ? Hang(request, cancellation) : Task.FromResult(GhlDouble.Json("{}")));
        using var stop = new CancellationTokenSource();
        var hanging = Enumerable.Range(0, 60).Select(_ => ghl.Crm.PingAsync("slow", stop.Token)).ToArray();

        // Time stands still: the other location's answer waits for nothing.
        await ghl.Crm.PingAsync("quick", TestContext.Current.CancellationToken);

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Task.WhenAll(hanging));
    }

    private static Task<string> Send(GhlDouble ghl) => ghl.Crm.SendMessageAsync(GhlDouble.Location, GhlDouble.Contact, Channel.WhatsApp, "Hola", TestContext.Current.CancellationToken);

    private static async Task<HttpResponseMessage> Hang(Captured request, CancellationToken cancellation)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        throw new InvalidOperationException("Never reached.");
    }
}
