using OutletBot.Chaos;

if (RunOptions.Parse(args) is not { } options) return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
var result = options.Upgrades ? await ChaosRun.UpgradeAsync(options) : await ChaosRun.RunAsync(options);
return result.Sound ? 0 : 1;
