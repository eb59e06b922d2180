using CsCheck;
using OutletBot.Crm.Traffic;

namespace OutletBot.Contract.Behaviour;

public sealed class RateWindowTests
{
    [Fact]
    public void Never_more_than_the_permits_in_any_ten_seconds_and_in_order() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[0, 3000].Array[1, 200]).Sample((permits, gaps) =>
        {
            var window = new RateWindow(permits);
            var now = new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);
            var grants = new List<DateTimeOffset>();
            foreach (var gap in gaps)
            {
                now += TimeSpan.FromMilliseconds(gap);
                grants.Add(now + window.Reserve(now));
            }

            grants.ShouldBe(grants.Order());
            for (var i = permits; i < grants.Count; i++)
                (grants[i] - grants[i - permits]).ShouldBeGreaterThan(RateWindow.Length);
        });

    [Fact]
    public void A_pause_holds_all_permits_back()
    {
        var window = new RateWindow(5);
        var now = new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);
        window.Pause(now.AddSeconds(4));
        window.Pause(now.AddSeconds(2));

        window.Reserve(now).ShouldBe(TimeSpan.FromSeconds(4));
    }
}
