using System.Reflection;
using OutletBot.Crm.Traffic;
using OutletBot.Locations;
using OutletBot.Options;
using OutletBot.Unit.Inbox;
using OutletBot.Unit.Simulation;

namespace OutletBot.Unit.RateGates;

public sealed class RateGateTests
{
    private const int PermitsIn10Seconds = 100;

    /// <summary>As long as a call to GHL waits in all.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void A_crowd_that_gives_up_and_comes_again_is_let_through_as_fast_as_GHL_allows()
    {
        var (time, lane, random) = (new VirtualTime(), new Lane("crowd"), new Random(1));
        var location = new LocationGrain(Microsoft.Extensions.Options.Options.Create(new CrmOptions { RequestsPer10Seconds = PermitsIn10Seconds }), time);
        var gate = new ClusterRateGate(Only(location), time);
        var through = 0;
        for (var n = 0; n < 2_000; n++) lane.Post(() => _ = AskUntilLetThroughAsync());

        do
        {
            while (lane.CanRun) lane.RunOne();
        }
        while (time.Advance(TimeSpan.FromSeconds(150)));

        through.ShouldBeInRange(1_200, 1_500);

        async Task AskUntilLetThroughAsync()
        {
            for (var tries = 1; ; tries++)
            {
                using var patience = new CancellationTokenSource(Patience, time);
                try
                {
                    await gate.WaitAsync("loc", patience.Token);
                    through++;
                    return;
                }
                catch (OperationCanceledException)
                {
                    await Task.Delay(TimeSpan.FromSeconds(random.NextDouble() * Math.Min(60, 5 * tries)), time, CancellationToken.None);
                }
            }
        }
    }

    [Fact]
    public async Task A_clock_that_is_set_back_holds_nobody_up()
    {
        var time = new SetBack();
        var location = new LocationGrain(Microsoft.Extensions.Options.Options.Create(new CrmOptions { RequestsPer10Seconds = PermitsIn10Seconds }), time);
        await location.ReserveAsync();
        time.By = TimeSpan.FromHours(1);

        (await location.ReserveAsync()).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_holds_nobody_up_in_a_single_process_either()
    {
        var time = new SetBack();
        var gate = new LocalRateGate(Microsoft.Extensions.Options.Options.Create(new CrmOptions { RequestsPer10Seconds = PermitsIn10Seconds }), time);
        await gate.WaitAsync("loc", CancellationToken.None);
        time.By = TimeSpan.FromHours(1);

        gate.WaitAsync("loc", CancellationToken.None).AsTask().IsCompletedSuccessfully.ShouldBeTrue();
    }

    /// <summary>A machine whose clock is set back, while what counts the time that passes goes on.</summary>
    private sealed class SetBack : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 23, 15, 0, 0, TimeSpan.Zero) - By;

        public override long GetTimestamp() => 0;
    }

    private static IGrainFactory Only(ILocationGrain grain)
    {
        var factory = DispatchProxy.Create<IGrainFactory, MissedMessagesTests.Answering>();
        ((MissedMessagesTests.Answering)(object)factory).Answer = (_, _) => grain;
        return factory;
    }
}
