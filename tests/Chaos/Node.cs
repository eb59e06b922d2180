using System.Diagnostics;
using System.Globalization;

namespace OutletBot.Chaos;

/// <summary>
/// One process of the system, which can be ended, stopped and started again on the same ports. One that ends unasked is started
/// again, as whatever runs it in production does.
/// </summary>
internal sealed class Node(string name, string program, IReadOnlyDictionary<string, string> settings, string folder) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _started = NewStart();
    private Process? _process;
    private StreamWriter? _log;
    private bool _wanted;

    public string Name => name;

    /// <summary>What <see cref="Start"/> runs.</summary>
    public string Program { get; set; } = program;

    public bool Runs => _process is { HasExited: false };

    /// <summary>How often it ended unasked.</summary>
    public int Falls { get; private set; }

    /// <summary>Ends when a silo has said that everything in it has started, since it was last launched.</summary>
    public Task Started
    {
        get
        {
            lock (_gate) return _started.Task;
        }
    }

    public void Start()
    {
        lock (_gate)
        {
            _wanted = true;
            if (!Runs) Launch();
        }
    }

    private void Launch()
    {
        var start = new ProcessStartInfo("dotnet", [Program]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var (key, value) in settings) start.Environment[key] = value;
        var log = _log ??= new StreamWriter(Path.Combine(folder, $"{name}.log"), append: true) { AutoFlush = true };
        if (_started.Task.IsCompleted) _started = NewStart();
        var started = _started;
        _process?.Dispose();
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.Exited += (_, _) => Fall();
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("  Brain  ", StringComparison.Ordinal) == true) started.TrySetResult();
            Write(log, line.Data);
        };
        _process.ErrorDataReceived += (_, line) => Write(log, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        lock (_gate) _wanted = false;
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
        lock (_gate) _wanted = false;
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

    private static TaskCompletionSource NewStart() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Fall()
    {
        lock (_gate)
        {
            if (!_wanted || Runs) return;
            Falls++;
            Launch();
        }
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
