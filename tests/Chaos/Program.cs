using System.Globalization;
using OutletBot.Chaos;

// Without a length or a release it is a test project like the others.
TimeSpan? duration = Number("--minutes") is { } minutes ? TimeSpan.FromMinutes(minutes) : Number("--seconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
var upgrades = args.Contains("--upgrade");
if (duration is null && !upgrades) return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
var seed = (int)(Number("--seed") ?? Random.Shared.Next(1, 100_000));
var result = upgrades ? await ChaosRun.UpgradeAsync(Text("--from") ?? EarlierRelease.Default, seed) : await ChaosRun.RunAsync(duration!.Value, seed);
return result.Sound ? 0 : 1;

double? Number(string name) => Text(name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

string? Text(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
