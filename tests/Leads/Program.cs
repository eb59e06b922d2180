using System.Globalization;
using OutletBot.Leads;

// Without a number of leads it is a test project like the others.
if (Value("--leads") is not { } leads) return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
var run = await LeadsRun.RunAsync(new()
{
    Leads = Number(leads),
    Seed = Value("--seed") is { } seed ? Number(seed) : Random.Shared.Next(1, 1_000_000),
    Persona = Value("--persona"),
    AtOnce = Value("--at-once") is { } atOnce ? Number(atOnce) : 40,
    ShowAll = args.Contains("--transcripts"),
});
return run.Violations.Count == 0 ? 0 : 1;

string? Value(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
