using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.Locations;

namespace OutletBot.Unit.Conversations;

/// <summary>What becomes of an answer that was decided on and withdrawn before it left.</summary>
public sealed class UnsentTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static readonly SendReply Withdrawn = new() { Id = "2-0", Since = Noon, Channel = Channel.WhatsApp, Text = "¿Y el presupuesto?", Withdrawn = true };

    private static readonly Conversation TakenOver = new()
    {
        Stage = Stage.HandedOff,
        HandedOffAt = Noon,
        HandedOffSince = Noon,
        History = [new(true, "hola"), new(false, "¡Hola!"), new(true, "quiero más clientes"), new(false, Withdrawn.Text), new(false, "Le escribo yo") { Overheard = true }],
        Effects = [Withdrawn],
    };

    [Fact]
    public void An_answer_that_never_left_was_not_said() =>
        TakenOver.Unsent(Withdrawn).History.Select(spoken => spoken.Text).ShouldBe(["hola", "¡Hola!", "quiero más clientes", "Le escribo yo"]);

    [Fact]
    public void Equal_words_that_were_said_before_stay_said() =>
        TakenOver.Unsent(Withdrawn with { Text = "¡Hola!" }).History.ShouldBe(TakenOver.History);

    [Theory]
    [InlineData(-1, "quiero más clientes")]
    [InlineData(1, "")]
    public void What_the_lead_wrote_after_the_persons_word_is_answered_on_release_though_its_answer_was_withdrawn(int personSpokeAt, string unanswered)
    {
        CrmMessage[] meanwhile =
        [
            new("m2", true, "quiero más clientes", Noon, "app", null, Channel.WhatsApp, false),
            new("p1", false, "Le escribo yo", Noon.AddSeconds(personSpokeAt), "app", "luis", Channel.WhatsApp, false),
        ];
        var setting = new Setting
        {
            Location = new LocationSettings { LocationId = "loc", TimeZone = "America/Chicago", Language = "es", MinimumBudget = 300, AgentName = "María" },
            Now = Noon.AddMinutes(1),
            Meanwhile = meanwhile,
        };
        var release = new InboxEvent { Id = 9, Kind = InboxEventKind.Release, Conversation = new("loc", "ana"), MessageId = "r", SentAt = setting.Now, ReceivedAt = setting.Now };

        TakenOver.Unsent(Withdrawn).Absorb([release], setting).Unanswered.ShouldBe(unanswered);
    }
}
