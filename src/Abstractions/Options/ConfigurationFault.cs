using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Runtime;

namespace OutletBot.Options;

/// <summary>A wrong configuration, told in one line that names the key, what is wrong, and an example.</summary>
public sealed class ConfigurationFaultException(string message) : Exception(message);

/// <summary>Ends a process whose configuration is wrong with one line instead of a stack trace.</summary>
public static partial class ConfigurationFault
{
    /// <summary>The exit code of a process with a wrong configuration: <c>EX_CONFIG</c> of sysexits.h.</summary>
    public const int ExitCode = 78;

    /// <summary>The exit code of a process that found no database to start with: <c>EX_UNAVAILABLE</c>; another start may find it.</summary>
    public const int DatabaseAway = 69;

    /// <summary>Builds a host, checks its options and runs it.</summary>
    /// <returns>0 after an orderly stop, <see cref="ExitCode"/> when the configuration is wrong, <see cref="DatabaseAway"/> when the database is away.</returns>
    public static async Task<int> RunAsync(Func<IHost> build)
    {
        try
        {
            using var host = build();
            host.CheckOptions();
            host.CheckListening();
            await RunAsync(host);
            return 0;
        }
        catch (Exception fault) when (Describe(fault) is { } line)
        {
            await Console.Error.WriteLineAsync(line);
            return ExitCode;
        }
        catch (DbException fault)
        {
            await Console.Error.WriteLineAsync(ConfigurationFindings.Line("ConnectionStrings:OutletBot", $"the database cannot be used: {OneLine(fault.Message).TrimEnd('.')}"));
            return DatabaseAway;
        }
    }

    private static async Task RunAsync(IHost host)
    {
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        try
        {
            await host.StartAsync();
            await host.WaitForShutdownAsync();
        }
        catch (Exception fault) when (lifetime.ApplicationStopping.IsCancellationRequested && IsCancellation(fault))
        {
            // It was asked to end while it still waited for a silo, and serves all the same: it ends as one that had found it.
            await StopAsync(host);
        }
    }

    /// <summary>Orleans has an exception of its own for it, and services that start together may tell of it together.</summary>
    private static bool IsCancellation(Exception fault) => fault switch
    {
        AggregateException several => several.InnerExceptions.All(IsCancellation),
        _ => fault is OperationCanceledException or OrleansLifecycleCanceledException,
    };

    private static async Task StopAsync(IHost host)
    {
        try
        {
            await host.StopAsync();
        }
        catch (InvalidOperationException)
        {
            // Orleans refuses to stop a silo that has not begun, and has nothing to stop; all else has been by then.
        }
    }

    /// <summary>
    /// Checks the options that are validated at start. The host does so too, but logs a stack trace where one line is wanted.
    /// </summary>
    /// <exception cref="OptionsValidationException">A value is wrong.</exception>
    public static void CheckOptions(this IHost host) => host.Services.GetService<IStartupValidator>()?.Validate();

    private static void CheckListening(this IHost host)
    {
        var http = host.Services.GetService<IServer>() is null ? [] : HttpListening.Of(host.Services.GetRequiredService<IConfiguration>());
        foreach (var point in http.Concat(host.Services.GetServices<ListeningPoint>())) point.Check();
    }

    /// <summary>One line for an exception that a wrong configuration caused; null for any other.</summary>
    public static string? Describe(Exception exception) => exception switch
    {
        ConfigurationFaultException fault => OneLine(fault.Message),
        OptionsValidationException fault => OneLine(string.Join("; ", fault.Failures)),
        AggregateException several => DescribeAll(several),
        InvalidOperationException unparsable when Unparsable().Match(unparsable.Message) is { Success: true } match =>
            ConfigurationFindings.Line(match.Groups["key"].Value, $"'{match.Groups["value"].Value}' is not a {Noun(match.Groups["type"].Value)}"),
        _ => null,
    };

    private static string? DescribeAll(AggregateException several)
    {
        var lines = several.Flatten().InnerExceptions.Select(Describe).ToList();
        return lines.Count > 0 && lines.TrueForAll(line => line is not null) ? string.Join("; ", lines) : null;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Noun(string type) => type switch
    {
        "System.TimeSpan" => "duration",
        "System.Boolean" => "true or false",
        "System.Decimal" or "System.Int32" or "System.Int64" or "System.Double" => "number",
        _ => type,
    };

    [GeneratedRegex("configuration value '(?<value>.*)' at '(?<key>[^']+)' to type '(?<type>[^']+)'", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unparsable();
}
