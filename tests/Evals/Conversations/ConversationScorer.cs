using System.Globalization;
using OutletBot.Conversations;

namespace OutletBot.Evals;

/// <summary>A conversation with what came of it and what was wrong with that.</summary>
internal sealed record ScoredConversation(ConversationCase Case, ConversationResult Result, IReadOnlyList<Mistake> Mistakes)
{
    public bool Passed => Mistakes.Count == 0;
}

/// <summary>All that came of a set of conversations.</summary>
internal sealed record ConversationScore(
    Tally Passed,
    IReadOnlyDictionary<string, Tally> Categories,
    IReadOnlyDictionary<string, Tally> Checks,
    IReadOnlyDictionary<string, Counts> Fields,
    IReadOnlyList<ScoredConversation> Conversations)
{
    public IEnumerable<ScoredConversation> Failures => Conversations.Where(conversation => !conversation.Passed);
}

/// <summary>Compares what came of conversations with what was to come.</summary>
internal static class ConversationScorer
{
    public static async Task<ConversationScore> RunAsync(
        IReadOnlyList<ConversationCase> cases, IConversationRun run, CancellationToken cancellation)
    {
        var played = new List<(ConversationCase, ConversationResult)>();
        foreach (var given in cases)
            played.Add((given, await run.RunAsync(given.Script, cancellation)));

        return Score(played);
    }

    public static ConversationScore Score(IEnumerable<(ConversationCase Case, ConversationResult Result)> played)
    {
        var (passed, scored) = (new Tally(), new List<ScoredConversation>());
        var (categories, checks) = (new SortedDictionary<string, Tally>(StringComparer.Ordinal), new SortedDictionary<string, Tally>(StringComparer.Ordinal));
        var fields = new SortedDictionary<string, Counts>(StringComparer.Ordinal);
        foreach (var (given, result) in played)
        {
            var mistakes = new List<Mistake>();
            foreach (var check in Checks(given, result).Concat(Fields(given, result, fields)))
            {
                Of(checks, check.Name).Add(check.Mistakes.Count == 0);
                mistakes.AddRange(check.Mistakes);
            }

            passed.Add(mistakes.Count == 0);
            Of(categories, given.Category).Add(mistakes.Count == 0);
            scored.Add(new(given, result, mistakes));
        }

        return new(passed, categories, checks, fields, scored);
    }

    private static IEnumerable<(string Name, IReadOnlyList<Mistake> Mistakes)> Checks(ConversationCase given, ConversationResult result)
    {
        var expect = given.Expect;
        if (expect.Outcome is { } outcome)
            yield return Check("outcome", outcome == result.Outcome, outcome, result.Outcome);

        if (expect.BookedSlot is { } slots)
        {
            var right = result.BookedSlot is { } booked ? slots.Contains(booked) : slots.Count == 0;
            yield return Check("bookedSlot", right, slots.Count == 0 ? "(none)" : string.Join(" | ", slots.Select(Time)), Time(result.BookedSlot));
        }

        if (expect.NewAppointments is { } appointments)
            yield return Check("newAppointments", appointments == result.NewAppointments, Number(appointments), Number(result.NewAppointments));

        var replies = result.Replies.Count;
        if (expect.MinReplies is { } least)
            yield return Check("minReplies", replies >= least, $"{least} or more", Number(replies));

        if (expect.MaxReplies is { } most)
            yield return Check("maxReplies", replies <= most, $"{most} or fewer", Number(replies));

        if (expect.Tags.Count > 0)
            yield return Check("tags", expect.Tags.All(tag => HasTag(result, tag)), string.Join(", ", expect.Tags), Tags(result));

        if (expect.TagsNot.Count > 0)
            yield return Check("tagsNot", !expect.TagsNot.Any(tag => HasTag(result, tag)), $"none of {string.Join(", ", expect.TagsNot)}", Tags(result));

        if (expect.MustNotAskAgain.Count > 0)
        {
            yield return ("mustNotAskAgain", [.. RepeatedQuestions.Find(given, result).Select(repeated =>
                new Mistake("mustNotAskAgain", $"{repeated.Field.Key} is not asked again", $"{Number((int)repeated.Reply.AtSeconds)} s: {repeated.Reply.Text}"))]);
        }
    }

    private static IEnumerable<(string Name, IReadOnlyList<Mistake> Mistakes)> Fields(
        ConversationCase given, ConversationResult result, SortedDictionary<string, Counts> fields)
    {
        foreach (var (field, label) in given.Expect.FinalLead)
        {
            var actual = result.FinalLead.Text(field);
            var right = label.Accepts(actual);
            Of(fields, field.Key).Add(label.ValueDue, !string.IsNullOrWhiteSpace(actual), right);
            yield return Check($"finalLead.{field.Key}", right, label.ToString(), actual ?? "(none)");
        }
    }

    private static (string, IReadOnlyList<Mistake>) Check(string name, bool right, string expected, string actual) =>
        (name, right ? [] : [new Mistake(name, expected, actual)]);

    private static T Of<T>(SortedDictionary<string, T> table, string key)
        where T : new() => table.TryGetValue(key, out var value) ? value : table[key] = new();

    private static bool HasTag(ConversationResult result, string tag) => result.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase);

    private static string Tags(ConversationResult result) => result.Tags.Count == 0 ? "(none)" : string.Join(", ", result.Tags);

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset? time) => time is { } known ? Time(known) : "(none)";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
