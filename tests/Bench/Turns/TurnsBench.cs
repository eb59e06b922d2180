using System.Globalization;
using OutletBot.Bench.Figures;
using OutletBot.Bench.Leads;
using OutletBot.Bench.Processes;

namespace OutletBot.Bench.Turns;

internal sealed record TurnsPlan(int[] Concurrent, TimeSpan Length, TimeSpan Quiet, TimeSpan Model, TimeSpan Crm);

/// <summary>
/// Leads who answer at once, so many at a time. All times are the simulator's own: from the webhook's ack to GHL's taking
/// the reply, less the quiet period and what the simulator held back for the model and for each CRM request on the way.
/// </summary>
internal sealed class TurnsBench(Stage stage, TurnsPlan plan)
{
    private static readonly string[] Script =
        ["Hola", "soy Carlos, tengo un restaurante", "no me llegan clientes entre semana", "llenar las mesas entre semana", "¿y qué incluye el servicio?", "unos quinientos al mes"];

    public async Task RunAsync(IReadOnlyList<StoreKind> kinds, CancellationToken cancellation)
    {
        foreach (var kind in kinds)
        {
            var store = await stage.StoreAsync(kind);
            var simulator = await stage.SimulatorAsync(
                new Dictionary<string, string> { ["Simulator:GhlLatency"] = Text(plan.Crm), ["Simulator:ModelLatency"] = Text(plan.Model) }, cancellation);
            var settings = new Dictionary<string, string> { ["Conversation:QuietPeriod"] = Text(plan.Quiet), ["Crm:BaseUrl"] = $"{simulator.Url}/simulator/ghl" };
            if (plan.Model > TimeSpan.Zero) (settings["Agent:ApiKey"], settings["Agent:BaseUrl"]) = ("bench", $"{simulator.Url}/simulator/openai/v1");
            var silo = stage.Silo(store, settings);
            await silo.ReadyAsync("/health/startup", cancellation);
            using var client = new SimulatorClient(simulator);
            await client.PointAtAsync(silo, cancellation);

            Result.Progress($"turns: {store.Name}, warming up");
            await DriveAsync(client, "warm", 50, TimeSpan.FromSeconds(8), cancellation);
            foreach (var concurrent in plan.Concurrent)
            {
                await client.ResetAsync(cancellation);
                Result.Progress($"turns: {store.Name}, {concurrent} at a time");
                var (siloCpu, simulatorCpu) = (silo.Cpu, simulator.Cpu);
                var (missed, took) = await DriveAsync(client, $"c{concurrent}", concurrent, plan.Length, cancellation);
                (siloCpu, simulatorCpu) = (silo.Cpu - siloCpu, simulator.Cpu - simulatorCpu);
                var turns = Turn.Of(await client.LedgerAsync(0, null, cancellation), await client.RequestsAsync(cancellation), plan);
                Result.Print("turns", new
                {
                    database = store.Name,
                    concurrent,
                    turns = turns.Count,
                    unanswered = missed,
                    turnsPerSecond = Math.Round(turns.Count / took.TotalSeconds, 1),
                    overheadMilliseconds = Latencies.Of(turns.Select(t => t.Overhead)),
                    ackToReplyMilliseconds = Latencies.Of(turns.Select(t => t.Took)),
                    modelCallsPerTurn = Math.Round(turns.ModelCalls / (double)turns.Count, 2),
                    crmRequestsPerTurn = Math.Round(turns.CrmRequests / (double)turns.Count, 2),
                    siloCpuMillisecondsPerTurn = Math.Round(siloCpu.TotalMilliseconds / turns.Count, 2),
                    simulatorCpuMillisecondsPerTurn = Math.Round(simulatorCpu.TotalMilliseconds / turns.Count, 2),
                    quietSeconds = plan.Quiet.TotalSeconds,
                    modelSeconds = plan.Model.TotalSeconds,
                    crmSeconds = plan.Crm.TotalSeconds,
                });
            }

            await stage.EndAsync(silo);
            await stage.EndAsync(simulator);
        }
    }

    private async Task<(int Missed, TimeSpan Took)> DriveAsync(SimulatorClient client, string name, int concurrent, TimeSpan length, CancellationToken cancellation)
    {
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var replies = new Replies(client, TimeSpan.FromMilliseconds(25));
        var watch = replies.WatchAsync(watching.Token);
        var began = TimeProvider.System.GetTimestamp();
        // Leads do not all write in the same moment.
        var spread = plan.Quiet + plan.Model + plan.Crm + TimeSpan.FromMilliseconds(1);
        await Task.WhenAll(Enumerable.Range(0, concurrent).Select(async i =>
        {
            await Task.Delay(spread * i / concurrent, TimeProvider.System, cancellation);
            for (var lead = 0; TimeProvider.System.GetElapsedTime(began) < length; lead++)
            {
                foreach (var text in Script)
                {
                    if (TimeProvider.System.GetElapsedTime(began) >= length) break;
                    if (!await replies.TalkAsync($"{name}-{i}-{lead}", [text], cancellation)) break;
                }
            }
        }));
        var took = TimeProvider.System.GetElapsedTime(began);
        await watching.CancelAsync();
        await watch.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return (replies.Missed, took);
    }

    private static string Text(TimeSpan time) => time.ToString("c", CultureInfo.InvariantCulture);
}
