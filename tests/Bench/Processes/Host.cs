using System.Diagnostics;
using System.Globalization;

namespace OutletBot.Bench.Processes;

/// <summary>One program of ours as a process, listening on a port of its own.</summary>
internal sealed class Host : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly Process process;
    private readonly Queue<string> said = new();

    private Host(Process process, int port)
    {
        this.process = process;
        Port = port;
        Url = $"http://127.0.0.1:{port}";
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    public string Url { get; }

    /// <summary>Whether it runs.</summary>
    public string State => process.HasExited ? $"ended with {process.ExitCode}" : "runs";

    /// <summary>Processor time so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a program and returns at once.</summary>
    /// <param name="assembly">The program's main assembly.</param>
    /// <param name="settings">Configuration, keys with colons.</param>
    /// <param name="environment">Further environment, such as the runtime's.</param>
    public static Host Start(string assembly, IReadOnlyDictionary<string, string> settings, IReadOnlyDictionary<string, string>? environment = null)
    {
        var port = FreePorts.Take();
        var start = new ProcessStartInfo("dotnet", [assembly])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(assembly)!,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        foreach (var (key, value) in environment ?? new Dictionary<string, string>()) start.Environment[key] = value;
        return new Host(Process.Start(start)!, port);
    }

    /// <summary>Waits until a path is answered with success.</summary>
    public async Task ReadyAsync(string path, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(60))
        {
            if (process.HasExited) throw new BenchException($"The process ended: {Said()}");
            try
            {
                using var answer = await Http.GetAsync(new Uri(Url + path), cancellation);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellation);
        }

        throw new BenchException($"{Url}{path} was not answered within a minute: {Said()}");
    }

    /// <summary>A figure of the kernel's about the process, in MiB: <c>VmRSS</c>, <c>VmHWM</c>.</summary>
    public double MemoryMiB(string figure)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith(figure, StringComparison.Ordinal));
        return Math.Round(double.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024, 1);
    }

    public string Said()
    {
        lock (said) return string.Join(" / ", said);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (said)
        {
            said.Enqueue(line);
            if (said.Count > 20) said.Dequeue();
        }
    }
}
