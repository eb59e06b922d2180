using System.CommandLine;
using Spectre.Console;

namespace OutletBot.Evals;

/// <summary>The command line. Exit codes: 0 scored, 1 a figure fell below the baseline, 2 nothing could be scored.</summary>
internal static class EvalsCommand
{
    public static RootCommand Create()
    {
        var brain = new Argument<string>("brain") { Description = "Who understands: rules, or the configured model." };
        brain.AcceptOnlyFromAmong("rules", "model");
        var turns = new Option<string>("--turns") { Description = "Labelled turns, JSON lines. Given alone, only turns are scored.", HelpName = "FILE" };
        var conversations = new Option<string>("--conversations") { Description = "Labelled conversations, JSON lines. Given alone, only conversations are scored.", HelpName = "FILE" };
        var json = new Option<string>("--json") { Description = "Write figures and every failure as JSON.", HelpName = "OUT" };
        var html = new Option<string>("--html") { Description = "Write figures and every failure as one HTML page.", HelpName = "OUT" };
        var baseline = new Option<string>("--baseline") { Description = "Figures not to fall below: exit code 1 when one does.", HelpName = "FILE" };
        var write = new Option<bool>("--write-baseline") { Description = "Write this run's figures to the --baseline file instead." };

        var root = new RootCommand("Scores how well leads are understood, and how conversations end, against labelled data.")
        {
            brain, turns, conversations, json, html, baseline, write,
        };
        root.SetAction((parsed, cancellation) => EvalsRun.RunAsync(AnsiConsole.Console, new()
        {
            Brain = parsed.GetRequiredValue(brain),
            Turns = parsed.GetValue(turns),
            Conversations = parsed.GetValue(conversations),
            Json = parsed.GetValue(json),
            Html = parsed.GetValue(html),
            Baseline = parsed.GetValue(baseline),
            WriteBaseline = parsed.GetValue(write),
        }, cancellation));

        return root;
    }
}
