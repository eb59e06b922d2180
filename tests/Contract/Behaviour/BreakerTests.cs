using System.Net;
using OutletBot.Crm;
using OutletBot.Inbox;

namespace OutletBot.Contract.Behaviour;

/// <summary>A location whose requests fail again and again is given a pause, and asked again after it.</summary>
public sealed class BreakerTests
{
    private const int FailuresThatOpenIt = 10;
    private const string Sent = """{"conversationId":"c1","messageId":"m1"}""";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_its_pause_the_location_is_asked_again_and_recovers()
    {
        var down = true;
        await using var ghl = new GhlDouble((_, _) => Task.FromResult(down ? GhlDouble.Json("", HttpStatusCode.ServiceUnavailable) : GhlDouble.Json(Sent)));
        await OpenAsync(ghl);

        down = false;
        var held = await ghl.Fails(SendAsync(ghl));
        held.Failure.ShouldBe(CrmFailure.Unavailable);
        held.RetryAfter.ShouldNotBeNull().ShouldBeInRange(TimeSpan.Zero, Pause);
        held.OutcomeUnknown.ShouldBeFalse("it never left, so it needs no looking up");
        ghl.Requests.Count.ShouldBe(FailuresThatOpenIt);

        ghl.Time.Advance(Pause);
        (await ghl.Play(SendAsync(ghl))).ShouldBe("m1");
        (await ghl.Play(SendAsync(ghl))).ShouldBe("m1");
        ghl.Requests.Count.ShouldBe(FailuresThatOpenIt + 2);
    }

    [Fact]
    public async Task A_try_that_fails_after_the_pause_begins_another()
    {
        await using var ghl = GhlDouble.Answering((HttpStatusCode.BadGateway, "<html>"));
        await OpenAsync(ghl);

        ghl.Time.Advance(Pause);
        await ghl.Fails(SendAsync(ghl));
        await ghl.Fails(SendAsync(ghl));

        ghl.Requests.Count.ShouldBe(FailuresThatOpenIt + 1);
    }

    [Fact]
    public async Task Another_location_is_asked_as_before()
    {
        await using var ghl = new GhlDouble((request, _) => Task.FromResult(
            request.Url.AbsolutePath.Contains("other", StringComparison.Ordinal) ? GhlDouble.Json("{}") : GhlDouble.Json("", HttpStatusCode.ServiceUnavailable)));
        await OpenAsync(ghl);

        // Time stands still: what is sent waits for nothing.
        await ghl.Crm.PingAsync("other", Stop);

        ghl.Requests.Count.ShouldBe(FailuresThatOpenIt + 1);
    }

    [Fact]
    public async Task Refusals_do_not_open_it()
    {
        await using var ghl = GhlDouble.Answering(
            [.. Enumerable.Range(0, 3 * FailuresThatOpenIt).Select(i => (i % 2 == 0 ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Unauthorized, "{}")), (HttpStatusCode.OK, Sent)]);
        for (var i = 0; i < 3 * FailuresThatOpenIt; i++) await ghl.Fails(SendAsync(ghl));

        (await ghl.Play(SendAsync(ghl))).ShouldBe("m1");
    }

    private static async Task OpenAsync(GhlDouble ghl)
    {
        for (var i = 0; i < FailuresThatOpenIt; i++) (await ghl.Fails(SendAsync(ghl))).Status.ShouldNotBeNull();
    }

    /// <summary>A message, as the client itself repeats none.</summary>
    private static Task<string> SendAsync(GhlDouble ghl) => ghl.Crm.SendMessageAsync(GhlDouble.Location, GhlDouble.Contact, Channel.WhatsApp, "Hola", Stop);
}
