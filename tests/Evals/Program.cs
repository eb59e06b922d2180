using OutletBot.Evals;

return await EvalsCommand.Create().Parse(args).InvokeAsync();
