using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using OutletBot.Gateway.Protection;
using OutletBot.Options;

namespace OutletBot.Gateway.Webhooks;

/// <summary>How many webhooks one caller, and one location, may send in 10 seconds.</summary>
internal sealed class CallerRates : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private readonly PartitionedRateLimiter<IPAddress> callers;
    private readonly PartitionedRateLimiter<string> locations;

    public CallerRates(IOptions<WebhookOptions> options)
    {
        callers = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
            address => RateLimitPartition.GetFixedWindowLimiter(address, _ => InWindow(options.Value.RequestsPer10Seconds)));
        locations = PartitionedRateLimiter.Create<string, string>(
            location => RateLimitPartition.GetFixedWindowLimiter(location, _ => InWindow(options.Value.LocationRequestsPer10Seconds)));
    }

    /// <summary>Counts a request of a caller. Returns when to come again if there were too many, otherwise null.</summary>
    public TimeSpan? CountCaller(IPAddress? address) => Count(callers, CallerNetwork.Of(address));

    /// <summary>Counts an event of a location. Returns when to come again if there were too many, otherwise null.</summary>
    public TimeSpan? CountLocation(string locationId) => Count(locations, locationId);

    public void Dispose()
    {
        callers.Dispose();
        locations.Dispose();
    }

    private static TimeSpan? Count<T>(PartitionedRateLimiter<T> limiter, T key)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;
    }

    private static FixedWindowRateLimiterOptions InWindow(int permits) => new() { PermitLimit = permits, Window = Window, QueueLimit = 0 };
}
