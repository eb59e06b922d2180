using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OutletBot.Agent;
using OutletBot.Booking;
using OutletBot.Crm;
using OutletBot.FollowUps;
using OutletBot.FormLeads;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.Options;
using OutletBot.Playbooks;
using OutletBot.Voice;

namespace OutletBot;

/// <summary>Registers the bot.</summary>
public static class GrainServices
{
    /// <summary>Adds everything that the grains need but SQL, which <c>AddPersistence</c> adds.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<MetaOptions>().Bind(configuration.GetSection(MetaOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ConversationOptions>, PlaybookLineRules>();
        services.AddSingleton<IValidateOptions<LocationsOptions>, PlaybookLineRules>();
        services.AddSingleton<IRateGate, ClusterRateGate>();
        services.AddCrm(configuration);
        services.AddAgent(configuration);
        services.AddVoice();
        services.AddSingleton<ICalendar, CalendarClient>();
        services.AddHttpClient<MetaGraph>(http => http.Timeout = TimeSpan.FromSeconds(15))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AutomaticDecompression = DecompressionMethods.All });
        services.AddOptions<RecoveryOptions>().Bind(configuration.GetSection(RecoveryOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RecoveryOptions>, RecoveryRules>();
        services.AddSingleton<MissedMessages>();
        services.AddHostedService<MissedMessagesWatch>();
        services.AddSingleton<Undelivered>();
        services.AddSingleton<InboxMetrics>();
        services.AddHostedService<InboxSweeper>();
        services.AddHostedService<FollowUpSweeper>();
        return services;
    }
}
