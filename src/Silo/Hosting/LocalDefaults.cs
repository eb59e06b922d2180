using Microsoft.Extensions.Configuration.Memory;

namespace OutletBot.Silo.Hosting;

/// <summary>Which parts beside the silo this process runs.</summary>
/// <param name="Gateway">Webhooks, health, operators' pages.</param>
/// <param name="Simulator">Stand-ins for GHL, Meta and OpenAI, and the phone page.</param>
internal sealed record Roles(bool Gateway, bool Simulator);

/// <summary>What a process needs that talks to its own simulator. Any key that is set wins over these.</summary>
internal static class LocalDefaults
{
    private const string DefaultUrl = "http://localhost:5080";

    public static Roles AddLocalDefaults(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var roles = new Roles(configuration.GetValue("Gateway:CoHosted", true), configuration.GetValue("Simulator:Enabled", false));
        var url = Value(configuration["urls"]) ?? Value(configuration["http_ports"]) ?? DefaultUrl;
        if (url == DefaultUrl) builder.WebHost.UseUrls(DefaultUrl);
        var defaults = new Dictionary<string, string?>();
        if (roles.Simulator)
        {
            var here = Reachable(url.Split(';')[0]);
            defaults["Crm:BaseUrl"] = $"{here}/simulator/ghl";
            defaults["Crm:ApiKey"] = "pit-simulator";
            defaults["Crm:LocationId"] = "demo-location";
            defaults["Crm:CalendarId"] = "cal-1";
            defaults["Meta:GraphUrl"] = $"{here}/simulator/meta";
            defaults["Meta:AccessToken"] = "simulator";
            defaults["Webhooks:MetaAppSecret"] = "simulator";
            defaults["Webhooks:MetaVerifyToken"] = "simulator";
            defaults["Simulator:MetaAppSecret"] = "simulator";
            defaults["Simulator:LocationId"] = "demo-location";
        }

        ((IConfigurationBuilder)configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = defaults });
        return roles;
    }

    private static string? Value(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>An address that this process can call itself by.</summary>
    private static string Reachable(string url)
    {
        var host = url.Replace("//*", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//+", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//[::]", "//127.0.0.1", StringComparison.Ordinal);
        return (host.Contains("//", StringComparison.Ordinal) ? host : $"http://127.0.0.1:{host}").TrimEnd('/');
    }
}
