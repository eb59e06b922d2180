using System.Net.Sockets;
using OutletBot.Bench.Acks;
using OutletBot.Bench.Figures;
using OutletBot.Bench.Processes;

namespace OutletBot.Bench.Starts;

/// <summary>From the start of a process to the first webhook that it answers 202.</summary>
internal sealed class StartBench(Stage stage, int runs, bool jit)
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(2);

    public async Task RunAsync(IReadOnlyList<StoreKind> kinds, CancellationToken cancellation)
    {
        if (!jit) Result.Progress("start: publishing with ReadyToRun");
        var assembly = jit ? Binaries.Built("Silo") : await Binaries.PublishAsync(stage.Folder("publish"), cancellation);
        var simulator = await stage.SimulatorAsync(new Dictionary<string, string>(), cancellation);
        foreach (var kind in kinds)
        {
            var migrated = await stage.StoreAsync(kind);
            await OnceAsync(assembly, simulator, migrated, cancellation);
            await MeasureAsync("migrated", kind, () => Task.FromResult(migrated));
            await MeasureAsync("empty", kind, () => stage.StoreAsync(kind));
        }

        async Task MeasureAsync(string state, StoreKind kind, Func<Task<Store>> store)
        {
            List<TimeSpan> times = [];
            for (var i = 0; i < runs; i++)
            {
                times.Add(await OnceAsync(assembly, simulator, await store(), cancellation));
                Result.Progress($"start: {kind}, {state}: {times[^1].TotalMilliseconds:0} ms");
            }

            var sorted = times.Order().ToArray();
            Result.Print("start", new
            {
                database = kind == StoreKind.Sqlite ? "sqlite" : "postgresql",
                state,
                code = jit ? "jit" : "readyToRun",
                runs,
                medianMilliseconds = Math.Round(sorted[runs / 2].TotalMilliseconds),
                bestMilliseconds = Math.Round(sorted[0].TotalMilliseconds),
                worstMilliseconds = Math.Round(sorted[^1].TotalMilliseconds),
            });
        }
    }

    private async Task<TimeSpan> OnceAsync(string assembly, Host simulator, Store store, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        var silo = stage.Silo(store, new Dictionary<string, string> { ["Crm:BaseUrl"] = $"{simulator.Url}/simulator/ghl" }, assembly);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var wire = await Wire.ConnectAsync(silo.Port, cancellation);
                if (await wire.PostAsync("bench-start", Guid.NewGuid().ToString("N"), cancellation) == 202) break;
            }
            catch (Exception e) when (e is SocketException or IOException)
            {
                if (TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromMinutes(1)) throw new BenchException($"No 202 within a minute: {silo.Said()}");
            }

            await Task.Delay(BetweenAttempts, TimeProvider.System, cancellation);
        }

        var took = TimeProvider.System.GetElapsedTime(began);
        await stage.EndAsync(silo);
        return took;
    }
}
