using Microsoft.Extensions.Options;

namespace OutletBot.Simulator.Ledger;

/// <summary>A request to a stand-in.</summary>
internal sealed record LoggedRequest(
    long Seq, DateTimeOffset At, string Target, string Operation, string Method, string Path, string? LocationId, string? ContactId, int Status, string? Fault);

/// <summary>The requests made to the stand-ins, and the bodies of the latest model calls.</summary>
internal sealed class RequestLog(IOptions<SimulatorOptions> options, TimeProvider clock)
{
    private readonly Queue<LoggedRequest> requests = new();
    private readonly Queue<ModelExchange> exchanges = new();
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private long seq;

    public void Add(string target, string operation, HttpRequest request, string? locationId, string? contactId, int status, string? fault)
    {
        lock (gate)
        {
            requests.Enqueue(new LoggedRequest(++seq, clock.GetUtcNow(), target, operation, request.Method, request.Path.Value ?? "", locationId, contactId, status, fault));
            if (requests.Count > options.Value.MaxEntries)
                requests.Dequeue();
            var key = $"{target}.{operation}";
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
    }

    public void Add(ModelExchange exchange)
    {
        lock (gate)
        {
            exchanges.Enqueue(exchange);
            if (exchanges.Count > options.Value.MaxModelBodies)
                exchanges.Dequeue();
        }
    }

    public IReadOnlyList<LoggedRequest> Since(long after)
    {
        lock (gate)
            return [.. requests.Where(request => request.Seq > after)];
    }

    public IReadOnlyList<ModelExchange> Exchanges()
    {
        lock (gate)
            return [.. exchanges];
    }

    public IReadOnlyDictionary<string, long> Counts()
    {
        lock (gate)
            return new SortedDictionary<string, long>(counts, StringComparer.Ordinal);
    }

    public void Clear()
    {
        lock (gate)
        {
            requests.Clear();
            exchanges.Clear();
            counts.Clear();
        }
    }
}

/// <summary>A model call: the request's body as it came, and the content that was answered.</summary>
internal sealed record ModelExchange(DateTimeOffset At, System.Text.Json.Nodes.JsonNode? Request, string? Content, int Status);
