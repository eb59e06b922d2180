using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using OutletBot.Crm.Contacts;
using OutletBot.Crm.Conversations;
using OutletBot.Crm.Traffic;
using OutletBot.Crm.Wire;
using OutletBot.Options;
using Refit;

namespace OutletBot.Crm;

/// <summary>Registers the client of GHL.</summary>
public static class CrmServices
{
    /// <summary>The name of the HTTP client, for those who put a handler of their own under it.</summary>
    public const string HttpClientName = "ghl";

    /// <summary>
    /// Adds <see cref="ICrm"/> with the options of the section <c>Crm</c>. Needs an <see cref="Locations.ILocations"/>; an
    /// <see cref="IRateGate"/> registered by others, before or after, is used instead of the process's own.
    /// </summary>
    public static IServiceCollection AddCrm(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CrmOptions>().Bind(configuration.GetSection(CrmOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CrmOptions>, CrmOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IRateGate, LocalRateGate>();
        services.AddMetrics();
        services.AddSingleton<CrmTelemetry>();
        services.AddSingleton<CustomFields>();
        services.AddSingleton(_ => new RecentConversations());
        services.AddSingleton<ICrm, CrmClient>();
        services.AddGhlHttp();
        return services
            .AddApi<IContactsApi>()
            .AddApi<IConversationsApi>()
            .AddApi<ICalendarsApi>()
            .AddApi<ILocationsApi>();
    }

    // Outermost first. The gate stands inside the retries, so that every attempt takes a permit, and outside the attempt's
    // timeout, so that a wait for a permit does not count as a slow answer.
    private static void AddGhlHttp(this IServiceCollection services)
    {
        var http = services.AddHttpClient(HttpClientName)
            .ConfigureHttpClient((provider, client) =>
            {
                client.BaseAddress = new Uri(provider.GetRequiredService<IOptions<CrmOptions>>().Value.BaseUrl.TrimEnd('/'));
                client.Timeout = Timeout.InfiniteTimeSpan;
            })
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
                handler.ConnectTimeout = TimeSpan.FromSeconds(5);
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // Its lines carry addresses with contact ids, and say nothing that the metrics do not.
            .RemoveAllLoggers();
        http.AddResilienceHandler("ghl", Pipelines.AroundAllAttempts).SelectPipelineBy(LocationOf);
        http.AddHttpMessageHandler(provider => ActivatorUtilities.CreateInstance<RateGateHandler>(provider));
        http.AddResilienceHandler("ghl-attempt", Pipelines.AroundOneAttempt).SelectPipelineBy(LocationOf);
        http.AddHttpMessageHandler(provider => ActivatorUtilities.CreateInstance<AttemptHandler>(provider));
    }

    // The selector is tried out once with an empty request when the client is built.
    private static Func<HttpRequestMessage, string> LocationOf(IServiceProvider _) => request => Call.Find(request)?.LocationId ?? "";

    private static IServiceCollection AddApi<TApi>(this IServiceCollection services) where TApi : class =>
        services.AddSingleton(provider =>
            RestService.ForGenerated<TApi>(provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName), WireJson.Default));
}
