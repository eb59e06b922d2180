using System.CommandLine;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using OutletBot.Inbox;
using OutletBot.Persistence;
using OutletBot.Persistence.Migrations;
using OutletBot.Support;

namespace OutletBot.Fuzz;

/// <summary>The command line: sends spoilt webhooks through the real handler and stops at the first that is not answered as it must be.</summary>
internal static class FuzzCommand
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    public static RootCommand Create()
    {
        var count = new Option<long>("--count") { Description = "How many bodies", DefaultValueFactory = _ => 100_000 };
        var seed = new Option<int>("--seed") { Description = "The same seed makes the same bodies", DefaultValueFactory = _ => 1 };
        var first = new Option<long>("--first") { Description = "Number of the first body: with --count 1, the one that failed" };
        var store = new Option<string>("--store") { Description = "Where accepted events are committed to", DefaultValueFactory = _ => "none" };
        store.AcceptOnlyFromAmong("none", "sqlite", "postgres");
        var command = new RootCommand("Sends spoilt webhooks through the gateway's own handler.") { count, seed, first, store };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(seed), parsed.GetValue(first), parsed.GetValue(count), parsed.GetValue(store)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int seed, long first, long count, string store, CancellationToken cancellation)
    {
        Console.WriteLine($"seed {seed}, {count} bodies from {first}, store {store}");
        await using var server = store == "postgres" ? await PostgresServer.StartAsync() : null;
        var folder = Directory.CreateTempSubdirectory("outletbot-fuzz-");
        try
        {
            await using var database = store == "none" ? null : Database.Open(server is null ? $"Data Source={Path.Combine(folder.FullName, "fuzz.db")}" : await server.CreateDatabaseAsync());
            if (database is not null) await database.MigrateAsync(NullLogger.Instance, cancellation);
            await using var inbox = database is null ? null : new SqlInbox(database, TimeProvider.System);
            return await RunAsync(seed, first, count, inbox, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> RunAsync(int seed, long first, long count, SqlInbox? inbox, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        var run = new FuzzRun(seed, inbox is null ? Environment.ProcessorCount : 64);
        var running = run.RunAsync(first, count, inbox, cancellation);
        while (await Task.WhenAny(running, Task.Delay(BetweenLines, TimeProvider.System, cancellation)) != running)
            Console.WriteLine($"{run.Sent} sent, {run.Sent / TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} a second");

        if (await running is { } finding)
        {
            Console.WriteLine($"FAILED: seed {seed}, body {finding.Number}: {finding.Wrong}");
            Console.WriteLine($"body, UTF-8: {Encoding.UTF8.GetString(finding.Body)}");
            Console.WriteLine($"body, base64: {Convert.ToBase64String(finding.Body)}");
            return 1;
        }

        Console.WriteLine($"{run.Sent} sent to both webhooks in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s, {run.Accepted} events accepted, none answered otherwise than 200, 202 or 400");
        return 0;
    }
}
