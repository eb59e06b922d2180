using System.CommandLine;
using Spectre.Console;

namespace OutletBot.Replay;

/// <summary>The command line. Exit codes: 0 replayed, 2 nothing could be.</summary>
internal static class ReplayCommand
{
    public static RootCommand Create()
    {
        var conversation = new Option<string[]>("--conversation") { Description = "A conversation; may be given several times.", HelpName = "LOCATION/CONTACT", AllowMultipleArgumentsPerToken = true };
        var since = new Option<DateTimeOffset?>("--since") { Description = "All conversations that changed since then, the latest first.", HelpName = "TIME" };
        var limit = new Option<int>("--limit") { Description = "How many of them at most.", HelpName = "N", DefaultValueFactory = _ => 20 };
        var brain = new Option<string>("--brain") { Description = "Who answers: rules, or the configured model.", DefaultValueFactory = _ => "rules" };
        brain.AcceptOnlyFromAmong("rules", "model");
        var model = new Option<string>("--model") { Description = "The model's name, in place of the configured one.", HelpName = "M" };
        var playbook = new Option<string>("--playbook") { Description = "What is asked and said: agency, dental-clinic, or a file.", HelpName = "X" };
        var set = new Option<string[]>("--set") { Description = "Any key of the configuration; may be given several times.", HelpName = "KEY=VALUE", AllowMultipleArgumentsPerToken = true };
        var settings = new Option<string>("--settings") { Description = "A settings file, as the silo reads it.", HelpName = "FILE" };
        var json = new Option<string>("--json") { Description = "Write everything as JSON.", HelpName = "OUT" };

        var root = new RootCommand("Plays recorded conversations again, with another brain, playbook or setting. Nothing is written, and no CRM is called.")
        {
            conversation, since, limit, brain, model, playbook, set, settings, json,
        };
        root.SetAction((parsed, cancellation) => ReplayRun.RunAsync(AnsiConsole.Console, new()
        {
            Conversations = parsed.GetValue(conversation) ?? [],
            Since = parsed.GetValue(since),
            Limit = parsed.GetValue(limit),
            UseModel = parsed.GetValue(brain) == "model",
            Model = parsed.GetValue(model),
            Playbook = parsed.GetValue(playbook),
            Set = parsed.GetValue(set) ?? [],
            Settings = parsed.GetValue(settings),
            Json = parsed.GetValue(json),
        }, cancellation));
        return root;
    }
}
