using System.Net;
using System.Net.Sockets;

namespace OutletBot.Gateway.Protection;

/// <summary>What callers are told apart by where they are counted.</summary>
internal static class CallerNetwork
{
    /// <summary>The caller's address on IPv4; on IPv6 its /64, all of which one caller commands.</summary>
    public static IPAddress Of(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new(bytes);
    }
}
