using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OutletBot.Costs;
using OutletBot.Gateway;
using OutletBot.Inbox;
using OutletBot.Options;
using OutletBot.ReadModel;

namespace OutletBot.Webhooks;

/// <summary>A gateway on a port of its own, with an inbox and a read model in memory.</summary>
internal sealed class GatewayHost : IAsyncDisposable
{
    public const string Secret = "correct-horse-battery-staple";
    private readonly WebApplication app;

    private GatewayHost(WebApplication app, MemoryInbox inbox, MemoryLog log, MemoryCosts costs, Said said)
    {
        this.app = app;
        Said = said;
        Inbox = inbox;
        Log = log;
        Costs = costs;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(address) };
    }

    public HttpClient Http { get; }

    public MemoryInbox Inbox { get; }

    public MemoryLog Log { get; }

    public MemoryCosts Costs { get; }

    /// <summary>What it warns of.</summary>
    public Said Said { get; }

    public static async Task<GatewayHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Environment.EnvironmentName = "Production";
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            // No load balancer looks at the probes here.
            ["Gateway:DrainFor"] = "00:00:00",
            ["Webhooks:Secret"] = Secret,
            ["Crm:LocationId"] = "loc1",
        }.Concat(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).GroupBy(p => p.Key).Select(g => g.Last()));
        var said = new Said();
        builder.Logging.ClearProviders().AddProvider(said).SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        builder.AddOutletBotConfiguration();
        var inbox = new MemoryInbox();
        var log = new MemoryLog();
        var costs = new MemoryCosts();
        builder.Services.AddSingleton<IInbox>(inbox);
        builder.Services.AddSingleton<IConversationLog>(log);
        builder.Services.AddSingleton<ICostReport>(costs);
        builder.Services.AddGateway(builder.Configuration);
        var built = builder.Build();
        built.UseGateway();
        built.MapGateway();
        await built.StartAsync();
        return new(built, inbox, log, costs, said);
    }

    public Task<Answer> PostAsync(string path, string body, params (string Name, string Value)[] headers) =>
        SendAsync(path, Encoding.UTF8.GetBytes(body), [("Authorization", $"Bearer {Secret}"), .. headers]);

    public async Task<Answer> SendAsync(string path, byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(headers.FirstOrDefault(h => h.Name == "Content-Type").Value ?? "application/json");
        foreach (var (name, value) in headers.Where(h => h.Name != "Content-Type")) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    /// <summary>A part of it.</summary>
    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Changes configuration while it runs, as an edited file does.</summary>
    public void Reconfigure(string key, string value)
    {
        var configuration = (IConfigurationRoot)app.Configuration;
        configuration[key] = value;
        configuration.Reload();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

/// <summary>Keeps what is logged.</summary>
internal sealed class Said : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IEnumerable<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}

internal sealed record Answer(int Status, string? MediaType, string Body, HttpResponseHeaders Headers)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public static async Task<Answer> OfAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(), response.Headers);

    public IEnumerable<string> ErrorFields => Json["errors"]!.AsObject().Select(p => p.Key);
}

internal sealed class MemoryInbox : IInbox
{
    private readonly Lock gate = new();
    private readonly List<InboxEvent> events = [];

    public bool Unavailable { get; set; }

    /// <summary>Why no commit succeeds.</summary>
    public InboxUnavailableException? Fault { get; set; }

    /// <summary>Whether a commit never ends.</summary>
    public bool Hangs { get; set; }

    public IReadOnlyList<InboxEvent> Events
    {
        get
        {
            lock (gate) return [.. events];
        }
    }

    public async Task<Appended> AppendAsync(InboxEvent inboxEvent, CancellationToken cancellation)
    {
        if (Hangs) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        if (Fault is not null) throw Fault;
        if (Unavailable) throw new InboxUnavailableException("The database is away.") { RetryAfter = TimeSpan.FromSeconds(7) };
        lock (gate)
        {
            var known = events.Any(e => (e.Conversation == inboxEvent.Conversation && e.MessageId == inboxEvent.MessageId)
                || (e.WebhookId is not null && e.WebhookId == inboxEvent.WebhookId));
            if (known) return new(inboxEvent, Duplicate: true);
            var stored = inboxEvent with { Id = events.Count + 1 };
            events.Add(stored);
            return new(stored, Duplicate: false);
        }
    }

    public Task<IReadOnlyList<InboxEvent>> LeadMessagesAsync(ConversationId conversation, DateTimeOffset receivedSince, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<InboxEvent>> UnhandledAsync(DateTimeOffset receivedBefore, long afterId, int limit, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<InboxEvent>>([.. Events.Where(e => e.Id > afterId && e.ReceivedAt < receivedBefore).Take(limit)]);

    public Task MarkHandledAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation) => Task.CompletedTask;

    public Task<int> PurgeAsync(DateTimeOffset receivedBefore, CancellationToken cancellation) => Task.FromResult(0);

    public Task<InboxBacklog> BacklogAsync(CancellationToken cancellation) => Unavailable
        ? throw new InboxUnavailableException("The database is away.")
        : Task.FromResult(new InboxBacklog(Events.Count, null));
}

internal sealed class MemoryLog : IConversationLog
{
    public List<ConversationRow> Rows { get; } = [];

    public List<MessageRow> Messages { get; } = [];

    /// <summary>What reading it throws.</summary>
    public Exception? Fault { get; set; }

    public Task RecordAsync(TurnRecord turn, CancellationToken cancellation) => Task.CompletedTask;

    public Task CallPersonAsync(ConversationRow row, long unhandledInboxId, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<ConversationRow>> ListAsync(ConversationFilter filter, CancellationToken cancellation) =>
        Fault is not null ? throw Fault : Task.FromResult<IReadOnlyList<ConversationRow>>([.. Rows.Where(r => !filter.NeedsHuman || r.NeedsHuman is not null).Take(filter.Limit)]);

    public Task<ConversationRow?> FindAsync(ConversationId conversation, CancellationToken cancellation) =>
        Task.FromResult(Rows.FirstOrDefault(r => r.LocationId == conversation.LocationId && r.ContactId == conversation.ContactId));

    public Task<IReadOnlyList<GroundsRow>> GroundsAsync(ConversationId conversation, int limit, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<MessageRow>> TranscriptAsync(ConversationId conversation, int limit, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<MessageRow>>(Messages);
}

internal sealed class MemoryCosts : ICostReport
{
    public CostReport Report { get; set; } = new(new(), [], [], []);

    public List<LocationDay> Days { get; } = [];

    public List<BudgetNotice> Notices { get; } = [];

    public CostFilter? Asked { get; private set; }

    public Task<CostReport> ReadAsync(CostFilter filter, CancellationToken cancellation)
    {
        Asked = filter;
        return Task.FromResult(Report);
    }

    public Task<IReadOnlyList<LocationDay>> DaysAsync(DateOnly from, DateOnly to, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<LocationDay>>([.. Days.Where(day => day.Day >= from && day.Day <= to)]);

    public Task<IReadOnlyList<BudgetNotice>> NoticesAsync(DateTimeOffset since, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<BudgetNotice>>(Notices);
}
