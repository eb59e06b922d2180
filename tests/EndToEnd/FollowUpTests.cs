namespace OutletBot.EndToEnd;

/// <summary>A bot that soon writes to silent leads, on SQLite.</summary>
public sealed class SoonFollowsUp : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await Site.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["FollowUps:Plan"] = "00:00:15",
        ["FollowUps:QuietHours"] = "",
    });

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

public sealed class FollowUpTests(SoonFollowsUp fixture) : IClassFixture<SoonFollowsUp>
{
    /// <summary>A wake-up that a dead process missed comes again within five minutes; one that lies ahead comes when it is due.</summary>
    private const int WithinSeconds = 330;

    private Site Site => fixture.Site;

    [Fact]
    public async Task A_silent_lead_is_nudged_once_though_the_process_was_killed_and_started_again_meanwhile()
    {
        var lead = await Site.NewLeadAsync();
        await lead.ConverseAsync(1);
        // The message is handled once its wake-up stands.
        await Site.HandledAsync();
        await Site.RestartBotAsync();

        var nudge = await lead.HearsAsync(2, WithinSeconds);

        nudge.ShouldContain("nombre");
        await lead.SayAsync(Lead.Script[1]);
        (await lead.HearsAsync(3)).ShouldContain("Carlos");
        (await lead.HeardAsync()).Count(said => said == nudge).ShouldBe(1);
    }
}
