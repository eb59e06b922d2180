using System.Diagnostics.CodeAnalysis;

namespace OutletBot;

/// <summary>Names one conversation: a contact of a GHL sub-account (location).</summary>
/// <remarks>
/// Its text form, <c>locationId/contactId</c>, is the grain key. The slash keeps Orleans' SQL storage from reading a key of
/// hexadecimal digits as a number, which would put two contacts into one row.
/// </remarks>
[GenerateSerializer, Immutable, Alias("OutletBot.ConversationId")]
public readonly record struct ConversationId([property: Id(0)] string LocationId, [property: Id(1)] string ContactId)
{
    /// <summary>The longest id that is taken from outside, in characters.</summary>
    public const int MaxIdLength = 128;

    /// <summary>
    /// Whether a text can be a location's or a contact's id: 1 to 128 letters, digits or <c>_ - . : @ = ~</c>, and more than dots,
    /// which would lead out of their folder in an address of GHL's.
    /// </summary>
    public static bool IsValidPart([NotNullWhen(true)] string? id) =>
        id is { Length: > 0 and <= MaxIdLength } && id.All(c => char.IsAsciiLetterOrDigit(c) || "_-.:@=~".Contains(c, StringComparison.Ordinal)) && id.Any(c => c != '.');

    /// <summary>Whether both parts can be ids.</summary>
    public bool IsValid() => IsValidPart(LocationId) && IsValidPart(ContactId);

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">The text is not <c>locationId/contactId</c>.</exception>
    public static ConversationId Parse(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < key.Length - 1
            ? new(key[..slash], key[(slash + 1)..])
            : throw new FormatException($"'{key}' is not of the form locationId/contactId.");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{LocationId}/{ContactId}";
}
