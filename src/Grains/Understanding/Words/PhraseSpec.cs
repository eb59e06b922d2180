namespace OutletBot.Understanding;

/// <summary>Writes out choices of several words: <c>(tengo que|voy a) pensarlo</c> is two lines of a table.</summary>
internal static class PhraseSpec
{
    public static IEnumerable<string> Expand(string spec)
    {
        for (var open = spec.IndexOf('(', StringComparison.Ordinal); open >= 0; open = spec.IndexOf('(', open + 1))
        {
            var close = spec.IndexOf(')', open);
            var choices = spec[(open + 1)..close].Split('|');
            if (!Array.Exists(choices, choice => choice.Contains(' ', StringComparison.Ordinal)))
                continue;

            var optional = close + 1 < spec.Length && spec[close + 1] == '?';
            var rest = spec[(optional ? close + 2 : close + 1)..];
            var single = string.Join('|', choices.Where(choice => !choice.Contains(' ', StringComparison.Ordinal)));
            var written = choices.Where(choice => choice.Contains(' ', StringComparison.Ordinal));
            if (single.Length > 0)
                written = written.Append($"({single}){(optional ? "?" : "")}");
            else if (optional)
                written = written.Append("");
            return written.SelectMany(choice => Expand(spec[..open] + choice + rest));
        }

        return [spec];
    }
}
