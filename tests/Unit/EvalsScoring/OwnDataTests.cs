using OutletBot.Evals;

namespace OutletBot.Unit.EvalsScoring;

public sealed class OwnDataTests
{
    private static readonly IReadOnlyList<Turn> Turns = Turn.Load(EvalsRun.OwnTurns);
    private static readonly IReadOnlyList<ConversationCase> Conversations = ConversationCase.Load(EvalsRun.OwnConversations);

    [Fact]
    public void There_are_enough_turns_and_conversations_to_tell_something()
    {
        Turns.Count.ShouldBeGreaterThanOrEqualTo(600);
        Conversations.Count.ShouldBeGreaterThanOrEqualTo(60);
    }

    [Fact]
    public void Ids_are_unique()
    {
        Turns.Select(turn => turn.Id).ShouldBeUnique();
        Conversations.Select(conversation => conversation.Id).ShouldBeUnique();
    }

    [Fact]
    public void Every_turn_scores_something() =>
        Turns.Where(turn => turn.Fields.Count + turn.Forbidden.Count + turn.ForbiddenIntents.Count == 0 && turn.Slots is null && turn.Intents is null)
            .Select(turn => turn.Id).ShouldBeEmpty();

    [Fact]
    public void Every_category_of_values_has_hard_negatives()
    {
        var categories = Turns.Select(turn => turn.Category).ToHashSet();

        string[] due = ["name-neg", "business-neg", "budget-neg", "email-neg", "slots-null", "opt_out-neg", "multi", "correction"];
        due.Except(categories).ShouldBeEmpty();
    }

    [Fact]
    public void Offered_times_are_in_order_and_to_come()
    {
        foreach (var turn in Turns)
            turn.OfferedSlots.Prepend(turn.Now).ShouldBeInOrder();

        foreach (var script in Conversations.Select(conversation => conversation.Script))
            script.Calendar.Prepend(script.Now).ShouldBeInOrder();
    }

    [Fact]
    public void Every_outcome_occurs_and_what_is_booked_was_free()
    {
        Conversations.Select(conversation => conversation.Expect.Outcome).Distinct().ShouldBe(Expected.Outcomes, ignoreOrder: true);
        foreach (var conversation in Conversations)
        {
            foreach (var slot in conversation.Expect.BookedSlot ?? [])
                conversation.Script.Calendar.ShouldContain(slot, conversation.Id);
        }
    }

    [Fact]
    public async Task No_figure_of_the_rules_falls_below_the_baseline()
    {
        var score = await TurnScorer.RunAsync(Turns, new RulesTurnReader(), TestContext.Current.CancellationToken);
        var baseline = Baseline.Load(Path.Combine(AppContext.BaseDirectory, "baseline.json"))
            .Where(figure => figure.Key.StartsWith("turns.", StringComparison.Ordinal))
            .ToDictionary();

        baseline.ShouldNotBeEmpty();
        Baseline.Fallen(baseline, new EvalsResult("rules", score, null).Figures()).ShouldBeEmpty();
    }
}
