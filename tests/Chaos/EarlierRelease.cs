using System.Diagnostics;

namespace OutletBot.Chaos;

/// <summary>An earlier state of the product, built from the repository's own history.</summary>
internal static class EarlierRelease
{
    /// <summary>The last commit before this release's; a release moves it on.</summary>
    public const string Default = "1373a35c3d10ae28cc3944803be212c4c8ff9503";

    /// <summary>Builds its silo in a folder. Returns the program.</summary>
    /// <param name="reference">A tag or a commit.</param>
    /// <param name="folder">An empty folder.</param>
    /// <exception cref="InvalidOperationException">It is not in this repository, or does not build.</exception>
    public static async Task<string> BuildAsync(string reference, string folder)
    {
        Directory.CreateDirectory(folder);
        var archive = Path.Combine(folder, "release.tar");
        await RunAsync("git", "-C", Binaries.Root, "archive", $"--output={archive}", reference);
        await RunAsync("tar", "-xf", archive, "-C", folder);
        await RunAsync("dotnet", "build", Path.Combine(folder, "src", "Silo"), "-c", Binaries.Configuration, "-v", "quiet");
        return Path.Combine(folder, "src", "Silo", "bin", Binaries.Configuration, Binaries.Framework, "OutletBot.Silo.dll");
    }

    private static async Task RunAsync(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}: {string.Concat(said)}");
    }
}
