using OutletBot.Chaos;

if (RunOptions.Parse(args) is not { } options) return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
var result = options.Duration is { } duration ? await ChaosRun.RunAsync(duration, options.Seed) : await ChaosRun.UpgradeAsync(options.From, options.Seed);
return result.Sound ? 0 : 1;
