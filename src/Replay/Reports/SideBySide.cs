using System.Globalization;
using Spectre.Console;

namespace OutletBot.Replay;

/// <summary>Old and new answers beside each other on a terminal.</summary>
internal static class SideBySide
{
    public static void Write(IAnsiConsole console, ReplayedConversation played, string brain)
    {
        var table = new Table().Title(Markup.Escape(played.Id.ToString())).ShowRowSeparators().Expand()
            .AddColumns("at", "lead", "then", $"now ({Markup.Escape(brain)})", "difference");
        foreach (var turn in played.Turns)
        {
            table.AddRow(
                new Text(turn.At.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)),
                new Text(string.Join('\n', turn.Happened)),
                new Text(Said(turn.Then)),
                new Text(Said(turn.Now), turn.Differences.Contains("reply") ? new Style(Color.Yellow) : Style.Plain),
                new Text(string.Join('\n', turn.Differences)));
        }

        console.Write(table);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{played.Turns.Count} turns, {played.Changed} differ; ends {Ending(played.Then)} → {Ending(played.Now)}; model {Usd(played.CostThen)} → {Usd(played.CostNow)}; kept from the CRM: {Writes(played)}");
        if (played.FromTranscript) console.MarkupLine("[yellow]Recorded by an earlier version: only messages are known, not what the CRM and the calendar held.[/]");
        if (played.AssumedTimes) console.MarkupLine("[yellow]The record holds no free times: office hours of working days stand for the calendar.[/]");
    }

    public static void WriteSummary(IAnsiConsole console, IReadOnlyCollection<ReplayedConversation> played)
    {
        var table = new Table().AddColumns("conversation", "turns", "differ", "then", "now", "model then", "model now");
        foreach (var one in played)
        {
            table.AddRow(
                Markup.Escape(one.Id.ToString()), Number(one.Turns.Count), Number(one.Changed), Markup.Escape(Ending(one.Then)), Markup.Escape(Ending(one.Now)), Usd(one.CostThen), Usd(one.CostNow));
        }

        console.Write(table);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{played.Count} conversations, {played.Count(one => one.Changed > 0)} differ");
    }

    private static string Said(Answer answer) => answer.Replies.Count == 0 ? "(nothing)" : string.Join("\n\n", answer.Replies);

    private static string Ending(Answer answer) => answer.Stage?.ToString() ?? "?";

    private static string Writes(ReplayedConversation played) =>
        played.WritesKept.Count == 0 ? "nothing" : string.Join(", ", played.WritesKept.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Value} {w.Key}"));

    private static string Usd(decimal? amount) => amount is { } usd ? string.Create(CultureInfo.InvariantCulture, $"{usd:0.######} USD") : "–";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
