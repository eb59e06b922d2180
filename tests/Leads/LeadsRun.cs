using System.Globalization;

namespace OutletBot.Leads;

/// <summary>One run: a process as on a laptop, and so many leads who write to it.</summary>
internal static class LeadsRun
{
    private const int LeadsPerLocation = 8;

    public static async Task<LeadsResult> RunAsync(LeadsRequest request)
    {
        Cast[] cast = [.. Casting(request)];
        string[] locations = [.. cast.Select(one => one.Location).Distinct(StringComparer.Ordinal)];
        await using var process = await LocalProcess.StartAsync(Settings(locations));
        var openings = await Openings.ReadAsync(process, locations);
        var feed = new LedgerFeed(process);
        using var ending = new CancellationTokenSource();
        var follow = feed.FollowAsync(ending.Token);

        Person[] everybody = [.. cast.Select(one => one.Persona.Me)];
        var progress = new Progress(cast.Length);
        var lived = new Lived[cast.Length];
        await Parallel.ForAsync(0, cast.Length, new ParallelOptions { MaxDegreeOfParallelism = request.AtOnce }, async (i, _) =>
        {
            var one = cast[i];
            var rules = new Rulebook(one.Persona, one.Location, openings, everybody);
            lived[i] = await new SimulatedLead(process, feed.PhoneOf($"lead-{one.Number}"), one.Persona, rules, one.Location, one.Number, one.Kind, one.Chance).LiveAsync();
            progress.Add(lived[i]);
        });

        await ending.CancelAsync();
        await follow;
        var result = new LeadsResult(request.Seed, lived);
        Report.Write(result, request.ShowAll);
        return result;
    }

    /// <summary>Who the leads are: the same for the same seed, whatever happens to them.</summary>
    private static IEnumerable<Cast> Casting(LeadsRequest request)
    {
        string[] kinds = request.Persona is { } only ? [only] : [.. Kinds.All.Keys];
        if (request.Persona is not null && !Kinds.All.ContainsKey(request.Persona)) throw new ArgumentException($"There is no persona '{request.Persona}', only {string.Join(", ", Kinds.All.Keys)}.", nameof(request));
        for (var number = 1; number <= request.Leads; number++)
        {
            var chance = new Random(HashCode(request.Seed, number));
            var kind = kinds[number % kinds.Length];
            var patient = chance.Next(4) == 0;
            var location = string.Create(CultureInfo.InvariantCulture, $"{(patient ? "clinic" : "agency")}-{number / LeadsPerLocation}");
            var persona = Kinds.All[kind](Person.Of(number, chance, patient, mixes: kind == "spanglish"), chance);
            yield return new(number, kind, location, persona, chance);
        }
    }

    private static Dictionary<string, string> Settings(IEnumerable<string> locations)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Logging:LogLevel:Default"] = "Warning",
            ["Conversation:QuietPeriod"] = "00:00:00.6",
            ["Conversation:MaxWait"] = "00:00:02",
        };
        foreach (var location in locations)
        {
            settings[$"Locations:{location}:CalendarId"] = $"cal-{location}";
            // The simulator tells a calendar's intervals by the default location.
            settings[$"Locations:{location}:SlotDuration"] = "00:30:00";
            settings[$"Locations:{location}:Playbook"] = location.StartsWith("clinic", StringComparison.Ordinal) ? "dental-clinic" : "agency";
        }

        return settings;
    }

    // Unlike the runtime's own, the same in every process.
    private static int HashCode(int seed, int number) => unchecked((seed * 486187739) + (number * 16777619));

    private sealed record Cast(int Number, string Kind, string Location, Persona Persona, Random Chance);
}
