using System.Diagnostics;
using System.Globalization;

namespace OutletBot.Chaos;

/// <summary>One process of the system, which can be ended, stopped and started again on the same ports.</summary>
internal sealed class Node(string name, string program, IReadOnlyDictionary<string, string> settings, string folder) : IAsyncDisposable
{
    private Process? _process;
    private StreamWriter? _log;

    public string Name => name;

    public bool Runs => _process is { HasExited: false };

    public void Start()
    {
        var start = new ProcessStartInfo("dotnet", [program]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var (key, value) in settings) start.Environment[key] = value;
        var log = _log ??= new StreamWriter(Path.Combine(folder, $"{name}.log"), append: true) { AutoFlush = true };
        _process?.Dispose();
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Write(log, line.Data);
        _process.ErrorDataReceived += (_, line) => Write(log, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        if (!Runs) return;
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    public Task FreezeAsync() => SignalAsync("-STOP");

    public Task ThawAsync() => SignalAsync("-CONT");

    /// <summary>Asks it to end, as a rollout does, and ends it when it has not done so in time.</summary>
    public async Task<TimeSpan> TerminateAsync(TimeSpan patience)
    {
        var begun = Stopwatch.StartNew();
        await SignalAsync("-TERM");
        try
        {
            await _process!.WaitForExitAsync().WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            await KillAsync();
        }

        return begun.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        if (Runs) await KillAsync();
        _process?.Dispose();
        if (_log is not null) await _log.DisposeAsync();
    }

    private async Task SignalAsync(string signal)
    {
        if (!Runs) return;
        using var kill = Process.Start("kill", [signal, _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private static void Write(StreamWriter log, string? line)
    {
        if (line is null) return;
        lock (log) log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {line}"));
    }
}
