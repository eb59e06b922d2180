using Shouldly;
using Xunit;

namespace OutletBot.Chaos;

public sealed class ChaosTests
{
    [Fact]
    public async Task No_lead_is_lost_and_nothing_is_done_twice_while_processes_die()
    {
        var result = await ChaosRun.RunAsync(new(TimeSpan.FromMinutes(3), Seed: 1));

        result.Lost.ShouldBe(0);
        result.Doubled.ShouldBe(0);
        result.DoubleBooked.ShouldBe(0);
        result.TalkedOver.ShouldBe(0);
        result.NeverAcked.ShouldBe(0);
        result.Answered.ShouldBeGreaterThan(0);
    }
}
