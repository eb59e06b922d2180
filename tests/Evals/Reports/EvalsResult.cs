namespace OutletBot.Evals;

/// <summary>All that a run of the evaluation found.</summary>
/// <param name="Brain"><c>rules</c> or <c>model</c>.</param>
/// <param name="Turns">Null when no turns were scored.</param>
/// <param name="Conversations">Null when no conversations were played.</param>
internal sealed record EvalsResult(string Brain, TurnScore? Turns, ConversationScore? Conversations)
{
    /// <summary>Every figure by a name that stays the same, each better when higher, from 0 to 1.</summary>
    public SortedDictionary<string, double> Figures()
    {
        var figures = new SortedDictionary<string, double>(StringComparer.Ordinal);
        if (Turns is { } turns)
            Add(figures, turns);

        if (Conversations is { } conversations)
        {
            figures["conversations.passed"] = conversations.Passed.Share;
            foreach (var (name, tally) in conversations.Categories)
                figures[$"conversations.category.{name}"] = tally.Share;
            foreach (var (name, tally) in conversations.Checks)
                figures[$"conversations.check.{name}"] = tally.Share;
        }

        return figures;
    }

    private static void Add(SortedDictionary<string, double> figures, TurnScore turns)
    {
        var all = turns.All;
        figures["turns.perfect"] = all.Perfect.Share;
        figures["turns.slot.due"] = all.SlotsDue.Share;
        figures["turns.slot.none"] = all.NoSlotDue.Share;
        figures["turns.intent.accuracy"] = all.Intents.Share;
        figures["turns.intent.opt_out.recall"] = all.OptOutRecall;
        foreach (var (name, counts) in all.Fields)
        {
            figures[$"turns.field.{name}.precision"] = counts.Precision;
            figures[$"turns.field.{name}.recall"] = counts.Recall;
            figures[$"turns.field.{name}.f1"] = counts.F1;
        }

        foreach (var (name, counts) in all.Classes)
            figures[$"turns.intent.{name}.f1"] = counts.F1;
        foreach (var (name, category) in turns.Categories)
            figures[$"turns.category.{name}"] = category.Perfect.Share;
    }
}
