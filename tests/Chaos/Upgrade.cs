namespace OutletBot.Chaos;

/// <summary>Replaces the silos of an earlier release one after the other, while leads write, and then takes one step back and forward again.</summary>
internal sealed class Upgrade(Rig rig)
{
    private static readonly TimeSpan SideBySide = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PatienceWithAnEnd = TimeSpan.FromSeconds(30);

    public List<Fault> Done { get; } = [];

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
        await silo.TerminateAsync(PatienceWithAnEnd);
        silo.Program = program;
        silo.Start();
        await Task.Delay(SideBySide, TimeProvider.System);
        Done.Add(new Fault($"{silo.Name} {what}", from, TimeProvider.System.GetUtcNow()));
    }
}
