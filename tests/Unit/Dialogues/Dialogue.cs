using System.Runtime.CompilerServices;

namespace OutletBot.Unit.Dialogues;

/// <summary>A talk written down: what the lead does, and below it word for word what María says, does in GHL, and then waits for.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record Dialogue(string Title, IReadOnlyList<string> Lines)
{
    private const string Heading = "# ";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "dialogues");

    /// <summary>The files that dialogues stand in.</summary>
    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    /// <summary>The dialogues of a file.</summary>
    public static IReadOnlyList<Dialogue> In(string file) => Read(Path.Combine(Folder, file));

    /// <summary>Writes a dialogue anew, in the source.</summary>
    public static void Write(string file, Dialogue played, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "texts", file);
        File.WriteAllText(path, string.Join('\n', Read(path).Select(dialogue => (dialogue.Title == played.Title ? played : dialogue).Text)));
    }

    /// <summary>The dialogue as it stands in its file.</summary>
    public string Text => $"{Heading}{Title}\n\n{string.Join('\n', Lines).Trim('\n')}\n";

    private static List<Dialogue> Read(string path)
    {
        var dialogues = new List<Dialogue>();
        foreach (var line in File.ReadAllLines(path))
        {
            if (line.StartsWith(Heading, StringComparison.Ordinal)) dialogues.Add(new(line[Heading.Length..], []));
            else if (dialogues.Count > 0) dialogues[^1] = dialogues[^1] with { Lines = [.. dialogues[^1].Lines, line] };
        }

        return dialogues;
    }
}
