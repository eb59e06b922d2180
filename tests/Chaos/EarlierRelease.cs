using System.Diagnostics;

namespace OutletBot.Chaos;

/// <summary>An earlier state of the product, built from a repository's own history.</summary>
/// <param name="root">The repository's folder.</param>
internal sealed class EarlierRelease(string root)
{
    /// <summary>
    /// The release before what is checked out: the last tag before it; without tags the last commit that stored conversations
    /// in the form before today's, which is where the newest row of the golden files came in.
    /// </summary>
    /// <exception cref="InvalidOperationException">The history has neither.</exception>
    public async Task<string> FindAsync()
    {
        var tags = await GitAsync("tag", "--merged", "HEAD", "--no-contains", "HEAD", "--sort=-version:refname");
        if (tags.Length > 0) return tags.Split('\n')[0];
        var newest = await GitAsync("log", "-1", "--diff-filter=A", "--format=%P", "--", "tests/Unit/Conversations/golden/*.json");
        return newest.Length > 0 ? newest.Split(' ')[0] : throw new InvalidOperationException("The history holds no earlier release: name one with --from.");
    }

    /// <summary>Builds its silo in a folder. Returns the program.</summary>
    /// <param name="reference">A tag or a commit.</param>
    /// <param name="folder">An empty folder.</param>
    /// <exception cref="InvalidOperationException">It is not in this repository, or does not build.</exception>
    public async Task<string> BuildAsync(string reference, string folder)
    {
        await TakeAsync(reference, folder);
        await RunAsync("dotnet", "build", Path.Combine(folder, "src", "Silo"), "-c", Binaries.Configuration, "-v", "quiet");
        return Path.Combine(folder, "src", "Silo", "bin", Binaries.Configuration, Binaries.Framework, "OutletBot.Silo.dll");
    }

    /// <summary>Lays its sources out in a folder.</summary>
    public async Task TakeAsync(string reference, string folder)
    {
        Directory.CreateDirectory(folder);
        var archive = Path.Combine(folder, "release.tar");
        await GitAsync("archive", $"--output={archive}", reference);
        await RunAsync("tar", "-xf", archive, "-C", folder);
    }

    private Task<string> GitAsync(params string[] arguments) => RunAsync("git", ["-C", root, .. arguments]);

    private static async Task<string> RunAsync(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said[0].Trim() : throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}: {string.Concat(said)}");
    }
}
