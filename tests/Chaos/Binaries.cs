namespace OutletBot.Chaos;

/// <summary>Where programs lie that were built as this one was.</summary>
internal static class Binaries
{
    private static readonly DirectoryInfo Here = new(AppContext.BaseDirectory);

    public static string Framework => Here.Name;

    public static string Configuration => Here.Parent!.Name;

    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The program of a project.</summary>
    public static string Of(string project) => Path.Combine(Root, "src", project, "bin", Configuration, Framework, $"OutletBot.{project}.dll");

    private static string FindRoot()
    {
        var root = Here;
        while (!File.Exists(Path.Combine(root.FullName, "OutletBot.sln"))) root = root.Parent!;
        return root.FullName;
    }
}
