using OutletBot.Locations;

namespace OutletBot.Cluster;

public sealed class LocationGrainTests(BotCluster bot) : IClassFixture<BotCluster>
{
    [Fact]
    public async Task All_silos_together_stay_within_a_locations_limit()
    {
        var waits = await ReserveAsync("shared", 2 * BotCluster.RequestsPer10Seconds);

        waits.Count(wait => wait == TimeSpan.Zero).ShouldBe(BotCluster.RequestsPer10Seconds);
        waits.Where(wait => wait > TimeSpan.Zero).ShouldAllBe(wait => wait > TimeSpan.FromSeconds(5) && wait < TimeSpan.FromSeconds(11));
    }

    [Fact]
    public async Task A_locations_limit_is_no_other_ones()
    {
        await ReserveAsync("busy", 2 * BotCluster.RequestsPer10Seconds);
        (await ReserveAsync("quiet", 1)).ShouldBe([TimeSpan.Zero]);
    }

    [Fact]
    public async Task A_pause_asked_by_GHL_holds_for_all_silos()
    {
        await bot.Silos[0].GetGrain<ILocationGrain>("loc/paused").PauseAsync(TimeSpan.FromSeconds(30));
        (await bot.Silos[1].GetGrain<ILocationGrain>("loc/paused").ReserveAsync()).ShouldBeGreaterThan(TimeSpan.FromSeconds(20));
    }

    private Task<TimeSpan[]> ReserveAsync(string location, int times) =>
        Task.WhenAll(Enumerable.Range(0, times).Select(i => bot.Silos[i % 2].GetGrain<ILocationGrain>($"loc/{location}").ReserveAsync().AsTask()));
}
