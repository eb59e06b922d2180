using System.Buffers;
using Microsoft.Net.Http.Headers;

namespace OutletBot.Gateway.Webhooks;

/// <summary>Reads a request's body as it was sent, up to 256 KiB, within the caller's time.</summary>
internal static class WebhookBody
{
    /// <summary>The longest body, in bytes.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Whether the content type is <c>application/json</c> or <c>application/…+json</c>.</summary>
    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.Type.Equals("application", StringComparison.OrdinalIgnoreCase)
        && (type.SubType.Equals("json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase));

    /// <summary>The body, or null when it is longer than <see cref="MaxBytes"/>.</summary>
    /// <exception cref="OperationCanceledException">The caller took too long.</exception>
    /// <exception cref="BadHttpRequestException">The caller broke HTTP's rules or went away.</exception>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > MaxBytes) return null;

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellation);
            var buffer = read.Buffer;
            if (buffer.Length > MaxBytes)
            {
                request.BodyReader.AdvanceTo(buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = buffer.ToArray();
                request.BodyReader.AdvanceTo(buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(buffer.Start, buffer.End);
        }
    }
}
