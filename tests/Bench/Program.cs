using System.CommandLine;
using OutletBot.Bench;

// Ending what was started takes a moment; Ctrl+C must not cut it short.
return await BenchCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
