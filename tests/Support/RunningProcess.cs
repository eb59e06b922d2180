using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OutletBot.Support;

/// <summary>One of the product's programs as a process of its own, with all that it says kept.</summary>
public sealed class RunningProcess : IAsyncDisposable
{
    private static readonly string[] Inherited =
        ["PORT", "OPENAI_", "GHL_", "TIMEZONE", "MIN_BUDGET", "ASPNETCORE_", "DOTNET_ENVIRONMENT", "ConnectionStrings__", "OTEL_"];

    private readonly Process process;
    private readonly StringBuilder said = new();

    private RunningProcess(Process process, Uri url)
    {
        (this.process, Url) = (process, url);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it serves HTTP.</summary>
    public Uri Url { get; }

    /// <summary>Everything it has said so far.</summary>
    public string Output
    {
        get
        {
            lock (said) return said.ToString();
        }
    }

    /// <summary>The lines of <see cref="Output"/>.</summary>
    public IReadOnlyList<string> Lines => Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>Starts a program of <c>src</c>: <c>Silo</c>, <c>Gateway</c> or <c>Simulator</c>.</summary>
    /// <param name="program">Its project.</param>
    /// <param name="url">Where it serves HTTP.</param>
    /// <param name="settings">Configuration, keys with colons. Nothing of the test's own environment configures it.</param>
    /// <param name="arguments">Its command line.</param>
    public static RunningProcess Start(string program, Uri url, IReadOnlyDictionary<string, string> settings, params IEnumerable<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var start = new ProcessStartInfo("dotnet", [PathOf(program), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys.Where(key => Inherited.Any(prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ToList())
            start.Environment.Remove(name);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = url?.ToString().TrimEnd('/');
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new RunningProcess(Process.Start(start)!, url!);
    }

    /// <summary>An address of this machine that nobody listens on.</summary>
    public static Uri FreeAddress() => new($"http://127.0.0.1:{FreePort()}");

    /// <summary>A loopback port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Where a program of <c>src</c> was built to.</summary>
    // tests/X/bin/Debug/net10.0 -> src/Silo/bin/Debug/net10.0
    public static string PathOf(string program)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var root = here.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        var file = Path.Combine(root, "src", program, "bin", here.Parent.Name, here.Name, $"OutletBot.{program}.dll");
        return File.Exists(file) ? file : throw new FileNotFoundException($"Build src/{program} first.", file);
    }

    /// <summary>Waits until a path answers 200.</summary>
    /// <exception cref="TimeoutException">It did not in time; the message holds what the process said.</exception>
    public async Task<RunningProcess> AnswersAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = Url, Timeout = TimeSpan.FromSeconds(5) };
        await Eventually.TrueAsync(
            async () =>
            {
                if (HasExited) throw new InvalidOperationException($"The process ended with {process.ExitCode}:\n{Output}");
                try
                {
                    using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
                    return answer.IsSuccessStatusCode;
                }
                catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
                {
                    return false;
                }
            },
            TimeSpan.FromSeconds(60),
            () => $"{Url}{path.TrimStart('/')} does not answer:\n{Output}");
        return this;
    }

    /// <summary>Waits until it has said something.</summary>
    public async Task<RunningProcess> SaysAsync(string text)
    {
        await Eventually.TrueAsync(
            () => Output.Contains(text, StringComparison.Ordinal) || HasExited ? Task.FromResult(true) : Task.FromResult(false),
            TimeSpan.FromSeconds(60),
            () => $"It never said '{text}':\n{Output}");
        if (!Output.Contains(text, StringComparison.Ordinal)) throw new InvalidOperationException($"The process ended before it said '{text}':\n{Output}");
        return this;
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as an orchestrator does.</summary>
    public Task TerminateAsync() => SignalAsync("-TERM");

    /// <summary>Stops it where it stands, as a machine that is paused would.</summary>
    public Task FreezeAsync() => SignalAsync("-STOP");

    /// <summary>Lets it go on after <see cref="FreezeAsync"/>.</summary>
    public Task ThawAsync() => SignalAsync("-CONT");

    /// <summary>Waits for its end and returns the exit code.</summary>
    /// <exception cref="TimeoutException">It still runs.</exception>
    public async Task<int> ExitAsync(TimeSpan within)
    {
        await process.WaitForExitAsync().WaitAsync(within);
        return process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (said) said.AppendLine(line);
    }
}
