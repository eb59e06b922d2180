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

    private static readonly CrmMessage Theirs = new("m2", true, "quiero más clientes", Noon, "app", null, Channel.WhatsApp, false);

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
    public void It_is_not_to_be_done_any_more_and_what_else_is_stays()
    {
        var tags = new AddTags { Id = "2-1", Since = Noon, Tags = ["needs-human"] };

        (TakenOver with { Effects = [Withdrawn, tags] }).Unsent(Withdrawn).Effects.ShouldBe([tags]);
    }

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
            Theirs,
            new("p1", false, "Le escribo yo", Noon.AddSeconds(personSpokeAt), "app", "luis", Channel.WhatsApp, false),
        ];
        Unanswered(TakenOver.Unsent(Withdrawn), meanwhile).ShouldBe(unanswered);
    }

    [Fact]
    public void What_we_answered_before_the_person_came_is_not_answered_again_on_release() =>
        Unanswered(TakenOver, [Theirs]).ShouldBe("");

    [Theory]
    [InlineData("g1", 0, "")]
    [InlineData("g1", 5, "")]
    [InlineData("g1", -1, "quiero más clientes")]
    [InlineData("another's", 5, "quiero más clientes")]
    public void What_GHL_shows_an_answer_of_ours_to_is_not_answered_again_on_release_though_we_took_it_for_unsent(string id, int seconds, string unanswered)
    {
        var before = TakenOver.Unsent(Withdrawn) with { SentIds = ["g1"] };

        Unanswered(before, [new(id, false, Withdrawn.Text, Noon.AddSeconds(seconds), "api", null, Channel.WhatsApp, false), Theirs]).ShouldBe(unanswered);
    }

    /// <summary>What still waits for an answer once the person gives the conversation back.</summary>
    private static string Unanswered(Conversation before, IReadOnlyList<CrmMessage> meanwhile)
    {
        var setting = new Setting
        {
            Location = new LocationSettings { LocationId = "loc", TimeZone = "America/Chicago", Language = "es", MinimumBudget = 300, AgentName = "María" },
            Now = Noon.AddMinutes(1),
            Meanwhile = meanwhile,
        };
        var release = new InboxEvent { Id = 9, Kind = InboxEventKind.Release, Conversation = new("loc", "ana"), MessageId = "r", SentAt = setting.Now, ReceivedAt = setting.Now };
        return before.Absorb([release], setting).Unanswered;
    }
}
