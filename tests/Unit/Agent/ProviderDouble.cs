using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OutletBot.Agent;
using OutletBot.Conversations;

namespace OutletBot.Unit.Agent;

/// <summary>Stands under the model's real pipeline in its provider's place.</summary>
internal sealed class ProviderDouble : HttpMessageHandler, IAsyncDisposable
{
    public const string Good = """{"lead":{"name":"Carlos","businessType":null,"problem":null,"goal":null,"monthlyBudgetUsd":null,"email":null},"intent":"answer","slot":null,"reply":"¡Mucho gusto, Carlos! ¿Qué es lo que más te cuesta ahora?","asksFor":"problem"}""";

    public static readonly Thought Carlos = Thoughts.Of("soy Carlos", "es", Field.Name, Field.Problem);

    private readonly Func<int, CancellationToken, Task<HttpResponseMessage>> answer;
    private readonly ServiceProvider services;
    private readonly TaskCompletionSource called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ErrorLog log = new();
    private int calls;

    public ProviderDouble(Func<int, CancellationToken, Task<HttpResponseMessage>> answer, string deadline = "00:00:20")
    {
        this.answer = answer;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Agent:ApiKey"] = "key",
            ["Agent:BaseUrl"] = "http://model.test",
            ["Agent:Deadline"] = deadline,
        }).Build();
        var collection = new ServiceCollection().AddLogging(logging => logging.AddProvider(log)).AddSingleton<TimeProvider>(Time).AddAgent(configuration);
        collection.AddHttpClient(AgentRegistration.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => this);
        services = collection.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(Thoughts.Now);
    public IBrain Brain => services.GetRequiredService<IBrain>();
    public int Calls => calls;

    /// <summary>Errors that operators read in the log.</summary>
    public IReadOnlyCollection<string> Errors => log.Errors;

    /// <summary>What operators are told where the model's calls fail.</summary>
    public string? Trouble => services.GetRequiredService<ModelRecord>().Trouble;

    public Task Called => called.Task;
    public string LastBody { get; private set; } = "";
    public string LastUrl { get; private set; } = "";

    public async Task<Proposal> Think(bool advance = false)
    {
        var thinking = Brain.ThinkAsync(Carlos, TestContext.Current.CancellationToken);
        while (advance && !thinking.IsCompleted)
        {
            // Waits between attempts pass as soon as they are begun; the deadline is far.
            Time.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        return await thinking;
    }

    /// <summary>Thinks while so much time passes and no more.</summary>
    public async Task<Proposal> ThinkWithin(TimeSpan limit)
    {
        var thinking = Brain.ThinkAsync(Carlos, TestContext.Current.CancellationToken);
        for (var end = Time.GetUtcNow() + limit; !thinking.IsCompleted && Time.GetUtcNow() < end;)
        {
            Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(thinking, Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System));
        }

        return await thinking.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
    }

    public static Task<HttpResponseMessage> Chat(string content) => Respond(HttpStatusCode.OK, Body(content, "stop"));

    public static Task<HttpResponseMessage> Respond(HttpStatusCode status, string body) =>
        Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });

    public static string Body(string content, string finish) => new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1760000000,
        ["model"] = "m",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content, ["refusal"] = null },
            ["finish_reason"] = finish,
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 1000, ["completion_tokens"] = 100, ["total_tokens"] = 1100 },
    }.ToJsonString();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        LastBody = await request.Content!.ReadAsStringAsync(cancellationToken);
        LastUrl = request.RequestUri!.AbsoluteUri;
        var call = Interlocked.Increment(ref calls);
        called.TrySetResult();
        return await answer(call, cancellationToken);
    }

    /// <summary>The product's own errors; those of its libraries are for others to test.</summary>
    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Errors { get; } = new();

        public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("OutletBot.", StringComparison.Ordinal) ? this : NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Errors.Enqueue(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        // What ends here may still be inside a call, and its pipeline waits for that by the test's own clock.
        var ending = services.DisposeAsync().AsTask();
        while (!ending.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await ending;
    }
}
