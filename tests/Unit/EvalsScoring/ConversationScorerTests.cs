using System.Text.Json;
using OutletBot.Conversations;
using OutletBot.Evals;

namespace OutletBot.Unit.EvalsScoring;

public sealed class ConversationScorerTests
{
    private static readonly ConversationResult Right = new()
    {
        FinalLead = new() { Name = "Carlos", MonthlyBudgetUsd = 500 },
        Outcome = "booked",
        BookedSlot = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(-6)),
        NewAppointments = 1,
        Replies = [new(5, "¿Cómo te llamas?"), new(80, "¿Qué presupuesto mensual tienes pensado?"), new(160, "Listo.")],
        Tags = ["qualified-lead"],
    };

    [Fact]
    public void A_conversation_passes_when_everything_holds() => Mistakes(Right).ShouldBeEmpty();

    [Fact]
    public void The_same_instant_in_another_offset_is_the_booked_slot() =>
        Mistakes(Right with { BookedSlot = Right.BookedSlot!.Value.ToUniversalTime() }).ShouldBeEmpty();

    [Fact]
    public void Each_broken_expectation_is_told()
    {
        var wrong = Right with
        {
            Outcome = "nurture",
            BookedSlot = null,
            NewAppointments = 2,
            Tags = ["nurture-lead"],
            FinalLead = new() { Name = "Carlos", MonthlyBudgetUsd = 50 },
            Replies = [new(5, "Hola")],
        };

        Mistakes(wrong).ShouldBe(["outcome", "bookedSlot", "newAppointments", "minReplies", "tags", "tagsNot", "finalLead.budget"]);
    }

    [Fact]
    public void Asking_for_a_name_already_given_is_a_repeated_question() =>
        Mistakes(Right with { Replies = [.. Right.Replies, new(200, "Perdón, ¿me dices tu nombre?")] }).ShouldBe(["mustNotAskAgain"]);

    [Fact]
    public void Asking_again_before_an_answer_came_is_none()
    {
        var replies = new List<BotReply> { new(5, "¿Cómo te llamas?"), new(6, "¿Cuál es tu nombre?"), new(160, "Listo.") };

        Mistakes(Right with { Replies = replies }).ShouldBeEmpty();
    }

    private static List<string> Mistakes(ConversationResult result)
    {
        using var line = JsonDocument.Parse("""
            {"id":"c","category":"booked","now":"2026-11-23T10:00:00-06:00","contact":{},"calendar":["2026-11-24T10:00:00-06:00"],
             "messages":[{"atSeconds":0,"text":"hola"},{"atSeconds":75,"text":"soy Carlos"},{"atSeconds":150,"text":"500"}],
             "expect":{"finalLead":{"name":"Carlos","budget":500,"email":null},"outcome":"booked","bookedSlot":"2026-11-24T10:00:00-06:00",
               "newAppointments":1,"minReplies":3,"maxReplies":4,"mustNotAskAgain":["name","budget"],"tags":["qualified-lead"],"tagsNot":["nurture-lead"]}}
            """);

        var score = ConversationScorer.Score([(ConversationCase.Read(line.RootElement, 1), result)]);
        return [.. score.Conversations[0].Mistakes.Select(mistake => mistake.Key)];
    }
}
