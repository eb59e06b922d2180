using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace OutletBot.Options;

/// <summary>Where the web server will listen, out of the configuration that it goes by.</summary>
internal static class HttpListening
{
    private const string Urls = "urls";
    private const string Port = "PORT";
    private const string OtherPort = "8081";
    private const string OtherUrl = $"http://localhost:{OtherPort}";

    public static IEnumerable<ListeningPoint> Of(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().ToList();
        if (endpoints.Count > 0) return endpoints.SelectMany(endpoint => PointsOf($"{endpoint.Path}:Url", endpoint["Url"], OtherUrl));
        if (string.IsNullOrEmpty(configuration[Urls])) return [.. PortsOf("http_ports", configuration), .. PortsOf("https_ports", configuration)];
        return string.IsNullOrWhiteSpace(configuration[Port])
            ? PointsOf(Urls, configuration[Urls], OtherUrl)
            : PointsOf(Port, configuration[Urls], OtherPort);
    }

    private static IEnumerable<ListeningPoint> PointsOf(string key, string? addresses, string example) =>
        from address in Parts(addresses)
        from endPoint in EndPointsOf(key, address, example)
        select new ListeningPoint(key, endPoint, example);

    private static IEnumerable<ListeningPoint> PortsOf(string key, IConfiguration configuration) =>
        from port in Parts(configuration[key])
        from endPoint in EndPointsOf(key, $"http://*:{port}", OtherPort)
        select new ListeningPoint(key, endPoint, OtherPort);

    private static string[] Parts(string? list) => (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IPEndPoint[] EndPointsOf(string key, string address, string example)
    {
        BindingAddress binding;
        try
        {
            binding = BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            throw Wrong(key, address, example);
        }

        if (binding.IsUnixPipe || binding.IsNamedPipe) return [];
        if (binding.Port is < 0 or > IPEndPoint.MaxPort) throw Wrong(key, address, example);
        if (binding.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)) return [new(IPAddress.Loopback, binding.Port), new(IPAddress.IPv6Loopback, binding.Port)];
        // A name that is no address stands for all of them.
        return [new(IPAddress.TryParse(binding.Host, out var ip) ? ip : IPAddress.IPv6Any, binding.Port)];
    }

    private static ConfigurationFaultException Wrong(string key, string address, string example) =>
        new(ConfigurationFindings.Line(key, $"'{address}' is not an address to listen on", example));
}
