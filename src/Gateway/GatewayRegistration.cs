using System.Net;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OutletBot.Gateway.Console;
using OutletBot.Gateway.Draining;
using OutletBot.Gateway.Health;
using OutletBot.Gateway.Operators;
using OutletBot.Gateway.Protection;
using OutletBot.Gateway.Webhooks;
using OutletBot.Gateway.Webhooks.Verification;
using OutletBot.Options;

namespace OutletBot.Gateway;

/// <summary>
/// The gateway as a part of any ASP.NET Core process: <see cref="AddGateway"/>, <see cref="UseGateway"/>, <see cref="MapGateway"/>.
/// The process registers <see cref="Inbox.IInbox"/> and <see cref="ReadModel.IConversationLog"/>, and Orleans where it has it.
/// </summary>
public static class GatewayRegistration
{
    /// <summary>Registers what the gateway needs.</summary>
    public static IServiceCollection AddGateway(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHealth(configuration);
        services.AddProblemDetails();
        services.AddConnectionLimits();
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        services.AddSingleton<GatewayTelemetry>();
        services.AddSingleton<CallerProof>();
        services.AddSingleton<CallerRates>();
        services.AddSingleton<BodyMemory>();
        services.AddSingleton<Intake>();
        services.AddSingleton<WebhookHandler>();
        services.AddSingleton<Delivery>();
        services.AddHostedService(provider => provider.GetRequiredService<Delivery>());
        services.AddHostedService<Drain>();
        services.AddOperators();
        services.AddConsole();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<GatewayOptions>>((forwarded, gateway) => Trust(forwarded, gateway.Value.TrustedProxies));
        return services;
    }

    /// <summary>Registers what the probes need, which every process answers, with a gateway or without.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOutletBotOptions(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CommitRecord>();
        services.AddSingleton<CostsApi>();
        services.AddSingleton<IDependencyHealth, DatabaseHealth>();
        services.AddSingleton<IDependencyHealth, BudgetHealth>();
        services.AddSingleton<DependencyChecks>();
        return services;
    }

    /// <summary>Adds the gateway's middleware. Call it before other endpoints' middleware.</summary>
    public static WebApplication UseGateway(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<GatewayOptions>>().Value.TrustedProxies.Count > 0) app.UseForwardedHeaders();
        app.UseLastAnswers();
        app.UseSecurityHeaders();
        app.UseOwnSiteOnly();
        app.UseWhen(context => IsOurs(context.Request.Path), ours =>
        {
            ours.UseProblemsForFaults();
            ours.UseStatusCodePages();
        });
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        return app;
    }

    /// <summary>Maps webhooks, health, the operators' API and console and, where Orleans runs, its dashboard.</summary>
    public static IEndpointRouteBuilder MapGateway(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapWebhooks();
        endpoints.MapHealth();
        endpoints.MapOperators();
        endpoints.MapConsole();
        return endpoints;
    }

    private static bool IsOurs(PathString path) =>
        path.StartsWithSegments("/webhook", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/console", StringComparison.OrdinalIgnoreCase);

    private static void Trust(ForwardedHeadersOptions forwarded, IEnumerable<string> proxies)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address)) forwarded.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(proxy, out var network)) forwarded.KnownIPNetworks.Add(network);
        }
    }
}
