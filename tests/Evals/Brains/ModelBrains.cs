using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OutletBot.Agent;
using OutletBot.Options;

namespace OutletBot.Evals;

/// <summary>The model brain, as the environment configures it (<c>Agent__ApiKey</c>, <c>Agent__BaseUrl</c>, <c>Agent__Model</c>, <c>OPENAI_API_KEY</c>).</summary>
internal static class ModelBrains
{
    /// <summary>The brain, or null when no model is configured.</summary>
    public static IBrain? FromEnvironment()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddEnvironmentVariables();
        builder.AddOutletBotConfiguration();
        if (builder.Configuration["Agent:ApiKey"] is null) return null;

        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        services.AddAgent(builder.Configuration);
        return services.BuildServiceProvider().GetRequiredService<IBrain>();
    }
}
