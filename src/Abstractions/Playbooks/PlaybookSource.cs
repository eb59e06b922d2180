using System.Text.Json.Nodes;

namespace OutletBot.Playbooks;

/// <summary>A playbook that was read.</summary>
/// <param name="Playbook">The playbook, null when it has faults.</param>
/// <param name="Faults">What is wrong, a line each: the file, the key, what is wrong, and an example.</param>
public sealed record PlaybookReading(Playbook? Playbook, IReadOnlyList<string> Faults);

/// <summary>Finds playbooks: those built in by their names, all others by the paths of their files.</summary>
public static class PlaybookSource
{
    /// <summary>The playbook that is used where none is named.</summary>
    public const string Default = "agency";

    /// <summary>The names of those built in.</summary>
    public static IReadOnlyList<string> BuiltIns { get; } = [Default, "dental-clinic"];

    /// <summary>Reads a playbook, with what it extends.</summary>
    /// <param name="nameOrPath">The name of one built in, or a file's path, from the working directory.</param>
    public static PlaybookReading Read(string nameOrPath)
    {
        var faults = new PlaybookFaults(nameOrPath);
        var document = PlaybookDocument.Load(nameOrPath, faults);
        var playbook = document is null ? null : new PlaybookReader(nameOrPath, faults).Read(document);
        return new(faults.Lines.Count == 0 ? playbook : null, faults.Lines);
    }

    /// <summary>One of <see cref="BuiltIns"/>.</summary>
    public static Playbook BuiltIn(string name)
    {
        var (playbook, faults) = Read(name);
        return playbook ?? throw new InvalidOperationException(string.Join("; ", faults));
    }
}

/// <summary>Collects what is wrong with one playbook.</summary>
internal sealed class PlaybookFaults(string file)
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public void Add(string path, string wrong, string example) =>
        _lines.Add($"{file}: {(path.Length == 0 ? "" : $"{path}: ")}{wrong}. Example: {example}");

    /// <summary>Names properties that nobody reads: a misspelt one must not go unseen.</summary>
    public void Unknown(JsonObject o, string path, params ReadOnlySpan<string> known)
    {
        foreach (var (name, _) in o)
            if (!known.Contains(name)) Add(path.Length == 0 ? name : $"{path}.{name}", "no such property", $"\"{known[0]}\": …; there are {string.Join(", ", known)}");
    }
}
