using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace OutletBot.Support;

/// <summary>
/// A PostgreSQL server for one test run: the machine's own binaries on a free loopback port with a throw-away data directory,
/// or the server that <c>OUTLETBOT_TEST_POSTGRES</c> names, which cannot be restarted.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly string? given = Environment.GetEnvironmentVariable("OUTLETBOT_TEST_POSTGRES");
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"outletbot-pg-{Guid.NewGuid():N}");
    private readonly int port = FreePort();
    private Process? server;

    private PostgresServer()
    {
    }

    /// <summary>Starts a server and returns when it takes connections.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        var postgres = new PostgresServer();
        if (postgres.given is not null) return postgres;

        Directory.CreateDirectory(postgres.folder);
        await RunAsync("chmod", "777", postgres.folder);
        await RunAsUserAsync(Binary("initdb"), "-D", postgres.DataFolder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        await postgres.LaunchAsync();
        return postgres;
    }

    /// <summary>Makes a fresh, empty database and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"t{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Ends the server at once, as a crash would, and starts it on the same data and port.</summary>
    public async Task RestartAsync()
    {
        await StopAsync("-QUIT");
        await LaunchAsync();
    }

    /// <summary>Ends the server at once and leaves it down.</summary>
    public Task StopAsync() => StopAsync("-QUIT");

    /// <summary>Starts a stopped server on the same data and port.</summary>
    public async Task LaunchAsync()
    {
        if (given is not null) throw new InvalidOperationException("A server given by OUTLETBOT_TEST_POSTGRES cannot be started here.");
        var (file, arguments) = AsUser(Binary("postgres"),
            "-D", DataFolder, "-p", port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=100");
        server = Process.Start(new ProcessStartInfo(file, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" })!;
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string>();
        server.ErrorDataReceived += (_, line) =>
        {
            lock (said) said.Add(line.Data ?? "(end)");
            if (line.Data?.Contains("ready to accept connections", StringComparison.Ordinal) == true) ready.TrySetResult();
            if (line.Data is null) ready.TrySetException(new InvalidOperationException($"PostgreSQL did not start: {string.Join(" / ", said)}"));
        };
        server.BeginErrorReadLine();
        server.BeginOutputReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (given is not null) return;
        await StopAsync("-INT");
        Directory.Delete(folder, recursive: true);
    }

    private string DataFolder => Path.Combine(folder, "data");

    private string ConnectionString(string database) => given is null
        ? $"Host=127.0.0.1;Port={port};Username=postgres;Database={database}"
        : new NpgsqlConnectionStringBuilder(given) { Database = database }.ConnectionString;

    private async Task StopAsync(string signal)
    {
        if (given is not null) throw new InvalidOperationException("A server given by OUTLETBOT_TEST_POSTGRES cannot be stopped here.");
        if (server is null) return;

        // The first line of its pid file names the server itself, whatever program changed the user for it.
        var pid = (await File.ReadAllLinesAsync(Path.Combine(DataFolder, "postmaster.pid")))[0];
        await RunAsync("kill", signal, pid);
        await server.WaitForExitAsync();
        server.Dispose();
        server = null;
    }

    private static string Binary(string name) => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin", name)).First(File.Exists)
        : name;

    // PostgreSQL refuses to run as root.
    private static (string File, string[] Arguments) AsUser(string file, params string[] arguments) => Environment.IsPrivilegedProcess
        ? ("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", file, .. arguments])
        : (file, arguments);

    private static Task RunAsUserAsync(string file, params string[] arguments)
    {
        var (program, all) = AsUser(file, arguments);
        return RunAsync(program, all);
    }

    private static async Task RunAsync(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{file} ended with {process.ExitCode}: {string.Concat(said)}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
