using System.Net;
using System.Net.Sockets;

namespace OutletBot.Options;

/// <summary>
/// Where a process is about to listen. Registered as a service, it is tried before anything starts: a port that another process has
/// would else be found out in the midst of it, and told in the noise of all that must be stopped again.
/// </summary>
/// <param name="Key">The configuration key that says so.</param>
/// <param name="EndPoint">The address and port; nothing is tried where the system chooses the port.</param>
/// <param name="Example">Another value of the key.</param>
public sealed record ListeningPoint(string Key, IPEndPoint EndPoint, string Example)
{
    /// <summary>Tries whether the process may listen there.</summary>
    /// <exception cref="ConfigurationFaultException">It may not, for a reason that another value of the key would help.</exception>
    public void Check()
    {
        if (EndPoint.Port == 0) return;

        try
        {
            using var socket = new Socket(EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            if (EndPoint.Address.Equals(IPAddress.IPv6Any)) socket.DualMode = true;
            socket.Bind(EndPoint);
        }
        catch (SocketException fault) when (WhyNot(fault) is { } why)
        {
            throw new ConfigurationFaultException(ConfigurationFindings.Line(Key, $"{EndPoint} {why}", Example));
        }
        catch (SocketException)
        {
            // No such family of addresses here: whoever listens knows what to do about it.
        }
    }

    private string? WhyNot(SocketException fault) => fault.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => "is already in use by another process",
        SocketError.AccessDenied => "may not be listened on by this user",
        // Of the addresses that stand for this machine, those of one family may be missing, and the server does with the other.
        SocketError.AddressNotAvailable when !IPAddress.IsLoopback(EndPoint.Address) && !EndPoint.Address.Equals(IPAddress.IPv6Any) => "is not an address of this machine",
        _ => null,
    };
}
