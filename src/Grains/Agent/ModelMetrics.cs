using System.Diagnostics;
using System.Diagnostics.Metrics;
using OutletBot.Conversations;

namespace OutletBot.Agent;

/// <summary>Counts what the model does and costs, meter <c>OutletBot.Agent</c>.</summary>
internal sealed class ModelMetrics
{
    public const string Name = "OutletBot.Agent";

    public static readonly ActivitySource Activities = new(Name);

    private readonly Counter<long> calls;
    private readonly Counter<long> tokens;
    private readonly Counter<double> cost;
    private readonly Counter<long> fallbacks;
    private readonly Histogram<double> duration;
    private readonly Histogram<double> heard;
    private readonly Gauge<double> budget;

    public ModelMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        calls = meter.CreateCounter<long>("outletbot.model.calls", "{call}", "Model calls by outcome.");
        tokens = meter.CreateCounter<long>("outletbot.model.tokens", "{token}", "Tokens by direction.");
        cost = meter.CreateCounter<double>("outletbot.model.cost", "USD", "What the tokens cost.");
        fallbacks = meter.CreateCounter<long>("outletbot.model.fallbacks", "{turn}", "Turns that the rule brain answered for the model, by reason.");
        duration = meter.CreateHistogram<double>("outletbot.model.duration", "s", "Time of a model call, its retries included.");
        heard = meter.CreateHistogram<double>("outletbot.voice.duration", "s", "Time until a recording was written down, or was not, by outcome.");
        budget = meter.CreateGauge<double>("outletbot.model.budget.used", "1", "The day's part of a budget that is spent, 0 to 1.");
    }

    public void Called(string outcome, TimeSpan elapsed)
    {
        calls.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        duration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
    }

    public void Spent(ModelUsage usage)
    {
        tokens.Add(usage.InputTokens - usage.CachedTokens, new KeyValuePair<string, object?>("direction", "input"));
        tokens.Add(usage.CachedTokens, new KeyValuePair<string, object?>("direction", "cached_input"));
        tokens.Add(usage.OutputTokens, new KeyValuePair<string, object?>("direction", "output"));
        cost.Add((double)usage.CostUsd);
    }

    public void Heard(string outcome, TimeSpan elapsed) => heard.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));

    public void Used(string name, string location, double part) =>
        budget.Record(part, new KeyValuePair<string, object?>("budget", name), new KeyValuePair<string, object?>("location", location));

    public void FellBack(string reason) => fallbacks.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
