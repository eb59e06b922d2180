using System.Text.Json;
using OutletBot.Conversations;
using OutletBot.Evals;

namespace OutletBot.Unit.EvalsScoring;

public sealed class TurnScorerTests
{
    [Fact]
    public void A_wrong_value_is_a_false_positive_and_a_false_negative()
    {
        var counts = Score("""{"name":"Carlos"}""", new Lead { Name = "Hola" }).All.Fields["name"];

        (counts.Right, counts.FalsePositives, counts.FalseNegatives).ShouldBe((0, 1, 1));
    }

    [Fact]
    public void A_missed_value_is_a_false_negative_alone()
    {
        var counts = Score("""{"name":"Carlos"}""", Lead.Unknown).All.Fields["name"];

        (counts.FalsePositives, counts.FalseNegatives).ShouldBe((0, 1));
    }

    [Fact]
    public void A_made_up_value_is_a_false_positive_alone()
    {
        var counts = Score("""{"budget":null}""", new Lead { MonthlyBudgetUsd = 500 }).All.Fields["budget"];

        (counts.FalsePositives, counts.FalseNegatives).ShouldBe((1, 0));
    }

    [Fact]
    public void Case_accents_and_punctuation_at_the_ends_do_not_matter() =>
        Score("""{"name":"José Peña"}""", new Lead { Name = " jose pena. " }).All.Perfect.Right.ShouldBe(1);

    [Fact]
    public void A_key_without_a_label_is_not_scored()
    {
        var score = Score("""{"name":"Carlos"}""", new Lead { Name = "Carlos", Email = "x@y.mx" });

        score.All.Perfect.Right.ShouldBe(1);
        score.All.Fields.ShouldNotContainKey("email");
    }

    [Fact]
    public void Saying_again_what_is_known_brings_nothing_new() =>
        Score("""{"name":null}""", new Lead { Name = "Carlos" }, """, "known":{"name":"carlos"}""").All.Perfect.Right.ShouldBe(1);

    [Fact]
    public void An_alternative_is_right_too() =>
        Score("""{"businessType":"taller"}""", new Lead { BusinessType = "taller mecánico" }, """, "alt":{"businessType":["taller mecanico"]}""")
            .All.Perfect.Right.ShouldBe(1);

    [Fact]
    public void A_forbidden_value_spoils_the_turn()
    {
        var score = Score("{}", new Lead { Name = "María" }, """, "expectNot":{"name":["maria"]}""");

        (score.All.Perfect.Right, score.All.ForbiddenTaken).ShouldBe((0, 1));
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(435, true)]
    [InlineData(399, false)]
    public void Any_amount_inside_a_range_is_right(int amount, bool right) =>
        (Score("""{"budgetIn":[400,435]}""", new Lead { MonthlyBudgetUsd = amount }).All.Perfect.Right == 1).ShouldBe(right);

    [Fact]
    public void Any_problem_is_right_where_one_is_present() =>
        Score("""{"problem":"present","goal":null}""", new Lead { Problem = "no llegan clientes" }).All.Perfect.Right.ShouldBe(1);

    [Fact]
    public void A_slot_where_none_is_due_is_counted()
    {
        var all = Score("""{"selectedSlot":null}""", Lead.Unknown, Offer, slot: 1).All;

        (all.NoSlotDue.Right, all.NoSlotDue.Of, all.WronglyChosen, all.SlotsDue.Of).ShouldBe((0, 1, 1, 0));
    }

    [Fact]
    public void The_right_slot_is_right() =>
        Score("""{"selectedSlot":1}""", Lead.Unknown, Offer, slot: 1).All.SlotsDue.Right.ShouldBe(1);

    [Fact]
    public void A_missed_opt_out_lowers_its_recall()
    {
        var all = Score("""{"intent":"opt_out"}""", Lead.Unknown).All;

        all.OptOutRecall.ShouldBe(0);
        all.Classes["other"].FalsePositives.ShouldBe(1);
    }

    [Fact]
    public void Figures_are_kept_by_category_too() =>
        Score("""{"name":"Carlos"}""", Lead.Unknown).Categories["name"].Perfect.ToString().ShouldBe("0/1");

    private const string Offer = """, "offeredSlots":["2026-11-24T10:00:00-06:00","2026-11-25T10:00:00-06:00"]""";

    private static TurnScore Score(string expect, Lead understood, string more = "", int? slot = null)
    {
        using var line = JsonDocument.Parse(
            $$"""{"id":"t","category":"name","customerMessage":"x","now":"2026-11-23T10:00:00-06:00","expect":{{expect}}{{more}}}""");

        return TurnScorer.Score([(Turn.Read(line.RootElement, 1), new TurnAnswer(understood, slot, "other"))]);
    }
}
