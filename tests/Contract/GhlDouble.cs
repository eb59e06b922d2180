using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OutletBot.Crm;
using OutletBot.Locations;

namespace OutletBot.Contract;

/// <summary>A request as it left the client.</summary>
internal sealed record Captured(string Method, Uri Url, string? Version, string? Token, string Body)
{
    public string Line => $"{Method} {Url.AbsolutePath}";
}

/// <summary>Stands under the real pipeline in GHL's place, and answers as the case says.</summary>
internal sealed class GhlDouble : HttpMessageHandler, IAsyncDisposable
{
    public const string Location = "ve9EPM428h8vShlRW1KT";
    public const string Contact = "seD4PfOuKoVMLkEZqohJ";
    public const string FieldList = """{"customFields":[{"id":"f1","name":"Problem","fieldKey":"contact.problem","dataType":"TEXT"},{"id":"f2","name":"Meta","fieldKey":"contact.goal","dataType":"TEXT"},{"id":"f3","name":"Monthly budget","fieldKey":"contact.budget","dataType":"NUMERICAL"},{"id":"f4","name":"Business  Type","fieldKey":"contact.tipo","dataType":"TEXT"}]}""";

    private readonly ConcurrentQueue<Captured> _requests = new();
    private readonly ServiceProvider _services;

    public GhlDouble(Func<Captured, CancellationToken, Task<HttpResponseMessage>> answer, string? token = "pit-1", params (string, string?)[] settings)
    {
        Answer = answer;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Item1, s.Item2))).Build();
        var services = new ServiceCollection();
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>)).AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton<TimeProvider>(Time).AddSingleton<ILocations>(new OneToken(token)).AddCrm(configuration);
        services.AddHttpClient(CrmServices.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => this);
        _services = services.BuildServiceProvider();
        Crm = _services.GetRequiredService<ICrm>();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero));
    public ICrm Crm { get; }
    public IReadOnlyCollection<Captured> Requests => _requests;
    private Func<Captured, CancellationToken, Task<HttpResponseMessage>> Answer { get; }

    public static GhlDouble Answering(params (HttpStatusCode Status, string Body)[] answers)
    {
        var next = -1;
        return new((_, _) =>
        {
            var (status, body) = answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)];
            return Task.FromResult(Json(body, status));
        });
    }

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    /// <summary>Moves time until the operation ends.</summary>
    public async Task<T> Play<T>(Task<T> operation)
    {
        await Play((Task)operation);
        return await operation;
    }

    public async Task Play(Task operation)
    {
        while (!operation.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(operation, Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System));
        }

        await operation;
    }

    public Task<CrmException> Fails(Task operation) => Should.ThrowAsync<CrmException>(() => Play(operation));

    public override string ToString() => string.Join(", ", _requests.Select(r => r.Line));

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var captured = new Captured(
            request.Method.Method,
            request.RequestUri!,
            request.Headers.TryGetValues("Version", out var version) ? version.Single() : null,
            request.Headers.Authorization?.ToString(),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        _requests.Enqueue(captured);
        var answer = await Answer(captured, cancellationToken);
        answer.RequestMessage = request;
        return answer;
    }

    internal sealed class OneToken(string? token) : ILocations
    {
        public string? DefaultLocationId => Location;

        public LocationSettings Get(string locationId) => new()
        {
            LocationId = locationId,
            ApiKey = token,
            TimeZone = "America/Chicago",
            Language = "es",
            MinimumBudget = 300,
            AgentName = "María",
        };
    }
}
