using OutletBot.Gateway;
using OutletBot.Options;
using OutletBot.Persistence;

return await ConfigurationFault.RunAsync(() =>
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddOutletBotConfiguration();
    builder.Services.AddPersistence(builder.Configuration);
    builder.Services.AddGateway(builder.Configuration);
    builder.AddClusterClient();
    builder.AddTelemetry();

    var app = builder.Build();
    app.UseGateway();
    app.MapGateway();
    return app;
});
