using OutletBot.Fuzz;

return await FuzzCommand.Create().Parse(args).InvokeAsync();
