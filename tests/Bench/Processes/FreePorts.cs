using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OutletBot.Bench.Processes;

internal static class FreePorts
{
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static string Next() => Take().ToString(CultureInfo.InvariantCulture);
}
