using Microsoft.Extensions.DependencyInjection.Extensions;
using OutletBot.Simulator.Crm;
using OutletBot.Simulator.Faults;
using OutletBot.Simulator.Ghl;
using OutletBot.Simulator.Ledger;
using OutletBot.Simulator.Meta;
using OutletBot.Simulator.OpenAi;
using OutletBot.Simulator.Page;
using OutletBot.Simulator.Phone;

namespace OutletBot.Simulator;

/// <summary>Puts the simulator into a web application.</summary>
public static class SimulatorExtensions
{
    /// <summary>Registers the simulator, configured by the section <c>Simulator</c>.</summary>
    public static IServiceCollection AddSimulator(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SimulatorOptions>().Bind(configuration.GetSection("Simulator"));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SimulatorKeys>();
        services.AddSingleton<World>();
        services.AddSingleton<Changes>();
        services.AddSingleton<EventLedger>();
        services.AddSingleton<RequestLog>();
        services.AddSingleton<FaultBook>();
        services.AddSingleton<FaultRunner>();
        services.AddSingleton<RateWindows>();
        services.AddSingleton<Tokens>();
        services.AddSingleton<GhlPipeline>();
        services.AddSingleton<FormLeads>();
        services.AddSingleton<ChatCompletions>();
        services.AddSingleton<WebhookPost>();
        services.AddSingleton<EventPost>();
        services.AddSingleton<PhoneLine>();
        return services;
    }

    /// <summary>Maps everything under <c>/simulator</c>: the stand-ins, the controls, the page.</summary>
    public static IEndpointRouteBuilder MapSimulator(this IEndpointRouteBuilder app)
    {
        var simulator = app.MapGroup("/simulator").DisableAntiforgery().ExcludeFromDescription();
        simulator.MapGhl();
        simulator.MapMeta();
        simulator.MapOpenAi();
        simulator.MapRecordings();
        simulator.MapControls();
        simulator.MapPhone();
        simulator.MapPage();
        return app;
    }
}
