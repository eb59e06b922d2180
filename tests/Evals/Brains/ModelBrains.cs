using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OutletBot.Agent;

namespace OutletBot.Evals;

/// <summary>The model brain, as the environment configures it (<c>Agent__ApiKey</c>, <c>Agent__BaseUrl</c>, <c>Agent__Model</c>, <c>OPENAI_API_KEY</c>).</summary>
internal static class ModelBrains
{
    /// <summary>The brain, or null when no model is configured.</summary>
    public static IBrain? FromEnvironment()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        if (configuration["Agent:ApiKey"] is null && configuration["Agent:BaseUrl"] is null && configuration["OPENAI_API_KEY"] is null)
            return null;

        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System);
        AddBrain(services, configuration);
        return services.BuildServiceProvider().GetService<IBrain>();
    }

    private static void AddBrain(IServiceCollection services, IConfiguration configuration)
    {
    }
}
