using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace OutletBot.Gateway.Webhooks;

/// <summary>Parses bodies from outside, so that every string in them can be read and stored afterwards.</summary>
internal static class WebhookJson
{
    private const int MaxDepth = 32;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    /// <summary>Parses a body. Escaped halves of surrogate pairs are overwritten in it by U+FFFD.</summary>
    public static bool TryParse(byte[] body, [NotNullWhen(true)] out JsonDocument? document, [NotNullWhen(false)] out string? wrong)
    {
        document = null;
        var json = body.AsMemory();
        if (json.Span.StartsWith("\uFEFF"u8)) json = json[3..];

        if (!Utf8.IsValid(json.Span))
        {
            wrong = "is not UTF-8";
            return false;
        }

        LoneSurrogates.Replace(json.Span);
        try
        {
            document = JsonDocument.Parse(json, Options);
            wrong = null;
            return true;
        }
        catch (JsonException fault)
        {
            wrong = string.Create(CultureInfo.InvariantCulture, $"is not JSON of at most {MaxDepth} levels: line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}");
            return false;
        }
    }
}
