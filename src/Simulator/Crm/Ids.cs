namespace OutletBot.Simulator.Crm;

/// <summary>Opaque ids of 20 base62 characters, as GHL's; no two processes share any.</summary>
internal sealed class Ids(long epoch)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private long count;
    private int phones;

    public string Next()
    {
        var state = (ulong)epoch + ((ulong)Interlocked.Increment(ref count) * 0x9E3779B97F4A7C15);
        return string.Create(20, state, static (text, seed) =>
        {
            for (var half = 0; half < 2; half++)
            {
                var bits = Mix(seed + (ulong)half);
                for (var at = 0; at < 10; at++, bits /= 62)
                    text[(half * 10) + at] = Alphabet[(int)(bits % 62)];
            }
        });
    }

    public string NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        var state = (ulong)epoch + ((ulong)Interlocked.Increment(ref count) * 0x9E3779B97F4A7C15);
        BitConverter.TryWriteBytes(bytes, Mix(state));
        BitConverter.TryWriteBytes(bytes[8..], Mix(state + 1));
        return new Guid(bytes).ToString();
    }

    /// <summary>A number that no other contact has: an upsert by phone must not take one lead for another.</summary>
    public string NextPhone() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"+1512{5_550_000 + Interlocked.Increment(ref phones)}");

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
