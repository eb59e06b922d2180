namespace OutletBot.Understanding;

/// <summary>Writes out choices of several words, which may hold choices of their own: <c>(tengo que|voy a) pensarlo</c> is two lines of a table.</summary>
internal static class PhraseSpec
{
    public static IEnumerable<string> Expand(string spec)
    {
        for (var open = spec.IndexOf('(', StringComparison.Ordinal); open >= 0; open = spec.IndexOf('(', open + 1))
        {
            var (close, choices) = Choices(spec, open);
            if (!choices.Exists(IsLong))
                continue;

            var optional = close + 1 < spec.Length && spec[close + 1] == '?';
            var rest = spec[(optional ? close + 2 : close + 1)..];
            var single = string.Join('|', choices.Where(choice => !IsLong(choice)));
            var written = choices.Where(IsLong);
            if (single.Length > 0)
                written = written.Append($"({single}){(optional ? "?" : "")}");
            else if (optional)
                written = written.Append("");
            return written.SelectMany(choice => Expand(spec[..open] + choice + rest));
        }

        return [spec];
    }

    private static bool IsLong(string choice) => choice.AsSpan().ContainsAny(' ', '(');

    /// <summary>The choices of a bracket and where it closes.</summary>
    private static (int Close, List<string> Choices) Choices(string spec, int open)
    {
        var choices = new List<string>();
        var (from, depth) = (open + 1, 1);
        for (var i = open + 1; ; i++)
        {
            depth += spec[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth > 0 && (depth > 1 || spec[i] != '|'))
                continue;

            choices.Add(spec[from..i]);
            from = i + 1;
            if (depth == 0)
                return (i, choices);
        }
    }
}
