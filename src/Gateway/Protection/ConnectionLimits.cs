using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace OutletBot.Gateway.Protection;

/// <summary>What a connection may take of the process before anything of its request is understood.</summary>
internal static class ConnectionLimits
{
    private const int LongestBody = 1024 * 1024;
    private const int LongestHeaders = 16 * 1024;
    private const double SlowestBytesPerSecond = 240;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static void AddConnectionLimits(this IServiceCollection services) => services.Configure<KestrelServerOptions>(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.RequestHeadersTimeout = Patience;
        kestrel.Limits.MaxRequestHeadersTotalSize = LongestHeaders;
        kestrel.Limits.MaxRequestBodySize = LongestBody;
        kestrel.Limits.MinRequestBodyDataRate = new(SlowestBytesPerSecond, Grace);
    });
}
