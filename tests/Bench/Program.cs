using OutletBot.Bench;

return await BenchCommand.Create().Parse(args).InvokeAsync();
