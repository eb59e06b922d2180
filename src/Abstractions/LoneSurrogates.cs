using System.Buffers.Text;
using System.Text;

namespace OutletBot;

/// <summary>
/// Escaped halves of surrogate pairs, as whoever cuts a text within an emoji leaves them: JSON may hold them, but a string that does
/// can be neither read nor stored.
/// </summary>
public static class LoneSurrogates
{
    /// <summary>Overwrites them by U+FFFD in JSON that is UTF-8.</summary>
    public static void Replace(Span<byte> json)
    {
        for (var i = 0; i < json.Length - 1; i++)
        {
            if (json[i] != '\\') continue;
            if (CodeUnitAt(json[i..]) is not { } first)
            {
                i++;
                continue;
            }

            if (char.IsHighSurrogate(first) && CodeUnitAt(json[(i + 6)..]) is { } second && char.IsLowSurrogate(second))
                i += 11;
            else
            {
                if (char.IsSurrogate(first)) "FFFD"u8.CopyTo(json[(i + 2)..]);
                i += 5;
            }
        }
    }

    /// <summary>The JSON as UTF-8 with U+FFFD in their place.</summary>
    public static byte[] Replaced(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        Replace(bytes);
        return bytes;
    }

    private static char? CodeUnitAt(ReadOnlySpan<byte> json) =>
        json.Length >= 6 && json[0] == '\\' && json[1] == 'u'
        && Utf8Parser.TryParse(json.Slice(2, 4), out ushort unit, out var read, 'x') && read == 4
            ? (char)unit
            : null;
}
