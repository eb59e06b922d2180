using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Hosting;

namespace OutletBot.Options;

/// <summary>The flat names that platforms inject and that earlier deployments used.</summary>
public static class FlatConfiguration
{
    private const string Port = "PORT";
    private const string Urls = "urls";

    private static readonly Dictionary<string, string> SectionedKeys = new(StringComparer.Ordinal)
    {
        ["OPENAI_API_KEY"] = "Agent:ApiKey",
        ["OPENAI_BASE_URL"] = "Agent:BaseUrl",
        ["GHL_API_KEY"] = "Crm:ApiKey",
        ["GHL_LOCATION_ID"] = "Crm:LocationId",
        ["GHL_CALENDAR_ID"] = "Crm:CalendarId",
        ["TIMEZONE"] = "Conversation:TimeZone",
        ["MIN_BUDGET"] = "Conversation:MinimumBudget",
    };

    /// <summary>
    /// Reads the flat names as their sectioned keys. They stand below every other source, so that a sectioned key wins wherever
    /// it is set. <c>PORT</c> becomes the address to listen on, unless <c>urls</c> is set.
    /// </summary>
    /// <exception cref="ConfigurationFaultException"><c>PORT</c> is no port.</exception>
    public static IHostApplicationBuilder AddOutletBotConfiguration(this IHostApplicationBuilder builder)
    {
        builder.Configuration.AddFlatNames();
        return builder;
    }

    internal static void AddFlatNames(this IConfigurationManager configuration)
    {
        var values = SectionedKeys
            .Where(pair => !string.IsNullOrWhiteSpace(configuration[pair.Key]))
            .ToDictionary(pair => pair.Value, pair => configuration[pair.Key]?.Trim(), StringComparer.OrdinalIgnoreCase);
        if (configuration[Port] is { } port && !string.IsNullOrWhiteSpace(port))
            values[Urls] = $"http://0.0.0.0:{PortNumber(port)}";

        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = values });
    }

    /// <summary>The flat name of a sectioned key, or null.</summary>
    internal static string? FlatNameOf(string key) =>
        SectionedKeys.FirstOrDefault(pair => pair.Value.Equals(key, StringComparison.OrdinalIgnoreCase)).Key;

    private static int PortNumber(string port) =>
        int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 65535
            ? number
            : throw new ConfigurationFaultException($"{Port}: '{port}' is not a port. Example: {Port}=8080");
}
