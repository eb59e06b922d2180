using OutletBot.Gateway;
using OutletBot.Options;

return await ConfigurationFault.RunAsync(() =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddOutletBotConfiguration();
    builder.Services.AddGateway(builder.Configuration);
    builder.AddClusterClient();

    var app = builder.Build();
    app.UseGateway();
    app.MapGateway();
    return app;
});
