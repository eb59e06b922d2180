using System.Globalization;
using OutletBot.Chaos;

// Without a length it is a test project like the others.
TimeSpan? duration = Number("--minutes") is { } minutes ? TimeSpan.FromMinutes(minutes) : Number("--seconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
if (duration is not { } length) return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
var result = await ChaosRun.RunAsync(length, (int)(Number("--seed") ?? Random.Shared.Next(1, 100_000)));
return result.Sound ? 0 : 1;

double? Number(string name) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? double.Parse(args[at + 1], CultureInfo.InvariantCulture) : null;
