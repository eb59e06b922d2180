using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Chat;
using OutletBot.Costs;
using OutletBot.Locations;
using OutletBot.Options;

namespace OutletBot.Agent;

/// <summary>Which brain answers, for the start-up log.</summary>
/// <param name="Name"><c>model gpt-4o-mini at https://…</c> or <c>rule brain</c>.</param>
/// <param name="Why">What decided it.</param>
public sealed record BrainDescription(string Name, string Why);

/// <summary>Registers the agent.</summary>
public static class AgentRegistration
{
    /// <summary>The name of the model's HTTP client.</summary>
    internal const string HttpClientName = "model";

    /// <summary>The source of the GenAI spans and metrics.</summary>
    public const string ModelTelemetry = "OutletBot.Agent.Model";

    /// <summary>The meter and activity source of the agent itself.</summary>
    public const string Telemetry = ModelMetrics.Name;

    /// <summary>Adds <see cref="IBrain"/>: the model where <c>Agent:ApiKey</c> is set, else the rules; and <see cref="BrainDescription"/>.</summary>
    public static IServiceCollection AddAgent(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AgentOptions>().Bind(configuration.GetSection(AgentOptions.Section));
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddModelHttp();
        services.AddSingleton<ModelMetrics>();
        services.AddSingleton<ModelRecord>();
        services.TryAddSingleton<IModelLedger, MemoryModelLedger>();
        services.AddSingleton(provider => new ModelBudgets(
            provider.GetRequiredService<IModelLedger>(), Options(provider), provider.GetRequiredService<ModelMetrics>(), provider.GetRequiredService<ILogger<ModelBudgets>>(),
            provider.GetService<ILocations>()));
        services.AddSingleton<IBrain>(provider => Options(provider) is { } options && HasModel(options) ? ModelOf(provider, options) : new RuleBrain());
        services.AddSingleton(provider => Describe(Options(provider)));
        return services;
    }

    private static void AddModelHttp(this IServiceCollection services)
    {
        var http = services.AddHttpClient(HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // The client lives as long as the process; connections must still follow changes of DNS.
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectTimeout = TimeSpan.FromSeconds(5),
            });
        http.AddHttpMessageHandler(provider => new ModelPipeline.Deadline(provider.GetRequiredService<TimeProvider>(), Options(provider)));
        http.AddResilienceHandler(HttpClientName, (pipeline, context) =>
            pipeline.AddModelPipeline(context.ServiceProvider.GetRequiredService<TimeProvider>()));
        http.AddHttpMessageHandler(() => new ModelPipeline.WholeBody());
    }

    private static ModelBrain ModelOf(IServiceProvider provider, AgentOptions options) => new(
        new ModelCall(ClientOf(provider, options), options),
        options,
        provider.GetRequiredService<ModelBudgets>(),
        provider.GetRequiredService<ModelMetrics>(),
        provider.GetRequiredService<ModelRecord>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<ModelBrain>>());

    private static IChatClient ClientOf(IServiceProvider provider, AgentOptions options)
    {
        var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);
        var client = new ChatClient(options.Model, new ApiKeyCredential(options.ApiKey!.Trim()), new OpenAIClientOptions
        {
            Endpoint = ModelEndpoint.Of(options.BaseUrl),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = options.Deadline + TimeSpan.FromMinutes(1),
            Transport = new HttpClientPipelineTransport(http),
        });
        return client.AsIChatClient().AsBuilder()
            .UseOpenTelemetry(sourceName: ModelTelemetry, configure: telemetry => telemetry.EnableSensitiveData = false)
            .Build();
    }

    private static BrainDescription Describe(AgentOptions options) => HasModel(options)
        ? new($"model {options.Model} at {ModelEndpoint.Of(options.BaseUrl)}", "Agent:ApiKey is set")
        : new("rule brain", "no Agent:ApiKey (OPENAI_API_KEY)");

    private static bool HasModel(AgentOptions options) => !string.IsNullOrWhiteSpace(options.ApiKey);

    private static AgentOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<AgentOptions>>().Value;
}
