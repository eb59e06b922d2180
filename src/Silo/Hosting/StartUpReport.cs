using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using OutletBot.Agent;
using OutletBot.Gateway;
using OutletBot.Options;
using OutletBot.Persistence;

namespace OutletBot.Silo.Hosting;

/// <summary>Says in the first lines what runs, where to open it, and which brain answers and why.</summary>
internal sealed class StartUpReport(
    IServer server, IHostEnvironment environment, IConfiguration configuration, IOptions<CrmOptions> crm, BrainDescription brain, Database database, IHostApplicationLifetime lifetime)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Print);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Print()
    {
        var url = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal) ?? "";
        Console.WriteLine($"OutletBot {TelemetryExport.Version}, {environment.EnvironmentName}");
        if (configuration.GetValue("Simulator:Enabled", false)) Console.WriteLine($"  Phone and CRM  {url}/simulator");
        if (configuration.GetValue("Gateway:CoHosted", true))
        {
            Console.WriteLine($"  Console        {url}/console");
            Console.WriteLine($"  Dashboard      {url}/dashboard");
            Console.WriteLine($"  Health         {url}/health");
            Console.WriteLine($"  Webhook        POST {url}/webhook/meta-lead");
        }

        Console.WriteLine($"  Brain          {brain.Name}: {brain.Why}");
        if (!string.IsNullOrWhiteSpace(configuration["Webhooks:MetaAppSecret"]) && string.IsNullOrEmpty(configuration["Meta:AccessToken"]))
            Console.WriteLine("  Form leads     wait for a token: Webhooks:MetaAppSecret is set, Meta:AccessToken is not");
        Console.WriteLine($"  CRM            {crm.Value.BaseUrl}");
        Console.WriteLine($"  Database       {database.Describe()}");
    }
}
