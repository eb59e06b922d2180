using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OutletBot.Gateway;

/// <summary>What the gateway tells of itself: the meter and activity source <c>OutletBot.Gateway</c>.</summary>
public sealed class GatewayTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "OutletBot.Gateway";

    internal static readonly ActivitySource Activities = new(Name);

    /// <summary>
    /// What an event takes along for its turn to go on with. ASP.NET's own activity is there without any listener, and says "not sampled" though
    /// nobody decided so: passed on, it would silence the silos' traces.
    /// </summary>
    internal static string? TraceParent => Activities.HasListeners() ? Activity.Current?.Id : null;

    private readonly Counter<long> webhooks;
    private readonly Histogram<double> ackDuration;

    /// <summary>Creates the instruments.</summary>
    public GatewayTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        webhooks = meter.CreateCounter<long>("outletbot.webhooks", "{webhook}", "Webhooks by endpoint, kind and answer");
        ackDuration = meter.CreateHistogram(
            "outletbot.ack.duration", "s", "From a webhook's arrival to its answer",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });
    }

    internal void Answered(string endpoint, string kind, string answer, TimeSpan duration)
    {
        webhooks.Add(1, new("endpoint", endpoint), new("kind", kind), new KeyValuePair<string, object?>("answer", answer));
        ackDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("answer", answer));
    }
}
