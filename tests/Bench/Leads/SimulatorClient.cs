using System.Net.Http.Json;
using System.Text.Json;
using OutletBot.Bench.Processes;

namespace OutletBot.Bench.Leads;

/// <summary>An entry of the simulator's ledger.</summary>
internal sealed record Entry(long Seq, DateTimeOffset At, string Kind, string? ContactId, int? Status);

/// <summary>A request that the simulator answered.</summary>
internal sealed record Request(DateTimeOffset At, string Target, string? ContactId);

/// <summary>What the bench asks of the simulator.</summary>
internal sealed class SimulatorClient(Host simulator) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 512 }) { BaseAddress = new Uri(simulator.Url), Timeout = TimeSpan.FromMinutes(2) };

    public async Task PointAtAsync(Host silo, CancellationToken cancellation)
    {
        using var answer = await http.PutAsJsonAsync("/simulator/settings", new { webhookUrl = $"{silo.Url}/webhook/meta-lead" }, Json, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Lets a lead write; returns when the bot has acknowledged it.</summary>
    public async Task TypeAsync(string contactId, IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync($"/simulator/leads/{contactId}/messages", new { texts }, Json, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<IReadOnlyList<Entry>> LedgerAsync(long since, string? kind, CancellationToken cancellation) =>
        (await http.GetFromJsonAsync<Ledger>($"/simulator/ledger?since={since}{(kind is null ? "" : $"&kind={kind}")}", Json, cancellation))!.Entries;

    public async Task<IReadOnlyList<Request>> RequestsAsync(CancellationToken cancellation) =>
        (await http.GetFromJsonAsync<RequestLog>("/simulator/requests", Json, cancellation))!.Requests;

    public async Task ResetAsync(CancellationToken cancellation)
    {
        using var answer = await http.PostAsync(new Uri("/simulator/reset", UriKind.Relative), null, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => http.Dispose();

    private sealed record Ledger(IReadOnlyList<Entry> Entries);

    private sealed record RequestLog(IReadOnlyList<Request> Requests);
}
