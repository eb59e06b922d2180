namespace OutletBot.Agent;

/// <summary>A paragraph or list of the business facts, as plain text, with the headings that it stands under.</summary>
internal sealed record FactPassage(string Heading, string Text)
{
    public static IEnumerable<FactPassage> Split(string facts)
    {
        var headings = new string[7];
        var lines = new List<string>();
        foreach (var raw in facts.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            var line = raw.Trim();
            var level = line.TakeWhile(c => c == '#').Count();
            var isHeading = level is > 0 and < 7 && line.Length > level && line[level] == ' ';
            if ((isHeading || line.Length == 0) && lines.Count > 0)
            {
                yield return new(string.Join(' ', headings.Where(heading => heading is not null)), string.Join(' ', lines));
                lines.Clear();
            }

            if (isHeading)
            {
                headings[level] = line[level..].Trim();
                Array.Clear(headings, level + 1, headings.Length - level - 1);
            }
            else if (line.Length > 0)
            {
                lines.Add(Unmarked(line));
            }
        }
    }

    private static string Unmarked(string line)
    {
        var item = line[0] is '-' or '*' or '+' && line.Length > 1 && line[1] == ' ';
        var text = (item ? line[2..] : line).Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal).Trim();
        return item && text.Length > 0 && !".!?:;".Contains(text[^1], StringComparison.Ordinal) ? text + "." : text;
    }
}
