using System.Text.Encodings.Web;
using System.Text.Json;

namespace OutletBot.Evals;

/// <summary>The result for machines: figures, and every failure with what was right and what came out.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(string path, EvalsResult result) => File.WriteAllText(path, Text(result));

    public static string Text(EvalsResult result) => JsonSerializer.Serialize(new
    {
        result.Brain,
        Figures = result.Figures(),
        Turns = result.Turns is { } turns ? Turns(turns) : null,
        Conversations = result.Conversations is { } conversations ? Conversations(conversations) : null,
    }, Options) + "\n";

    private static object Turns(TurnScore score) => new
    {
        Count = score.Turns.Count,
        AnsweredByRules = score.StoodIn,
        All = Figures(score.All),
        Categories = score.Categories.ToDictionary(category => category.Key, category => Figures(category.Value)),
        Failures = score.Failures.Select(failure => new
        {
            failure.Turn.Id,
            failure.Turn.Category,
            failure.Turn.LastBotMessage,
            failure.Turn.CustomerMessage,
            failure.Turn.OfferedSlots,
            failure.Turn.Now,
            failure.Turn.Note,
            failure.Mistakes,
        }),
    };

    private static object Figures(TurnFigures figures) => new
    {
        Turns = figures.Perfect.Of,
        Perfect = figures.Perfect.Right,
        PerfectShare = figures.Perfect.Share,
        Fields = figures.Fields.ToDictionary(field => field.Key, field => Counted(field.Value)),
        Slots = new
        {
            Due = figures.SlotsDue.Of,
            DueAccuracy = figures.SlotsDue.Share,
            NoneDue = figures.NoSlotDue.Of,
            NoneDueAccuracy = figures.NoSlotDue.Share,
            figures.WronglyChosen,
        },
        Intents = new
        {
            Count = figures.Intents.Of,
            Accuracy = figures.Intents.Share,
            figures.OptOutRecall,
            Classes = figures.Classes.ToDictionary(each => each.Key, each => Counted(each.Value)),
        },
        figures.ForbiddenTaken,
    };

    private static object Counted(Counts counts) =>
        new { counts.Due, counts.Right, counts.FalsePositives, counts.FalseNegatives, counts.Precision, counts.Recall, counts.F1 };

    private static object Conversations(ConversationScore score) => new
    {
        Count = score.Passed.Of,
        Passed = score.Passed.Right,
        PassedShare = score.Passed.Share,
        score.Categories,
        score.Checks,
        Fields = score.Fields.ToDictionary(field => field.Key, field => Counted(field.Value)),
        Failures = score.Failures.Select(failure => new
        {
            failure.Case.Id,
            failure.Case.Category,
            failure.Case.Note,
            failure.Mistakes,
            Messages = failure.Case.Script.Messages.Select(message => new { message.AtSeconds, message.Text }),
            failure.Result.Replies,
            failure.Result.FinalLead,
            failure.Result.Outcome,
            failure.Result.BookedSlot,
            failure.Result.Tags,
        }),
    };
}
