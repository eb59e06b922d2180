using System.Diagnostics.Metrics;

namespace OutletBot.Inbox;

/// <summary>What the last sweep through everything found waiting, meter <c>OutletBot.Inbox</c>. Each silo sweeps, so each says the same.</summary>
internal sealed class InboxMetrics
{
    private readonly Gauge<long> waiting;
    private readonly Gauge<double> oldest;

    public InboxMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("OutletBot.Inbox");
        waiting = meter.CreateGauge<long>("outletbot.inbox.waiting", "{event}", "Committed events that nobody has handled for 4 seconds, found twice a minute.");
        oldest = meter.CreateGauge<double>("outletbot.inbox.oldest", "s", "How long the oldest of them has waited; 0 when there is none.");
    }

    public void Found(long count, TimeSpan age)
    {
        waiting.Record(count);
        oldest.Record(age.TotalSeconds);
    }
}
