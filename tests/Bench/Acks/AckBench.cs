using OutletBot.Bench.Figures;
using OutletBot.Bench.Processes;

namespace OutletBot.Bench.Acks;

internal sealed record AckPlan(int Connections, TimeSpan Length, int Rounds, int Rate, string Host);

/// <summary>
/// Durable acks beside what the database does by itself. Both take turns in one run on one database, as a machine's speed
/// differs from minute to minute: the ratio is the result.
/// </summary>
internal sealed class AckBench(Stage stage, AckPlan plan)
{
    public async Task RunAsync(IReadOnlyList<StoreKind> kinds, CancellationToken cancellation)
    {
        foreach (var kind in kinds)
        {
            var separate = plan.Host == "gateway" || (plan.Host == "auto" && kind == StoreKind.PostgreSql);
            if (separate && kind == StoreKind.Sqlite) throw new BenchException("--host gateway needs --database postgres: SQLite is for one process.");
            await RunAsync(kind, separate, cancellation);
        }
    }

    private async Task RunAsync(StoreKind kind, bool separate, CancellationToken cancellation)
    {
        var store = await stage.StoreAsync(kind);
        var host = separate ? stage.Gateway(store, Stage.Silent) : stage.Silo(store, Stage.Silent);
        await host.ReadyAsync(separate ? "/health/ready" : "/health/startup", cancellation);
        await RawInserts.PrepareAsync(store, cancellation);
        var load = new Load(host.Port);
        Result.Progress($"ack: {store.Name}, warming up");
        // The rate first: what the closed loop leaves in the inbox keeps the sweeper busy.
        if (plan.Rate > 0) await AtRateAsync(store, separate, load, cancellation);
        await load.ClosedAsync(plan.Connections, TimeSpan.FromSeconds(2), cancellation);
        await RawInserts.RateAsync(store, plan.Connections, TimeSpan.FromSeconds(1), cancellation);

        List<(double Raw, double Lone, Answers Acks)> rounds = [];
        var cpu = TimeSpan.Zero;
        for (var i = 1; i <= plan.Rounds; i++)
        {
            Result.Progress($"ack: {store.Name}, round {i} of {plan.Rounds}");
            var raw = await RawInserts.RateAsync(store, plan.Connections, plan.Length, cancellation);
            // SQLite's writers stand in each other's way: one alone may be faster than many, and that is what counts then.
            var lone = kind == StoreKind.Sqlite ? await RawInserts.RateAsync(store, 1, plan.Length / 2, cancellation) : 0;
            var before = host.Cpu;
            var acks = await load.ClosedAsync(plan.Connections, plan.Length, cancellation);
            cpu += host.Cpu - before;
            rounds.Add((raw, lone, acks));
        }

        var ratios = rounds.Select(r => r.Acks.Rate / Math.Max(r.Raw, r.Lone)).Order().ToArray();
        Result.Print("ack", new
        {
            database = store.Name,
            host = separate ? "gateway" : "silo",
            connections = plan.Connections,
            acksPerSecond = Math.Round(rounds.Average(r => r.Acks.Rate)),
            rawInsertsPerSecond = Math.Round(rounds.Average(r => r.Raw)),
            rawInsertsPerSecondAlone = kind == StoreKind.Sqlite ? Math.Round(rounds.Average(r => r.Lone)) : (double?)null,
            ratio = Math.Round(ratios[ratios.Length / 2], 2),
            cpuMicrosecondsPerAck = Math.Round(cpu.TotalMicroseconds / rounds.Sum(r => r.Acks.Accepted)),
            otherAnswers = rounds.Sum(r => r.Acks.Others),
            milliseconds = Latencies.Of(rounds.SelectMany(r => r.Acks.Times)),
        });

        await stage.EndAsync(host);
    }

    private async Task AtRateAsync(Store store, bool separate, Load load, CancellationToken cancellation)
    {
        // Long enough for the runtime to compile what is used most once more.
        await load.OpenAsync(plan.Rate, TimeSpan.FromSeconds(15), cancellation);
        Result.Progress($"ack: {store.Name}, {plan.Rate} a second");
        var open = await load.OpenAsync(plan.Rate, plan.Length * 2, cancellation);
        Result.Print("ack-rate", new
        {
            database = store.Name,
            host = separate ? "gateway" : "silo",
            rate = plan.Rate,
            acksPerSecond = Math.Round(open.Rate),
            otherAnswers = open.Others,
            milliseconds = Latencies.Of(open.Times),
        });
    }
}
