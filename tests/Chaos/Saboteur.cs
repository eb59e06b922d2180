namespace OutletBot.Chaos;

/// <summary>A fault that happened.</summary>
internal sealed record Fault(string Name, DateTimeOffset From, DateTimeOffset Until);

/// <summary>Breaks one thing after another, in an order that its seed picks; each kind comes before any comes again.</summary>
internal sealed class Saboteur(Rig rig, int seed, string? only)
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(4);

    private readonly Random _random = new(seed);

    public List<Fault> Done { get; } = [];

    public async Task WorkAsync(CancellationToken ending)
    {
        (string Name, Func<Task> Act)[] faults =
        [
            ("none", () => Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System)),
            ("silo killed", async () => await DiesAsync(AnySilo(), TimeSpan.FromSeconds(6))),
            ("silo frozen", async () => await FreezesAsync(AnySilo(), TimeSpan.FromSeconds(12))),
            ("silo terminated", async () => await RollsAsync(AnySilo())),
            ("gateway killed", async () => await DiesAsync(AnyGateway(), TimeSpan.FromSeconds(3))),
            ("gateway frozen", async () => await FreezesAsync(AnyGateway(), TimeSpan.FromSeconds(5))),
            ("gateway terminated", async () => await RollsAsync(AnyGateway())),
            ("sql restarted", rig.Postgres.RestartAsync),
            ("sql away", SqlAwayAsync),
            ("ghl loses answers", async () => await SuppliersAsync(new { target = "ghl", kind = "effectThenReset", method = "POST", probability = 0.4 })),
            ("ghl slow", async () => await SuppliersAsync(new { target = "ghl", kind = "latency", latencyMs = 10_000, probability = 0.3 })),
            ("ghl limits", async () => await SuppliersAsync(new { target = "ghl", kind = "rateLimit", retryAfter = 1, probability = 0.3 })),
            ("ghl hangs", async () => await SuppliersAsync(new { target = "ghl", kind = "hang", probability = 0.1 })),
            ("ghl fails", async () => await SuppliersAsync(new { target = "ghl", kind = "status", status = 503, probability = 0.5 })),
            ("model hangs", async () => await SuppliersAsync(new { target = "openai", kind = "hang", probability = 0.5 })),
            ("ghl and the model hang", async () => await SuppliersAsync(new { target = "ghl", kind = "hang" }, new { target = "openai", kind = "hang" })),
            ("model malformed", async () => await SuppliersAsync(new { target = "openai", kind = "malformed", probability = 0.5 })),
            ("model limits", async () => await SuppliersAsync(new { target = "openai", kind = "rateLimit", probability = 0.8 })),
            ("silo killed while ghl loses answers", async () => await Task.WhenAll(
                SuppliersAsync(new { target = "ghl", kind = "effectThenReset", method = "POST", probability = 0.5 }), DiesAsync(AnySilo(), TimeSpan.FromSeconds(5)))),
        ];
        if (only is not null)
        {
            var wanted = only.Split(',', StringSplitOptions.TrimEntries);
            if (wanted.Except(faults.Select(f => f.Name)).ToArray() is { Length: > 0 } unknown)
                throw new InvalidOperationException($"No faults: {string.Join(", ", unknown)}. There are: {string.Join(", ", faults.Select(f => f.Name))}.");
            faults = [.. faults.Where(f => wanted.Contains(f.Name))];
        }

        while (!ending.IsCancellationRequested)
        {
            // Deaths of silos come in the first minutes, so that a short run has them too.
            foreach (var (name, act) in faults.OrderBy(f => _random.Next() - (f.Name.StartsWith("silo", StringComparison.Ordinal) || f.Name.StartsWith("sql", StringComparison.Ordinal) ? int.MaxValue / 2 : 0)))
            {
                if (ending.IsCancellationRequested) return;
                var from = TimeProvider.System.GetUtcNow();
                Console.WriteLine($"{from:HH:mm:ss}  {name}");
                await act();
                Done.Add(new Fault(name, from, TimeProvider.System.GetUtcNow()));
                await Task.Delay(Calm, TimeProvider.System, CancellationToken.None);
            }
        }
    }

    private Node AnySilo() => rig.Silos[_random.Next(rig.Silos.Count)];

    private Node AnyGateway() => rig.Gateways[_random.Next(rig.Gateways.Count)];

    private static async Task DiesAsync(Node node, TimeSpan away)
    {
        await node.KillAsync();
        await Task.Delay(away, TimeProvider.System);
        node.Start();
    }

    private static async Task FreezesAsync(Node node, TimeSpan away)
    {
        await node.FreezeAsync();
        await Task.Delay(away, TimeProvider.System);
        await node.ThawAsync();
    }

    private static async Task RollsAsync(Node node)
    {
        await node.TerminateAsync(TimeSpan.FromSeconds(30));
        node.Start();
    }

    private async Task SqlAwayAsync()
    {
        await rig.Postgres.StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System);
        await rig.Postgres.LaunchAsync();
    }

    private async Task SuppliersAsync(params object[] rules)
    {
        await rig.TellSimulatorAsync(HttpMethod.Put, "faults", rules);
        await Task.Delay(TimeSpan.FromSeconds(6), TimeProvider.System);
        await rig.TellSimulatorAsync(HttpMethod.Delete, "faults", null);
    }

    /// <summary>Makes sure that everything runs, so that what is still missing at the end is missing for good.</summary>
    public async Task HealAsync()
    {
        await rig.TellSimulatorAsync(HttpMethod.Delete, "faults", null);
        foreach (var node in rig.Silos.Concat(rig.Gateways)) Console.WriteLine($"          {node.Name} ended {node.Falls} times unasked");
    }
}
