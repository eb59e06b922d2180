using System.Globalization;
using OutletBot.Conversations;

namespace OutletBot.Evals;

/// <summary>Compares what was understood of turns with their labels.</summary>
internal static class TurnScorer
{
    public static async Task<TurnScore> RunAsync(IReadOnlyList<Turn> turns, ITurnReader reader, CancellationToken cancellation)
    {
        var answers = new TurnAnswer[turns.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = reader.Concurrency, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, turns.Count), options, async (index, token) =>
            answers[index] = await reader.ReadAsync(turns[index], token));

        return Score(turns.Zip(answers));
    }

    public static TurnScore Score(IEnumerable<(Turn Turn, TurnAnswer Answer)> answered)
    {
        var (all, categories, scored) = (new TurnFigures(), new SortedDictionary<string, TurnFigures>(StringComparer.Ordinal), new List<ScoredTurn>());
        foreach (var (turn, answer) in answered)
        {
            if (!categories.TryGetValue(turn.Category, out var category))
                category = categories[turn.Category] = new();

            scored.Add(new(turn, answer, Mistakes(turn, answer, all)));
            Mistakes(turn, answer, category);
        }

        return new(all, categories, scored);
    }

    private static List<Mistake> Mistakes(Turn turn, TurnAnswer answer, TurnFigures figures)
    {
        var mistakes = new List<Mistake>();
        foreach (var field in LeadLoading.Fields)
            Field(turn, answer, field, figures, mistakes);

        Slot(turn, answer, figures, mistakes);
        Intent(turn, answer, figures, mistakes);
        figures.Perfect.Add(mistakes.Count == 0);
        return mistakes;
    }

    private static void Field(Turn turn, TurnAnswer answer, Field field, TurnFigures figures, List<Mistake> mistakes)
    {
        var actual = answer.Fields.Text(field);
        if (turn.Fields.GetValueOrDefault(field) is { } label)
        {
            // Saying again what is known brings nothing new.
            if (!label.ValueDue && actual is not null && turn.Known.Text(field) is { } known && Words.Same(known, actual))
                actual = null;

            var right = label.Accepts(actual);
            figures.Field(field.Key).Add(label.ValueDue, !string.IsNullOrWhiteSpace(actual), right);
            if (!right)
                mistakes.Add(new(field.Key, label.ToString(), actual ?? "(none)"));
        }

        if (turn.Forbidden.GetValueOrDefault(field) is { } forbidden && actual is not null && forbidden.Accepts(actual))
        {
            figures.ForbiddenTaken++;
            if (!turn.Fields.ContainsKey(field))
                figures.Field(field.Key).Add(due: false, found: true, right: false);
            if (!mistakes.Exists(mistake => mistake.Key == field.Key))
                mistakes.Add(new(field.Key, $"not {forbidden}", actual));
        }
    }

    private static void Slot(Turn turn, TurnAnswer answer, TurnFigures figures, List<Mistake> mistakes)
    {
        if (turn.Slots is not { } slots)
            return;

        var right = slots.Contains(answer.Slot);
        (slots[0] is not null ? figures.SlotsDue : figures.NoSlotDue).Add(right);
        if (!right)
            mistakes.Add(new("selectedSlot", string.Join(" | ", slots.Select(Index)), Index(answer.Slot)));
    }

    private static void Intent(Turn turn, TurnAnswer answer, TurnFigures figures, List<Mistake> mistakes)
    {
        if (turn.ForbiddenIntents.Contains(answer.Intent, StringComparer.Ordinal))
        {
            figures.ForbiddenTaken++;
            mistakes.Add(new("intent", $"not {answer.Intent}", answer.Intent));
        }

        if (turn.Intents is not { } intents)
            return;

        var right = intents.Contains(answer.Intent, StringComparer.Ordinal);
        var due = right ? answer.Intent : intents[0];
        figures.Intents.Add(right);
        figures.Class(due).Add(due: true, found: right, right);
        if (right)
            return;

        figures.Class(answer.Intent).Add(due: false, found: true, right: false);
        if (!mistakes.Exists(mistake => mistake.Key == "intent"))
            mistakes.Add(new("intent", string.Join(" | ", intents), answer.Intent));
    }

    private static string Index(int? slot) => slot?.ToString(CultureInfo.InvariantCulture) ?? "(none)";
}
