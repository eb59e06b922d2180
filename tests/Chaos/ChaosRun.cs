using System.Text.Json;

namespace OutletBot.Chaos;

/// <summary>One run: leads write while things break, then everything is counted.</summary>
internal static class ChaosRun
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan PatienceForQuiet = TimeSpan.FromMinutes(2);

    /// <summary>Breaks one thing after another.</summary>
    public static async Task<Result> RunAsync(RunOptions options)
    {
        var folder = NewFolder();
        await using var rig = await Rig.StartAsync(folder);
        var saboteur = new Saboteur(rig, options.Seed, options.Only);
        var duration = options.Duration!.Value;
        Console.WriteLine($"seed {options.Seed}, {duration.TotalSeconds:0} s, logs in {folder}");
        using var ending = new CancellationTokenSource(duration);
        return await RunAsync(rig, options, async () =>
        {
            await saboteur.WorkAsync(ending.Token);
            await saboteur.HealAsync();
            return saboteur.Done;
        });
    }

    /// <summary>Replaces the silos of an earlier release by this one's.</summary>
    public static async Task<Result> UpgradeAsync(RunOptions options)
    {
        var folder = NewFolder();
        var release = new EarlierRelease(Binaries.Root);
        var earlier = options.From ?? await release.FindAsync();
        Console.WriteLine($"seed {options.Seed}, from {earlier}, logs in {folder}");
        await using var rig = await Rig.StartAsync(folder, await release.BuildAsync(earlier, Path.Combine(folder, "release")));
        var upgrade = new Upgrade(rig);
        return await RunAsync(rig, options, async () =>
        {
            await upgrade.WorkAsync();
            return upgrade.Done;
        });
    }

    private static string NewFolder() => Path.Combine(Path.GetTempPath(), $"outletbot-chaos-{Guid.NewGuid():N}");

    /// <summary>Leads write as long as the work takes.</summary>
    private static async Task<Result> RunAsync(Rig rig, RunOptions options, Func<Task<List<Fault>>> workAsync)
    {
        using var balancer = new Balancer(rig.GatewayUrls);
        using var sender = new Sender(balancer);
        var ledger = new Ledger(rig);
        var leads = new Leads(rig, sender, ledger, options);
        using var following = new CancellationTokenSource();
        var follow = Task.WhenAll(ledger.FollowAsync(following.Token), balancer.ProbeAsync(following.Token));
        List<Fault> faults;
        using (var ending = new CancellationTokenSource())
        {
            var writing = leads.WriteAsync(ending.Token);
            await Task.Delay(Settling, TimeProvider.System);
            faults = await workAsync();
            await ending.CancelAsync();
            await writing;
        }

        var reckoning = new Reckoning(rig, ledger, sender);
        await following.CancelAsync();
        await follow;
        if (!await reckoning.QuietAsync(PatienceForQuiet)) Console.WriteLine("It did not become quiet: events still wait.");
        var result = await reckoning.ReckonAsync(options.Seed, leads.All, faults);
        foreach (var finding in reckoning.Findings.Take(40)) Console.WriteLine($"  {finding}");
        Print(result, reckoning.ByFault(faults));
        return result;
    }

    private static void Print(Result r, IEnumerable<FaultFigures> byFault)
    {
        Console.WriteLine();
        foreach (var f in byFault) Console.WriteLine($"{f.Name,-38} {f.Acks,6} acks p50 {f.AckP50,7:0.0} p99 {f.AckP99,8:0.0} ms   {f.Replies,5} replies p50 {f.ReplyP50,6:0} p99 {f.ReplyP99,6:0} ms");
        Console.WriteLine($"""

            leads {r.Leads}   faults {r.Faults}   bookings {r.Bookings}   sends refused or repeated {string.Join(", ", r.Answers.Select(a => $"{a.Key}: {a.Value}"))}
            acked          {r.Acked,8}      lost           {r.Lost,6}
            answered       {r.Answered,8}      doubled        {r.Doubled,6}
            with a person  {r.WithAPerson,8}      double-booked  {r.DoubleBooked,6}
            never acked    {r.NeverAcked,8}      talked over    {r.TalkedOver,6}      not in the transcript {r.Unrecorded}
            ack to reply   p50 {r.ReplyP50:0} ms, p99 {r.ReplyP99:0} ms, max {r.ReplyMax:0} ms
            ack            p50 {r.AckP50:0.0} ms, p99 {r.AckP99:0.0} ms
            ack while a silo is dead    p99 {r.AckP99SiloDead:0.0} ms, while suppliers hang p99 {r.AckP99SuppliersHang:0.0} ms
            answered after a kill       p50 {r.AfterKill.P50:0} ms, p99 {r.AfterKill.P99:0} ms, max {r.AfterKill.Max:0} ms beyond the quiet period ({r.AfterKill.Messages} messages)
            answered after a freeze     p50 {r.AfterFreeze.P50:0} ms, p99 {r.AfterFreeze.P99:0} ms, max {r.AfterFreeze.Max:0} ms beyond the quiet period ({r.AfterFreeze.Messages} messages)
            of a million webhooks       lost {r.PerMillion(r.Lost)}, doubled {r.PerMillion(r.Doubled)}, double-booked {r.PerMillion(r.DoubleBooked)}
            """);
        Console.WriteLine(JsonSerializer.Serialize(r, JsonSerializerOptions.Web));
    }
}
