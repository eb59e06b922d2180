using System.Text;
using OutletBot.Fuzz;

namespace OutletBot.Webhooks;

/// <summary>A short run of what <c>tests/Fuzz</c> does at length.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Spoilt_webhooks_are_answered_and_what_is_accepted_can_be_stored_and_read()
    {
        const int count = 5_000;
        var seed = Random.Shared.Next();
        output.WriteLine($"dotnet run --project tests/Fuzz -- --count {count} --seed {seed}");
        var run = new FuzzRun(seed, atOnce: 2);

        var finding = await run.RunAsync(0, count, store: null, TestContext.Current.CancellationToken);

        finding.ShouldBeNull(finding is null ? null : $"seed {seed}, body {finding.Number}: {Encoding.UTF8.GetString(finding.Body)}");
        run.Accepted.ShouldBeGreaterThan(count / 10, "spoiling everything proves nothing");
    }
}
