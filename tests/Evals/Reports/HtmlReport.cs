using System.Globalization;
using System.Net;
using System.Text;

namespace OutletBot.Evals;

/// <summary>The result as one page that needs nothing else: tables of figures, then every failure.</summary>
internal static class HtmlReport
{
    private const string Head = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>OutletBot evaluation</title>
        <style>
        :root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
        body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
        table { border-collapse: collapse; margin: .5rem 0 1.5rem; } caption { text-align: left; font-weight: 600; padding: .3rem 0; }
        th, td { text-align: left; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid #8884; vertical-align: top; }
        td.n { font-variant-numeric: tabular-nums; text-align: right; }
        .tables { display: flex; flex-wrap: wrap; gap: 0 3rem; }
        article { border: 1px solid #8886; border-radius: .5rem; padding: .6rem 1rem; margin: .8rem 0; }
        article h3 { margin: 0 0 .3rem; font-size: 1rem; } article h3 small { font-weight: 400; opacity: .7; }
        .bot { opacity: .75; } .lead { font-weight: 600; } .bot, .lead { white-space: pre-wrap; margin: .2rem 0; }
        .bad { color: #c62828; } .good { color: #2e7d32; }
        </style></head><body>

        """;

    public static void Write(string path, EvalsResult result) => File.WriteAllText(path, Text(result));

    public static string Text(EvalsResult result)
    {
        var page = new StringBuilder(Head).Append(CultureInfo.InvariantCulture, $"<h1>OutletBot evaluation: {Safe(result.Brain)}</h1>\n");
        if (result.Turns is { } turns)
            Turns(page, turns);

        if (result.Conversations is { } conversations)
            Conversations(page, conversations);

        return page.Append("</body></html>\n").ToString();
    }

    private static void Turns(StringBuilder page, TurnScore score)
    {
        var all = score.All;
        page.Append("<h2>Turns</h2>\n<div class=\"tables\">\n");
        Table(page, "Whole set", ["figure", "right", "share"],
        [
            ["opt-outs found", Counted(all.Classes.GetValueOrDefault(IntentClass.OptOut)), Share(all.OptOutRecall)],
            Row("intents", all.Intents),
            Row("slots, one due", all.SlotsDue),
            Row("slots, none due", all.NoSlotDue),
            ["slots chosen where none was due", Number(all.WronglyChosen), ""],
            ["forbidden values taken", Number(all.ForbiddenTaken), ""],
            ["answered by the rules for the model", Number(score.StoodIn), ""],
            Row("perfect turns", all.Perfect),
        ]);
        Table(page, "Fields", ["field", "due", "precision", "recall", "F1"], all.Fields.Select(field => Row(field.Key, field.Value)));
        Table(page, "Intents", ["class", "due", "precision", "recall", "F1"],
            IntentClass.All.Where(all.Classes.ContainsKey).Select(name => Row(name, all.Classes[name])));
        Table(page, "Categories", ["category", "perfect", "share"], score.Categories.Select(category => Row(category.Key, category.Value.Perfect)));
        page.Append("</div>\n").Append(CultureInfo.InvariantCulture, $"<h2>Turns that are not perfect: {score.Failures.Count()}</h2>\n");
        foreach (var failure in score.Failures)
        {
            Open(page, failure.Turn.Id, failure.Turn.Category, failure.Turn.Note);
            Line(page, "bot", failure.Turn.LastBotMessage);
            Line(page, "lead", failure.Turn.CustomerMessage);
            if (failure.Turn.OfferedSlots.Count > 0)
                Line(page, "bot", "offered: " + string.Join(", ", failure.Turn.OfferedSlots.Select((slot, index) => $"[{index}] {Time(slot)}")));
            Mistakes(page, failure.Mistakes);
        }
    }

    private static void Conversations(StringBuilder page, ConversationScore score)
    {
        page.Append("<h2>Conversations</h2>\n<div class=\"tables\">\n");
        Table(page, "Categories", ["category", "passed", "share"],
            score.Categories.Select(category => Row(category.Key, category.Value)).Append(Row("all", score.Passed)));
        Table(page, "Checks", ["check", "right", "share"], score.Checks.Select(check => Row(check.Key, check.Value)));
        Table(page, "Fields", ["field", "due", "precision", "recall", "F1"], score.Fields.Select(field => Row(field.Key, field.Value)));
        page.Append("</div>\n").Append(CultureInfo.InvariantCulture, $"<h2>Conversations that did not pass: {score.Failures.Count()}</h2>\n");
        foreach (var failure in score.Failures)
        {
            Open(page, failure.Case.Id, failure.Case.Category, failure.Case.Note);
            var said = failure.Case.Script.Messages.Select(message => (message.AtSeconds, Side: "lead", message.Text))
                .Concat(failure.Result.Replies.Select(reply => (reply.AtSeconds, Side: "bot", reply.Text)));
            foreach (var (at, side, text) in said.OrderBy(line => line.AtSeconds))
                Line(page, side, string.Create(CultureInfo.InvariantCulture, $"{at:0} s  {text}"));
            Mistakes(page, failure.Mistakes);
        }
    }

    private static void Open(StringBuilder page, string id, string category, string note) => page.Append(
        CultureInfo.InvariantCulture, $"<article><h3>{Safe(id)} <small>{Safe(category)} {Safe(note)}</small></h3>\n");

    private static void Line(StringBuilder page, string side, string text) => page.Append(
        CultureInfo.InvariantCulture, $"<p class=\"{side}\">{Safe(text)}</p>\n");

    private static void Mistakes(StringBuilder page, IReadOnlyList<Mistake> mistakes)
    {
        page.Append("<table><tr><th>key</th><th>expected</th><th>actual</th></tr>\n");
        foreach (var (key, expected, actual) in mistakes)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Safe(key)}</td><td class=\"good\">{Safe(expected)}</td><td class=\"bad\">{Safe(actual)}</td></tr>\n");
        page.Append("</table></article>\n");
    }

    private static void Table(StringBuilder page, string caption, string[] heads, IEnumerable<string[]> rows)
    {
        page.Append(CultureInfo.InvariantCulture, $"<table><caption>{caption}</caption><tr>{string.Concat(heads.Select(head => $"<th>{head}</th>"))}</tr>\n");
        foreach (var row in rows)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Safe(row[0])}</td>{string.Concat(row.Skip(1).Select(cell => $"<td class=\"n\">{cell}</td>"))}</tr>\n");
        page.Append("</table>\n");
    }

    private static string[] Row(string name, Tally tally) => [name, tally.ToString(), Share(tally.Share)];

    private static string[] Row(string name, Counts counts) => [name, Number(counts.Due), Share(counts.Precision), Share(counts.Recall), Share(counts.F1)];

    private static string Counted(Counts? counts) => counts is null ? "0/0" : $"{counts.Right}/{counts.Due}";

    private static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
