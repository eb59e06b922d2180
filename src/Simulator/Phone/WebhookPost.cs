using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using OutletBot.Simulator.Ledger;

namespace OutletBot.Simulator.Phone;

/// <summary>How a webhook fared: the last status (0 when there was no answer) after so many attempts.</summary>
internal sealed record Delivery(int Status, int Attempts, string? Body);

/// <summary>A webhook to be posted.</summary>
internal sealed record Webhook(string Url, byte[] Body, string? LocationId, string? ContactId, string? Id)
{
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary><c>429</c>: only that status is tried again, GHL's rule of old; <c>any</c>: all that is not a 2xx; <c>none</c>.</summary>
    public string Retry { get; init; } = "429";

    public TimeSpan Delay { get; init; }
}

/// <summary>Posts webhooks to the bot as GHL and Meta do, and tries again as they do.</summary>
internal sealed class WebhookPost(IOptions<SimulatorOptions> options, TimeProvider clock, EventLedger ledger, IServer server) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2), MaxConnectionsPerServer = 256 })
    {
        Timeout = TimeSpan.FromSeconds(15),
    };

    /// <summary>Where leads' messages go.</summary>
    public string WebhookUrl => string.IsNullOrEmpty(options.Value.WebhookUrl) ? $"{Host}/webhook/meta-lead" : options.Value.WebhookUrl;

    /// <summary>Where marketplace events go.</summary>
    public string EventsUrl => string.IsNullOrEmpty(options.Value.EventsUrl) ? new Uri(new Uri(WebhookUrl), "/webhook/ghl").ToString() : options.Value.EventsUrl;

    private string Host
    {
        get
        {
            var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://127.0.0.1:5000";
            return address.TrimEnd('/')
                .Replace("://[::]", "://127.0.0.1", StringComparison.Ordinal)
                .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal)
                .Replace("://+", "://127.0.0.1", StringComparison.Ordinal)
                .Replace("://*", "://127.0.0.1", StringComparison.Ordinal);
        }
    }

    public async Task<Delivery> PostAsync(Webhook webhook)
    {
        if (webhook.Delay > TimeSpan.Zero)
            await Task.Delay(webhook.Delay, clock);

        for (var attempt = 1; ; attempt++)
        {
            var (status, body) = await TryAsync(webhook);
            ledger.Add("delivery", webhook.LocationId, webhook.ContactId, webhook.Id, status: status, detail: $"attempt {attempt}");
            var again = webhook.Retry switch { "none" => false, "any" => status is < 200 or > 299, _ => status == 429 };
            if (!again || attempt > options.Value.WebhookRetries)
                return new Delivery(status, attempt, body);

            await Task.Delay(options.Value.WebhookRetryDelay, clock);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<(int Status, string? Body)> TryAsync(Webhook webhook)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(webhook.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in webhook.Headers)
            request.Headers.TryAddWithoutValidation(name, value);

        try
        {
            using var response = await client.SendAsync(request);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return (0, failure.Message);
        }
    }
}
