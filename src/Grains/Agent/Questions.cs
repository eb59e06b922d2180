namespace OutletBot.Agent;

/// <summary>The question in a reply, to be compared with that of another.</summary>
internal static class Questions
{
    /// <summary>Its words in plain spelling, null when the reply asks nothing.</summary>
    public static string? In(string reply)
    {
        var plain = Words.Plain(reply);
        var end = plain.IndexOf('?', StringComparison.Ordinal);
        if (end < 0)
            return null;

        var start = Math.Max(plain.LastIndexOf('¿', end), plain.LastIndexOfAny(['.', '!', '\n', ':'], end));
        return string.Join(' ', Words.In(plain[(start + 1)..end]));
    }
}
