using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace OutletBot.Bench.Floods;

/// <summary>One connection that sends the longest body there may be, piece by piece, and takes whatever answer comes when.</summary>
internal static class SlowBody
{
    private const int Length = 256 * 1024;
    private static readonly TimeSpan BetweenPieces = TimeSpan.FromMilliseconds(250);

    /// <summary>Sends one body.</summary>
    /// <param name="port">Of the gateway.</param>
    /// <param name="proof">The header that says who sends it.</param>
    /// <param name="spread">How long its pieces take.</param>
    /// <param name="name">A name for its lead, unlike any other's.</param>
    /// <param name="cancellation">The end of the flood.</param>
    /// <returns>The answer's status, or 0 where the connection was ended without one.</returns>
    public static async Task<int> SendAsync(int port, string proof, TimeSpan spread, string name, CancellationToken cancellation)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync("127.0.0.1", port, cancellation);
            await socket.SendAsync(Encoding.ASCII.GetBytes(
                $"POST /webhook/meta-lead HTTP/1.1\r\nHost: bench\r\n{proof}\r\nContent-Type: application/json\r\nContent-Length: {Length}\r\n\r\n"), cancellation);
            var body = BodyOf(name);
            var pieces = Math.Max(1, (int)(spread / BetweenPieces));
            for (var piece = 0; piece < pieces; piece++)
            {
                await socket.SendAsync(body.AsMemory((int)((long)Length * piece / pieces)..(int)((long)Length * (piece + 1) / pieces)), cancellation);
                // Whoever is refused need not send the rest.
                if (piece < pieces - 1 && await IsAnsweredAsync(socket, cancellation)) break;
            }

            return await StatusAsync(socket, cancellation);
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    private static byte[] BodyOf(string name)
    {
        var start = $$"""{"contactId":"{{name}}","message":"Hola """;
        return Encoding.ASCII.GetBytes(start.PadRight(Length - 2, 'a') + "\"}");
    }

    private static async Task<bool> IsAnsweredAsync(Socket socket, CancellationToken cancellation)
    {
        await Task.Delay(BetweenPieces, TimeProvider.System, cancellation);
        return socket.Available > 0;
    }

    private static async Task<int> StatusAsync(Socket socket, CancellationToken cancellation)
    {
        var line = new byte[12];
        for (var length = 0; length < line.Length;)
        {
            var read = await socket.ReceiveAsync(line.AsMemory(length), cancellation);
            if (read == 0) return 0;
            length += read;
        }

        return Utf8Parser.TryParse(line.AsSpan(9, 3), out int status, out _) ? status : 0;
    }
}
