using System.Text.Json;

namespace OutletBot.Chaos;

/// <summary>One run: leads write while things break, then everything is counted.</summary>
internal static class ChaosRun
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan PatienceForQuiet = TimeSpan.FromMinutes(2);

    public static async Task<Result> RunAsync(TimeSpan duration, int seed)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"outletbot-chaos-{Guid.NewGuid():N}");
        await using var rig = await Rig.StartAsync(folder);
        using var sender = new Sender(rig.GatewayUrls);
        var ledger = new Ledger(rig);
        var leads = new Leads(rig, sender, ledger, seed);
        var saboteur = new Saboteur(rig, seed);
        Console.WriteLine($"seed {seed}, {duration.TotalSeconds:0} s, logs in {folder}");

        using var following = new CancellationTokenSource();
        var follow = ledger.FollowAsync(following.Token);
        using (var ending = new CancellationTokenSource(duration))
        {
            var writing = leads.WriteAsync(ending.Token);
            await Task.Delay(Settling, TimeProvider.System);
            await saboteur.WorkAsync(ending.Token);
            await saboteur.HealAsync();
            await writing;
        }

        var reckoning = new Reckoning(rig, ledger, sender);
        await following.CancelAsync();
        await follow;
        if (!await reckoning.QuietAsync(PatienceForQuiet)) Console.WriteLine("It did not become quiet: events still wait.");
        var result = await reckoning.ReckonAsync(seed, leads.All, saboteur.Done);
        foreach (var finding in reckoning.Findings.Take(40)) Console.WriteLine($"  {finding}");
        Print(result);
        return result;
    }

    private static void Print(Result r)
    {
        Console.WriteLine($"""

            leads {r.Leads}   faults {r.Faults}   bookings {r.Bookings}   sends refused or repeated {string.Join(", ", r.Answers.Select(a => $"{a.Key}: {a.Value}"))}
            acked          {r.Acked,8}      lost           {r.Lost,6}
            answered       {r.Answered,8}      doubled        {r.Doubled,6}
            with a person  {r.WithAPerson,8}      double-booked  {r.DoubleBooked,6}
            never acked    {r.NeverAcked,8}      talked over    {r.TalkedOver,6}      not in the transcript {r.Unrecorded}
            ack to reply   p50 {r.ReplyP50:0} ms, p99 {r.ReplyP99:0} ms, max {r.ReplyMax:0} ms
            ack            p50 {r.AckP50:0.0} ms, p99 {r.AckP99:0.0} ms
            slowest reply around a silo's kill {r.RecoveryAfterKill:0} ms, freeze {r.RecoveryAfterFreeze:0} ms
            """);
        Console.WriteLine(JsonSerializer.Serialize(r, JsonSerializerOptions.Web));
    }
}
