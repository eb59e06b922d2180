using OutletBot.Replay;

return await ReplayCommand.Create().Parse(args).InvokeAsync();
