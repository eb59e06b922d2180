using System.Diagnostics.CodeAnalysis;

namespace OutletBot.Options;

/// <summary>Reads an Ed25519 public key as people paste it: PEM, the base64 of the key info, or the base64 of the key itself.</summary>
public static class Ed25519KeyText
{
    private const int KeyLength = 32;

    // RFC 8410: SEQUENCE { SEQUENCE { OID 1.3.101.112 }, BIT STRING }, always these bytes before the key.
    private static ReadOnlySpan<byte> KeyInfoPrefix => [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00];

    /// <summary>The 32 bytes of the key, or false.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out byte[]? key)
    {
        key = null;
        var lines = (text ?? "").Replace("\\n", "\n", StringComparison.Ordinal).Split('\n', StringSplitOptions.TrimEntries);
        var base64 = string.Concat(lines.Where(line => !line.StartsWith("-----", StringComparison.Ordinal)));
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length)) return false;

        var read = bytes.AsSpan(0, length);
        if (read.Length == KeyLength + KeyInfoPrefix.Length && read.StartsWith(KeyInfoPrefix)) read = read[KeyInfoPrefix.Length..];
        if (read.Length != KeyLength) return false;

        key = read.ToArray();
        return true;
    }
}
