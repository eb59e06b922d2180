using System.Diagnostics;

namespace OutletBot.Bench.Processes;

/// <summary>Where the programs to be measured are.</summary>
internal static class Binaries
{
    private static readonly string Root = FindRoot();

    /// <summary>A program of the same build as the bench.</summary>
    public static string Built(string project)
    {
        var build = new DirectoryInfo(AppContext.BaseDirectory);
        var file = Path.Combine(Root, "src", project, "bin", build.Parent!.Name, build.Name, $"OutletBot.{project}.dll");
        return File.Exists(file) ? file : throw new BenchException($"{file} is missing: build src/{project} first.");
    }

    /// <summary>Publishes the silo with ReadyToRun code into a folder, as a container image holds it.</summary>
    public static async Task<string> PublishAsync(string folder, CancellationToken cancellation)
    {
        var (output, intermediate) = (Path.Combine(folder, "out"), Path.Combine(folder, "obj"));
        string[] arguments =
        [
            "publish", Path.Combine(Root, "src", "Silo"), "-c", "Release", "-r", "linux-x64", "--self-contained", "false", "-p:PublishReadyToRun=true", "-v", "quiet", "-nologo",
            "--artifacts-path", intermediate, "-o", output,
        ];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        try
        {
            var said = await publish.StandardOutput.ReadToEndAsync(cancellation);
            await publish.WaitForExitAsync(cancellation);
            if (publish.ExitCode != 0) throw new BenchException($"dotnet publish failed: {said}");
        }
        catch (OperationCanceledException)
        {
            publish.Kill(entireProcessTree: true);
            throw;
        }

        return Path.Combine(output, "OutletBot.Silo.dll");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OutletBot.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new BenchException("The repository was not found above the bench's own folder.");
    }
}
