namespace OutletBot.Understanding;

/// <summary>What stands between a token and the one before it.</summary>
internal enum Gap
{
    /// <summary>Nothing: "10am", "$500".</summary>
    None,

    /// <summary>A blank.</summary>
    Space,

    /// <summary>A comma, a line break, an emoji.</summary>
    Comma,

    /// <summary>The end of a sentence.</summary>
    Stop,
}

/// <summary>What a token is made of.</summary>
internal enum TokenKind
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>Digits, with separators inside.</summary>
    Number,

    /// <summary>A sign that means something, such as <c>$</c>.</summary>
    Sign,

    /// <summary>A whole e-mail address.</summary>
    Address,
}

/// <summary>A word, number or sign of a message.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Text">Folded and squeezed, abbreviations spelt out.</param>
/// <param name="Sound">How a longer word sounds, else empty.</param>
/// <param name="Start">Where it starts in the source.</param>
/// <param name="End">Where it ends in the source.</param>
/// <param name="Before">What stands before it.</param>
internal readonly record struct Token(TokenKind Kind, string Text, string Sound, int Start, int End, Gap Before);
