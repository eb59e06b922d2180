using System.Globalization;
using OutletBot.Bench.Figures;
using OutletBot.Bench.Leads;
using OutletBot.Bench.Processes;

namespace OutletBot.Bench.Memory;

internal sealed record MemoryPlan(int Conversations, int Turns, int Concurrent, long LimitMiB);

/// <summary>
/// The working set of a silo with its gateway: at rest, and with many conversations that are all still active. A turn is three
/// fragments of a lead and one reply: four messages, so that five turns make a conversation of twenty.
/// </summary>
internal sealed class MemoryBench(Stage stage, MemoryPlan plan)
{
    private const int MessagesPerTurn = 4;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private static readonly string[][] Script =
    [
        ["Hola", "vi su anuncio", "quiero informes"],
        ["soy Carlos", "tengo un restaurante", "en el centro"],
        ["no me llegan clientes entre semana", "los lunes está vacío", "y los martes también"],
        ["quiero llenar las mesas", "sobre todo al mediodía", "y en la noche"],
        ["¿y qué incluye el servicio?", "¿hacen videos?", "¿y fotos?"],
    ];

    public async Task RunAsync(IReadOnlyList<StoreKind> kinds, CancellationToken cancellation)
    {
        foreach (var kind in kinds)
        {
            var store = await stage.StoreAsync(kind);
            var simulator = await stage.SimulatorAsync(new Dictionary<string, string>(), cancellation);
            var settings = new Dictionary<string, string> { ["Conversation:QuietPeriod"] = "00:00:00.2", ["Crm:BaseUrl"] = $"{simulator.Url}/simulator/ghl" };
            var environment = new Dictionary<string, string>();
            // The runtime reads it as a hexadecimal number.
            if (plan.LimitMiB > 0) environment["DOTNET_GCHeapHardLimit"] = (plan.LimitMiB << 20).ToString("X", CultureInfo.InvariantCulture);
            var silo = stage.Silo(store, settings, environment: environment);
            await silo.ReadyAsync("/health/startup", cancellation);
            await Task.Delay(Rest, TimeProvider.System, cancellation);
            Result.Print("memory-at-rest", new { database = store.Name, workingSetMiB = silo.MemoryMiB("VmRSS"), limitMiB = plan.LimitMiB });

            using var client = new SimulatorClient(simulator);
            await client.PointAtAsync(silo, cancellation);
            var began = TimeProvider.System.GetTimestamp();
            var missed = await DriveAsync(client, store.Name, cancellation);
            var took = TimeProvider.System.GetElapsedTime(began);
            var busy = silo.MemoryMiB("VmRSS");
            await Task.Delay(Rest, TimeProvider.System, cancellation);
            Result.Print("memory", new
            {
                database = store.Name,
                conversations = plan.Conversations,
                messagesEach = plan.Turns * MessagesPerTurn,
                turnsEach = plan.Turns,
                unanswered = missed,
                seconds = Math.Round(took.TotalSeconds),
                turnsPerSecond = Math.Round(plan.Conversations * plan.Turns / took.TotalSeconds),
                siloCpuMillisecondsPerTurn = Math.Round(silo.Cpu.TotalMilliseconds / (plan.Conversations * plan.Turns), 2),
                workingSetMiB = busy,
                workingSetMiBAfterwards = silo.MemoryMiB("VmRSS"),
                peakMiB = silo.MemoryMiB("VmHWM"),
                limitMiB = plan.LimitMiB,
            });
            await stage.EndAsync(silo);
            await stage.EndAsync(simulator);
        }
    }

    private async Task<int> DriveAsync(SimulatorClient client, string name, CancellationToken cancellation)
    {
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var replies = new Replies(client, TimeSpan.FromMilliseconds(100));
        var watch = replies.WatchAsync(watching.Token);
        var (next, done) = (-1, 0);
        await Task.WhenAll(Enumerable.Range(0, plan.Concurrent).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var lead && lead < plan.Conversations)
            {
                for (var turn = 0; turn < plan.Turns; turn++)
                    if (!await replies.TalkAsync($"m-{lead}", Script[turn % Script.Length], cancellation)) break;
                if (Interlocked.Increment(ref done) % 1000 == 0) Result.Progress($"memory: {name}, {done} conversations");
            }
        }));
        await watching.CancelAsync();
        await watch.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return replies.Missed;
    }
}
