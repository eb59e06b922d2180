using System.Collections.Concurrent;
using OutletBot.Bench.Acks;
using OutletBot.Bench.Figures;
using OutletBot.Bench.Processes;

namespace OutletBot.Bench.Floods;

/// <param name="Connections">That send at the same time, each a new body when the one before is answered.</param>
/// <param name="Length">Of the flood.</param>
/// <param name="Spread">How long each takes for a body.</param>
/// <param name="Rate">Honest webhooks a second.</param>
/// <param name="Forged">Whether the flood shows a signature that is none, instead of the secret.</param>
internal sealed record FloodPlan(int Connections, TimeSpan Length, TimeSpan Spread, int Rate, bool Forged);

/// <summary>What a flood of long, slow bodies takes of a gateway, and what it leaves to those who send short ones.</summary>
internal sealed class FloodBench(Stage stage, FloodPlan plan)
{
    public async Task RunAsync(IReadOnlyList<StoreKind> kinds, CancellationToken cancellation)
    {
        foreach (var kind in kinds)
        {
            var store = await stage.StoreAsync(kind);
            var host = kind == StoreKind.PostgreSql ? stage.Gateway(store, Stage.Silent) : stage.Silo(store, Stage.Silent);
            await host.ReadyAsync(kind == StoreKind.PostgreSql ? "/health/ready" : "/health/startup", cancellation);
            var load = new Load(host.Port);
            Result.Progress($"flood: {store.Name}, warming up");
            await load.OpenAsync(plan.Rate, TimeSpan.FromSeconds(5), cancellation);
            var calm = await load.OpenAsync(plan.Rate, TimeSpan.FromSeconds(5), cancellation);
            var before = host.MemoryMiB("VmHWM");

            Result.Progress($"flood: {store.Name}, {plan.Connections} connections");
            var (answers, honest) = await FloodAsync(host.Port, load, cancellation);
            Result.Print("flood", new
            {
                database = store.Name,
                connections = plan.Connections,
                spreadSeconds = plan.Spread.TotalSeconds,
                forged = plan.Forged,
                answers = answers.OrderBy(answer => answer.Key).ToDictionary(answer => answer.Key == 0 ? "closed" : $"{answer.Key}", answer => answer.Value),
                peakMiBBefore = before,
                peakMiB = host.MemoryMiB("VmHWM"),
                honestRate = plan.Rate,
                honestAccepted = honest.Accepted,
                honestOtherAnswers = honest.Others,
                honestMillisecondsBefore = Latencies.Of(calm.Times),
                honestMilliseconds = Latencies.Of(honest.Times),
            });
            await stage.EndAsync(host);
        }
    }

    private async Task<(IReadOnlyDictionary<int, int> Flood, Answers Honest)> FloodAsync(int port, Load load, CancellationToken cancellation)
    {
        var answers = new ConcurrentDictionary<int, int>();
        using var flooding = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var flood = Task.WhenAll(Enumerable.Range(0, plan.Connections).Select(number => Task.Run(() => OneAsync(number, flooding.Token), cancellation)));
        var honest = await load.OpenAsync(plan.Rate, plan.Length, cancellation);
        await flooding.CancelAsync();
        await flood.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
        return (answers, honest);

        async Task OneAsync(int number, CancellationToken ended)
        {
            var proof = plan.Forged ? "X-GHL-Signature: Zm9yZ2Vk" : $"Authorization: Bearer {Stage.Secret}";
            for (var body = 0; !ended.IsCancellationRequested; body++)
                answers.AddOrUpdate(await SlowBody.SendAsync(port, proof, plan.Spread, $"flood-{number}-{body}", ended), 1, (_, count) => count + 1);
        }
    }
}
