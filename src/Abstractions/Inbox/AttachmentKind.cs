namespace OutletBot.Inbox;

/// <summary>The kinds of attachment that <see cref="InboxEvent.Attachment"/> names.</summary>
public static class AttachmentKind
{
    /// <summary>A recording.</summary>
    public const string Audio = "audio";

    /// <summary>What the bot knows of a file that it cannot tell more about.</summary>
    public const string File = "file";

    /// <summary>The kind that an attachment's address tells by its ending.</summary>
    public static string Of(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var end = address.AsSpan().IndexOfAny('?', '#');
        return Path.GetExtension(end < 0 ? address : address[..end]).ToUpperInvariant() switch
        {
            ".OGG" or ".OGA" or ".OPUS" or ".MP3" or ".M4A" or ".AAC" or ".AMR" or ".WAV" => Audio,
            ".JPG" or ".JPEG" or ".PNG" or ".GIF" or ".HEIC" or ".BMP" => "image",
            ".WEBP" => "sticker",
            ".MP4" or ".MOV" or ".3GP" or ".WEBM" or ".AVI" => "video",
            _ => File,
        };
    }
}
