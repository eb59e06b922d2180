using System.CommandLine;
using OutletBot.Bench.Acks;
using OutletBot.Bench.Floods;
using OutletBot.Bench.Memory;
using OutletBot.Bench.Processes;
using OutletBot.Bench.Starts;
using OutletBot.Bench.Turns;

namespace OutletBot.Bench;

/// <summary>The command line. Results go to standard output, a JSON line each; progress goes to standard error.</summary>
internal static class BenchCommand
{
    public static RootCommand Create() => new("Measures the real processes over HTTP against the simulator in a process of its own.")
    {
        Ack(),
        Turns(),
        Start(),
        Memory(),
        Flood(),
    };

    private static Command Ack()
    {
        var database = Databases("both");
        var connections = new Option<int>("--connections") { Description = "Connections, the same number for webhooks and raw inserts", DefaultValueFactory = _ => 64 };
        var seconds = new Option<double>("--seconds") { Description = "Length of one measurement", DefaultValueFactory = _ => 4 };
        var rounds = new Option<int>("--rounds") { Description = "Raw and acks take turns this often", DefaultValueFactory = _ => 3 };
        var rate = new Option<int>("--rate") { Description = "Webhooks a second that arrive whatever the answers do; 0 leaves this out", DefaultValueFactory = _ => 500 };
        var host = new Option<string>("--host") { Description = "gateway: a process of its own, PostgreSQL only; silo: within the silo's", DefaultValueFactory = _ => "auto" };
        host.AcceptOnlyFromAmong("auto", "gateway", "silo");
        var command = new Command("ack", "Webhook acks a second beside raw single-row inserts in the same database, and their latency") { database, connections, seconds, rounds, rate, host };
        command.SetAction((parsed, cancellation) => RunAsync(stage => new AckBench(stage, new AckPlan(
            parsed.GetValue(connections), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(rounds), parsed.GetValue(rate), parsed.GetValue(host)!))
            .RunAsync(Kinds(parsed.GetValue(database)!), cancellation), cancellation));
        return command;
    }

    private static Command Turns()
    {
        var database = Databases("postgres");
        var concurrent = new Option<int[]>("--concurrent") { Description = "Conversations at a time", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1, 50, 200] };
        var seconds = new Option<double>("--seconds") { Description = "Length of one measurement", DefaultValueFactory = _ => 20 };
        var quiet = new Option<double>("--quiet") { Description = "Quiet period, seconds", DefaultValueFactory = _ => 1 };
        var model = new Option<double>("--model") { Description = "The model's latency, seconds; 0: the rule brain answers", DefaultValueFactory = _ => 0.8 };
        var crm = new Option<double>("--crm") { Description = "GHL's latency, seconds", DefaultValueFactory = _ => 0.1 };
        var command = new Command("turns", "Turns a second, and what a turn takes beyond quiet period, model and CRM") { database, concurrent, seconds, quiet, model, crm };
        command.SetAction((parsed, cancellation) => RunAsync(stage => new TurnsBench(stage, new TurnsPlan(
            parsed.GetValue(concurrent)!, TimeSpan.FromSeconds(parsed.GetValue(seconds)), TimeSpan.FromSeconds(parsed.GetValue(quiet)),
            TimeSpan.FromSeconds(parsed.GetValue(model)), TimeSpan.FromSeconds(parsed.GetValue(crm))))
            .RunAsync(Kinds(parsed.GetValue(database)!), cancellation), cancellation));
        return command;
    }

    private static Command Start()
    {
        var database = Databases("both");
        var runs = new Option<int>("--runs") { Description = "Starts on a migrated and on an empty database each", DefaultValueFactory = _ => 5 };
        var jit = new Option<bool>("--jit") { Description = "Start the build output instead of a ReadyToRun publish" };
        var command = new Command("start", "From process start to the first 202") { database, runs, jit };
        command.SetAction((parsed, cancellation) => RunAsync(stage => new StartBench(stage, parsed.GetValue(runs), parsed.GetValue(jit))
            .RunAsync(Kinds(parsed.GetValue(database)!), cancellation), cancellation));
        return command;
    }

    private static Command Memory()
    {
        var database = Databases("postgres");
        var conversations = new Option<int>("--conversations") { DefaultValueFactory = _ => 10_000 };
        var turns = new Option<int>("--turns") { Description = "Turns of each conversation: three messages of the lead and a reply", DefaultValueFactory = _ => 5 };
        var concurrent = new Option<int>("--concurrent") { Description = "Conversations driven at a time", DefaultValueFactory = _ => 64 };
        var limit = new Option<long>("--limit") { Description = "DOTNET_GCHeapHardLimit, MiB; 0: none" };
        var command = new Command("memory", "Working set at rest and with conversations that have all just been active") { database, conversations, turns, concurrent, limit };
        command.SetAction((parsed, cancellation) => RunAsync(stage => new MemoryBench(stage, new MemoryPlan(
            parsed.GetValue(conversations), parsed.GetValue(turns), parsed.GetValue(concurrent), parsed.GetValue(limit)))
            .RunAsync(Kinds(parsed.GetValue(database)!), cancellation), cancellation));
        return command;
    }

    private static Command Flood()
    {
        var database = Databases("both");
        var connections = new Option<int>("--connections") { Description = "Connections that send 256 KiB each, over and over", DefaultValueFactory = _ => 512 };
        var seconds = new Option<double>("--seconds") { Description = "Length of the flood", DefaultValueFactory = _ => 30 };
        var spread = new Option<double>("--spread") { Description = "How long a body takes to be sent, seconds", DefaultValueFactory = _ => 9 };
        var rate = new Option<int>("--rate") { Description = "Honest webhooks a second meanwhile", DefaultValueFactory = _ => 100 };
        var forged = new Option<bool>("--forged") { Description = "The flood shows a forged signature instead of the secret" };
        var command = new Command("flood", "Working set and acks of honest webhooks while many connections send the longest bodies slowly") { database, connections, seconds, spread, rate, forged };
        command.SetAction((parsed, cancellation) => RunAsync(stage => new FloodBench(stage, new FloodPlan(
            parsed.GetValue(connections), TimeSpan.FromSeconds(parsed.GetValue(seconds)), TimeSpan.FromSeconds(parsed.GetValue(spread)), parsed.GetValue(rate), parsed.GetValue(forged)))
            .RunAsync(Kinds(parsed.GetValue(database)!), cancellation), cancellation));
        return command;
    }

    private static Option<string> Databases(string standard)
    {
        var option = new Option<string>("--database") { Description = "sqlite, postgres or both", DefaultValueFactory = _ => standard };
        option.AcceptOnlyFromAmong("sqlite", "postgres", "both");
        return option;
    }

    private static IReadOnlyList<StoreKind> Kinds(string database) => database switch
    {
        "sqlite" => [StoreKind.Sqlite],
        "postgres" => [StoreKind.PostgreSql],
        _ => [StoreKind.Sqlite, StoreKind.PostgreSql],
    };

    /// <summary>Whatever ends the run, Ctrl+C too, ends every process that it started and removes its folder.</summary>
    private static async Task<int> RunAsync(Func<Stage, Task> run, CancellationToken cancellation)
    {
        await using var stage = new Stage();
        try
        {
            await run(stage);
            return 0;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return 130;
        }
        catch (BenchException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (Exception e)
        {
            // A request that is not answered in time ends as a cancellation, which the command line would take for the user's and not mention.
            await Console.Error.WriteLineAsync($"The run broke off: {e}\n{stage.Said()}");
            return 1;
        }
    }
}
