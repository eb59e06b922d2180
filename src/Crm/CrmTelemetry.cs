using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using OutletBot.Crm.Traffic;

namespace OutletBot.Crm;

/// <summary>What is measured of the traffic with GHL: never a contact's data.</summary>
internal sealed class CrmTelemetry : IDisposable
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "OutletBot.Crm";

    private static readonly ActivitySource Source = new(Name);

    private readonly Meter _meter;
    private readonly Counter<long> _requests;
    private readonly Histogram<double> _duration;
    private readonly TimeProvider _time;

    public CrmTelemetry(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        _meter = meters.Create(Name);
        _requests = _meter.CreateCounter<long>("outletbot.crm.requests", "{request}", "Requests to GHL, each attempt by itself.");
        _duration = _meter.CreateHistogram<double>("outletbot.crm.duration", "s", "Time until GHL's answer, each attempt by itself.");
    }

    public static Activity? Operation(string operation, string locationId) =>
        Source.StartActivity($"crm {operation}", ActivityKind.Client)?.SetTag("operation", operation).SetTag("location", locationId);

    public static string Class(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => "429",
        < HttpStatusCode.MultipleChoices => "2xx",
        < HttpStatusCode.BadRequest => "3xx",
        < HttpStatusCode.InternalServerError => "4xx",
        _ => "5xx",
    };

    public Measured Attempt(Call call) => new(this, call, _time.GetTimestamp());

    public void Dispose() => _meter.Dispose();

    internal sealed class Measured(CrmTelemetry telemetry, Call call, long started) : IDisposable
    {
        public string Outcome { get; set; } = "broken";

        public void Dispose()
        {
            var tags = new TagList { { "operation", call.Operation }, { "outcome", Outcome } };
            telemetry._requests.Add(1, tags);
            telemetry._duration.Record(telemetry._time.GetElapsedTime(started).TotalSeconds, tags);
        }
    }
}
