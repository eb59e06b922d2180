using System.Net;

namespace OutletBot.Crm.Traffic;

/// <summary>
/// A body that needs its call's clearance to leave. It is written once the connection stands, which may take seconds to come up,
/// and the request's head leaves with it.
/// </summary>
internal sealed class ClearedContent : HttpContent
{
    private readonly byte[] _body;
    private readonly Call _call;

    private ClearedContent(byte[] body, Call call) => (_body, _call) = (body, call);

    /// <summary>The content for one attempt.</summary>
    public static async Task<ClearedContent> OfAsync(HttpContent content, Call call, CancellationToken cancellation)
    {
        var body = content is ClearedContent before ? before._body : await content.ReadAsByteArrayAsync(cancellation);
        var cleared = new ClearedContent(body, call);
        foreach (var (name, values) in content.Headers) cleared.Headers.TryAddWithoutValidation(name, values);
        return cleared;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await _call.ClearAsync(cancellationToken);
        _call.Left = true;
        await stream.WriteAsync(_body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
