namespace OutletBot.Chaos;

/// <summary>Knows which gateways are ready, as a load balancer with a health check does: it learns of a death or a start some probes late.</summary>
internal sealed class Balancer(IReadOnlyList<string> gateways) : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly bool[] _ready = [.. gateways.Select(_ => true)];
    private int _next;

    /// <summary>The gateway whose turn it is; any of them while none is known to be ready.</summary>
    public string Next()
    {
        var from = Interlocked.Increment(ref _next) & int.MaxValue;
        var turns = Enumerable.Range(from, gateways.Count).Select(at => at % gateways.Count);
        return gateways[turns.Cast<int?>().FirstOrDefault(at => Volatile.Read(ref _ready[at!.Value])) ?? from % gateways.Count];
    }

    public Task ProbeAsync(CancellationToken ending) => Task.WhenAll(gateways.Select(async (gateway, at) =>
    {
        while (!ending.IsCancellationRequested)
        {
            Volatile.Write(ref _ready[at], await IsReadyAsync(gateway));
            await Task.Delay(Between, TimeProvider.System, CancellationToken.None);
        }
    }));

    public void Dispose() => _http.Dispose();

    private async Task<bool> IsReadyAsync(string gateway)
    {
        try
        {
            using var answer = await _http.GetAsync($"{gateway}/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
