using OutletBot;
using OutletBot.Gateway;
using OutletBot.Gateway.Health;
using OutletBot.Options;
using OutletBot.Persistence;
using OutletBot.Silo.Health;
using OutletBot.Silo.Hosting;
using OutletBot.Simulator;
using OutletBot.Simulator.Phone;

return await ConfigurationFault.RunAsync(() =>
{
    // Beside the binary, so that the same settings are found from whatever folder the process is started in.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddOutletBotConfiguration();
    var roles = builder.AddLocalDefaults();

    // What the bot is made of
    builder.Services.AddOutletBotOptions(builder.Configuration);
    builder.Services.AddPersistence(builder.Configuration);
    builder.Services.AddBot(builder.Configuration);
    if (roles.Gateway) builder.Services.AddGateway(builder.Configuration);
    else builder.Services.AddHealth(builder.Configuration);
    if (roles.Simulator)
    {
        builder.Services.AddSimulator(builder.Configuration);
        builder.Services.AddLocalCrm();
        // The stand-in signs as GHL does, with a key of its own.
        builder.Services.AddOptions<WebhookOptions>().PostConfigure<SimulatorKeys>((webhooks, keys) => webhooks.GhlPublicKeys.Add(keys.PublicKeyPem));
    }

    // How it runs
    builder.AddSilo();
    builder.AddTelemetry();
    builder.Services.AddDependencyHealth();
    builder.Services.AddHostedService<StartUpReport>();

    var app = builder.Build();
    if (roles.Gateway)
    {
        app.UseGateway();
        app.MapGateway();
    }
    else
    {
        app.MapHealth();
    }

    if (roles.Simulator) app.MapSimulator();
    return app;
});
