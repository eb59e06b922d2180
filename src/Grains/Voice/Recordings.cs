using Microsoft.Extensions.Options;
using OutletBot.Options;

namespace OutletBot.Voice;

/// <summary>Reads recordings from where GHL keeps them.</summary>
internal sealed class Recordings(HttpClient http, IOptions<CrmOptions> crm)
{
    /// <summary>Bytes of a recording; WhatsApp takes no longer ones.</summary>
    public const int Longest = 16 << 20;

    /// <summary>The recording; null, and why, when it must not or cannot be read.</summary>
    /// <exception cref="HttpRequestException">The host cannot be reached.</exception>
    public async Task<(byte[]? Sound, string Outcome)> ReadAsync(Uri address, CancellationToken cancellation)
    {
        if (!RecordingAddress.IsGhls(address, new Uri(crm.Value.BaseUrl))) return (null, "foreign address");

        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (!response.IsSuccessStatusCode) return (null, "not found");
        if (response.Content.Headers.ContentLength > Longest) return (null, "too long");

        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        using var sound = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (sound.Length + read > Longest) return (null, "too long");
            sound.Write(buffer, 0, read);
        }

        return sound.Length == 0 ? (null, "empty") : (sound.ToArray(), "read");
    }
}
