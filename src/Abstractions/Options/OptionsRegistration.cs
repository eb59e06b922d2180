using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OutletBot.Locations;

namespace OutletBot.Options;

/// <summary>Binds the sections that silo and gateway share, checked at start.</summary>
public static class OptionsRegistration
{
    /// <summary>
    /// Registers <see cref="AgentOptions"/>, <see cref="ConversationOptions"/>, <see cref="FollowUpOptions"/>, <see cref="CrmOptions"/>, <see cref="WebhookOptions"/>,
    /// <see cref="GatewayOptions"/>, <see cref="OperatorOptions"/>, and <see cref="ILocations"/> out of them. May be called more than once.
    /// </summary>
    public static IServiceCollection AddOutletBotOptions(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(service => service.ServiceType == typeof(IConfigureOptions<LocationsOptions>))) return services;

        services.AddSection<AgentOptions, AgentRules>(configuration, AgentOptions.Section);
        services.AddSection<ConversationOptions, ConversationRules>(configuration, ConversationOptions.Section);
        services.AddSection<FollowUpOptions, FollowUpRules>(configuration, FollowUpOptions.Section);
        services.AddSection<WebhookOptions, WebhookRules>(configuration, WebhookOptions.Section);
        services.AddSection<GatewayOptions, GatewayRules>(configuration, GatewayOptions.Section);
        services.AddSection<OperatorOptions, OperatorRules>(configuration, OperatorOptions.Section);
        services.AddOptions<CrmOptions>().Bind(configuration.GetSection(CrmOptions.Section));
        services.AddOptions<LocationsOptions>().Bind(configuration).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LocationsOptions>, LocationsRules>();
        services.AddSingleton<IPostConfigureOptions<WebhookOptions>, WebhookRules>();
        services.AddSingleton<IPostConfigureOptions<FollowUpOptions>, FollowUpRules>();
        services.AddSingleton<IPostConfigureOptions<LocationsOptions>, LocationFollowUpLists>();
        services.TryAddSingleton<ILocations, OptionsLocations>();
        return services;
    }

    private static void AddSection<TOptions, TRules>(this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class
        where TRules : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().Bind(configuration.GetSection(section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>, TRules>();
    }
}
