using System.Buffers;
using Microsoft.Net.Http.Headers;

namespace OutletBot.Gateway.Webhooks;

/// <summary>What came of reading a body.</summary>
/// <param name="Bytes">The body as it was sent; null when it is too long, or finds no room.</param>
/// <param name="NoRoom">Whether other bodies take the memory that it needs.</param>
internal readonly record struct ReadBody(byte[]? Bytes, bool NoRoom = false);

/// <summary>Reads a request's body as it was sent, up to 256 KiB, within the caller's time and the memory for all bodies.</summary>
internal static class WebhookBody
{
    /// <summary>The longest body, in bytes.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Whether the content type is <c>application/json</c> or <c>application/…+json</c>.</summary>
    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.Type.Equals("application", StringComparison.OrdinalIgnoreCase)
        && (type.SubType.Equals("json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase));

    /// <param name="request">The request.</param>
    /// <param name="memory">What all bodies may take.</param>
    /// <param name="part">This one's part of it.</param>
    /// <param name="cancellation">The caller's time.</param>
    /// <exception cref="OperationCanceledException">The caller took too long.</exception>
    /// <exception cref="BadHttpRequestException">The caller broke HTTP's rules or went away.</exception>
    public static async Task<ReadBody> ReadAsync(HttpRequest request, BodyMemory memory, BodyMemory.Part part, CancellationToken cancellation)
    {
        if (request.ContentLength > MaxBytes) return default;
        if (!memory.HasRoomFor(request.ContentLength ?? 0)) return new(null, NoRoom: true);

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellation);
            var buffer = read.Buffer;
            var fits = part.GrowTo(Math.Min(buffer.Length, MaxBytes), whole: read.IsCompleted);
            if (buffer.Length > MaxBytes || !fits)
            {
                request.BodyReader.AdvanceTo(buffer.End);
                return new(null, NoRoom: !fits);
            }

            if (read.IsCompleted)
            {
                var body = buffer.ToArray();
                request.BodyReader.AdvanceTo(buffer.End);
                return new(body);
            }

            request.BodyReader.AdvanceTo(buffer.Start, buffer.End);
        }
    }
}
