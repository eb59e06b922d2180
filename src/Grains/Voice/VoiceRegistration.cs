using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Audio;
using OutletBot.Agent;
using OutletBot.Options;

namespace OutletBot.Voice;

/// <summary>Registers what hears recordings.</summary>
internal static class VoiceRegistration
{
    private const string ModelClient = "voice";

    /// <summary>Adds <see cref="VoiceOfModel"/>: with an <see cref="IVoice"/> where <c>Agent:TranscriptionModel</c> and a key are set.</summary>
    public static void AddVoice(this IServiceCollection services)
    {
        services.AddHttpClient<Recordings>(http => http.Timeout = TimeSpan.FromSeconds(10))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            // An address that is allowed must not lead to one that is not.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(5) });
        // A client of its own: a provider that writes no speech down must not trip the breaker of the model that answers.
        services.AddHttpClient(ModelClient, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(5) });
        services.AddSingleton(VoiceOf);
    }

    private static VoiceOfModel VoiceOf(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<AgentOptions>>().Value;
        if (string.IsNullOrWhiteSpace(options.ApiKey) || string.IsNullOrWhiteSpace(options.TranscriptionModel)) return new(null);
        var client = new AudioClient(options.TranscriptionModel.Trim(), new ApiKeyCredential(options.ApiKey.Trim()), new OpenAIClientOptions
        {
            Endpoint = ModelEndpoint.Of(options.BaseUrl),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = options.Deadline + TimeSpan.FromMinutes(1),
            Transport = new HttpClientPipelineTransport(provider.GetRequiredService<IHttpClientFactory>().CreateClient(ModelClient)),
        });
        return new(new ModelVoice(
            provider.GetRequiredService<Recordings>(), client, options, provider.GetRequiredService<ModelBudgets>(), provider.GetRequiredService<ModelMetrics>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ModelVoice>>()));
    }
}

/// <summary>What hears recordings here.</summary>
/// <param name="Voice">Null where nothing does.</param>
internal sealed record VoiceOfModel(IVoice? Voice);
