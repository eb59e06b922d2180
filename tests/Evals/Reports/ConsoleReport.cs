using System.Globalization;
using Spectre.Console;

namespace OutletBot.Evals;

/// <summary>The result as tables.</summary>
internal static class ConsoleReport
{
    public static void Write(IAnsiConsole console, EvalsResult result)
    {
        if (result.Turns is { } turns)
            Turns(console, turns);

        if (result.Conversations is { } conversations)
            Conversations(console, conversations);
    }

    private static void Turns(IAnsiConsole console, TurnScore score)
    {
        var all = score.All;
        console.Write(new Table().Title("Fields").AddColumns("field", "due", "precision", "recall", "F1")
            .Rows(all.Fields.Select(field => Row(field.Key, field.Value))));
        console.Write(new Table().Title("Intents").AddColumns("class", "due", "precision", "recall", "F1")
            .Rows(IntentClass.All.Where(all.Classes.ContainsKey).Select(name => Row(name, all.Classes[name]))));
        console.Write(new Table().Title("Turns").AddColumns("figure", "right", "share").Rows(
        [
            Row("opt-outs found", all.Classes.GetValueOrDefault(IntentClass.OptOut) is { } optOut ? $"{optOut.Right}/{optOut.Due}" : "0/0", all.OptOutRecall),
            Row("intents", all.Intents),
            Row("slots, one due", all.SlotsDue),
            Row("slots, none due", all.NoSlotDue),
            Row("perfect turns", all.Perfect),
        ]));
        console.Write(new Table().Title("Turns by category").AddColumns("category", "perfect", "share")
            .Rows(score.Categories.Select(category => Row(category.Key, category.Value.Perfect))));
        console.MarkupLineInterpolated($"slots chosen where none was due: {all.WronglyChosen}; forbidden values taken: {all.ForbiddenTaken}; turns that the rules answered for the model: {score.StoodIn}");
    }

    private static void Conversations(IAnsiConsole console, ConversationScore score)
    {
        console.Write(new Table().Title("Conversations").AddColumns("category", "passed", "share")
            .Rows(score.Categories.Select(category => Row(category.Key, category.Value)).Append(Row("all", score.Passed))));
        console.Write(new Table().Title("Conversations by check").AddColumns("check", "right", "share")
            .Rows(score.Checks.Select(check => Row(check.Key, check.Value))));
    }

    private static Table Rows(this Table table, IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
            table.AddRow([.. row.Select(cell => new Text(cell))]);

        return table.SimpleBorder();
    }

    private static string[] Row(string name, Tally tally) => Row(name, tally.ToString(), tally.Share);

    private static string[] Row(string name, string count, double share) => [name, count, Share(share)];

    private static string[] Row(string name, Counts counts) =>
        [name, counts.Due.ToString(CultureInfo.InvariantCulture), Share(counts.Precision), Share(counts.Recall), Share(counts.F1)];

    private static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);
}
