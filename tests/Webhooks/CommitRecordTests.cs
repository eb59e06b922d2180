using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OutletBot.Gateway.Health;
using OutletBot.Inbox;

namespace OutletBot.Webhooks;

/// <summary>Why SQL cannot commit, as operators read it.</summary>
public sealed class CommitRecordTests
{
    private static readonly InboxUnavailableException Full =
        new("SQL cannot commit now.", new InvalidOperationException("could not extend file")) { Cause = "53100 disk_full" };

    private readonly FakeTimeProvider time = new();

    [Fact]
    public void The_cause_is_told_once_in_ten_seconds_with_the_number_of_refusals_since()
    {
        using var said = new Said();
        using var logging = LoggerFactory.Create(log => log.AddProvider(said));
        var commits = new CommitRecord(time, logging.CreateLogger<CommitRecord>());

        for (var webhook = 0; webhook < 1_000; webhook++) commits.Failed(Full);
        said.Lines.ShouldHaveSingleItem().ShouldContain("refused, 1 since this was last said: SQL cannot commit now: 53100 disk_full");
        said.Lines.Single().ShouldContain("could not extend file");

        time.Advance(TimeSpan.FromSeconds(10));
        commits.Failed(Full);
        said.Lines.Count().ShouldBe(2);
        said.Lines.Last().ShouldContain("refused, 1000 since");
    }

    [Fact]
    public async Task Health_and_readiness_name_the_cause_and_callers_are_told_no_more_than_before()
    {
        await using var gateway = await GatewayHost.StartAsync();
        gateway.Inbox.Fault = Full;

        var refused = await gateway.PostAsync("/webhook/meta-lead", """{"contactId":"c1","message":"Hola"}""");
        refused.Status.ShouldBe(429);
        refused.Body.ShouldContain("SQL cannot commit now.");
        refused.Body.ShouldNotContain("disk_full");
        foreach (var path in new[] { "/health", "/health/ready" })
        {
            using var response = await gateway.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            (await Answer.OfAsync(response)).Body.ShouldContain("SQL cannot commit now: 53100 disk_full");
        }

        gateway.Said.Lines.Count(line => line.Contains("disk_full", StringComparison.Ordinal)).ShouldBe(1);
    }
}
