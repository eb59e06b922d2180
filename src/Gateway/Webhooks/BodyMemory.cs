using Microsoft.Extensions.Options;
using OutletBot.Options;

namespace OutletBot.Gateway.Webhooks;

/// <summary>
/// What the bodies of all webhooks take together. Bytes count as they arrive and not as they are announced, so that a caller who sends
/// nothing keeps nobody else out; and bodies that come bit by bit leave a part to those that come whole, as every honest one does, so
/// that any number of slow callers keep nobody out either.
/// </summary>
internal sealed class BodyMemory(IOptions<WebhookOptions> options)
{
    private readonly long limit = options.Value.BodyMemory;
    private readonly long limitOfSlow = options.Value.BodyMemory / 8 * 7;
    private long held;

    /// <summary>The part of one webhook, given back when it is answered.</summary>
    public Part Open() => new(this);

    /// <summary>Whether so many bytes more would fit now.</summary>
    public bool HasRoomFor(long bytes) => Interlocked.Read(ref held) + bytes <= limit;

    internal sealed class Part(BodyMemory memory) : IDisposable
    {
        private long bytes;

        /// <summary>Makes it so many bytes in all, the whole body or what has come of it. False when there is no room for them.</summary>
        public bool GrowTo(long all, bool whole)
        {
            var more = all - bytes;
            if (more <= 0) return true;
            bytes = all;
            return Interlocked.Add(ref memory.held, more) <= (whole ? memory.limit : memory.limitOfSlow);
        }

        public void Dispose() => Interlocked.Add(ref memory.held, -Interlocked.Exchange(ref bytes, 0));
    }
}
