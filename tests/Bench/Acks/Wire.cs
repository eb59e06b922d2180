using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;
using OutletBot.Bench.Processes;

namespace OutletBot.Bench.Acks;

/// <summary>
/// One kept-alive HTTP/1.1 connection that posts webhooks. Bare sockets, as the client shares the machine with what it
/// measures and must weigh as little as the raw inserts' client.
/// </summary>
internal sealed class Wire : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] answer = new byte[16 * 1024];

    public static async Task<Wire> ConnectAsync(int port, CancellationToken cancellation)
    {
        var wire = new Wire();
        try
        {
            await wire.socket.ConnectAsync("127.0.0.1", port, cancellation);
            return wire;
        }
        catch
        {
            wire.Dispose();
            throw;
        }
    }

    /// <summary>Posts one webhook and returns the status of its answer.</summary>
    public async Task<int> PostAsync(string contactId, string messageId, CancellationToken cancellation)
    {
        var body = $$"""{"contactId":"{{contactId}}","message":"Hola, quiero informes","locationId":"{{Stage.Location}}","id":"{{messageId}}"}""";
        var request = Encoding.ASCII.GetBytes(
            $"POST /webhook/meta-lead HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {Stage.Secret}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        await socket.SendAsync(request, cancellation);
        return await ReadAsync(cancellation);
    }

    public void Dispose() => socket.Dispose();

    private async Task<int> ReadAsync(CancellationToken cancellation)
    {
        var length = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(answer.AsMemory(length), cancellation);
            if (read == 0) throw new IOException("The connection was closed.");
            length += read;
            if (IsWhole(answer.AsSpan(0, length)))
            {
                return Utf8Parser.TryParse(answer.AsSpan(9, 3), out int status, out _) ? status : throw new IOException("No status line.");
            }
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> received)
    {
        var end = received.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        var length = received[..end].IndexOf("Content-Length: "u8);
        if (length < 0) return received.EndsWith("0\r\n\r\n"u8);
        return Utf8Parser.TryParse(received[(length + 16)..end], out int body, out _) && received.Length >= end + 4 + body;
    }
}
