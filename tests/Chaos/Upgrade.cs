namespace OutletBot.Chaos;

/// <summary>Replaces the silos of an earlier release one after the other, while leads write, and then takes one step back and forward again.</summary>
internal sealed class Upgrade(Rig rig)
{
    private static readonly TimeSpan SideBySide = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PatienceWithAnEnd = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceWithAStart = TimeSpan.FromMinutes(1);

    public List<Fault> Done { get; } = [];

    /// <exception cref="InvalidOperationException">A silo did not start, ended by itself, or works beside the cluster of the others.</exception>
    public async Task WorkAsync()
    {
        var earlier = rig.Silos[0].Program;
        foreach (var silo in rig.Silos) await ReplaceAsync(silo, Binaries.Of("Silo"), "upgraded");
        // What the next release has stored must be good for the earlier one too, as long as both run.
        await ReplaceAsync(rig.Silos[0], earlier, "taken back");
        await ReplaceAsync(rig.Silos[0], Binaries.Of("Silo"), "upgraded");
    }

    private async Task ReplaceAsync(Node silo, string program, string what)
    {
        var from = TimeProvider.System.GetUtcNow();
        Console.WriteLine($"{from:HH:mm:ss}  {silo.Name} {what}");
        var ended = await silo.TerminateAsync(PatienceWithAnEnd);
        if (ended >= PatienceWithAnEnd) throw new InvalidOperationException($"{silo.Name} did not end when it was asked to.");
        silo.Program = program;
        silo.Start();
        if (await Task.WhenAny(silo.Started, Task.Delay(PatienceWithAStart, TimeProvider.System)) != silo.Started)
            throw new InvalidOperationException($"{silo.Name}, {what}, did not start.");
        await Task.Delay(SideBySide, TimeProvider.System);
        if (rig.Silos.FirstOrDefault(s => s.Falls > 0) is { } fallen) throw new InvalidOperationException($"{fallen.Name} ended unasked.");
        var members = await rig.ActiveSilosAsync();
        if (members != rig.Silos.Count) throw new InvalidOperationException($"{members} silos of {rig.Silos.Count} are in the cluster.");
        Done.Add(new Fault($"{silo.Name} {what}", from, TimeProvider.System.GetUtcNow()));
    }
}
