using OutletBot.Conversations;
using OutletBot.Inbox;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Conversations;

/// <summary>What a conversation remembers of what was said.</summary>
public sealed class RememberingTests
{
    [Fact]
    public void The_last_twelve_messages_are_remembered_and_of_older_ones_what_the_lead_said()
    {
        var talk = new Talk();
        for (var n = 1; n <= 8; n++) talk.Lead($"m{n}", Of(Intent.Question));

        talk.State.History.Count.ShouldBe(Conversation.HistoryLength);
        talk.State.History.Where(spoken => spoken.ByLead).Select(spoken => spoken.Text).ShouldBe(["m3", "m4", "m5", "m6", "m7", "m8"]);
        talk.State.Summary.ShouldBe("m1 · m2");
    }

    [Fact]
    public void Eighty_characters_of_a_message_and_four_hundred_of_all_are_left()
    {
        var talk = new Talk();
        for (var n = 0; n < 13; n++) talk.Lead(new string((char)('a' + n), 100), Of(Intent.Question));

        talk.State.Summary.Length.ShouldBe(400);
        talk.State.Summary.ShouldEndWith($" · {new string('g', 80)}");
        talk.State.Summary.ShouldNotStartWith("aa");
    }

    [Theory]
    [InlineData(400, 400)]
    [InlineData(401, 400)]
    public void Of_one_message_four_hundred_characters_are_remembered(int written, int remembered) =>
        new Talk().Lead(new string('x', written), Of(Intent.Greeting)).State.History[0].Text.Length.ShouldBe(remembered);

    [Fact]
    public void A_character_of_two_halves_is_never_cut_in_two() =>
        new Talk().Lead($"{new string('x', 399)}😀😀", Of(Intent.Greeting)).State.History[0].Text.ShouldBe(new string('x', 399));

    [Fact]
    public void The_end_of_what_waits_is_kept_and_no_half_character_before_it()
    {
        var talk = new Talk().Happens(InboxEventKind.TakeOver, "luis").Lead($"😀😀{new string('x', 2_399)}");

        talk.State.Unanswered.ShouldBe($"😀{new string('x', 2_399)}");
    }

    [Fact]
    public void Fragments_that_wait_are_read_as_one_message_of_as_many_lines()
    {
        var talk = new Talk().Happens(InboxEventKind.TakeOver, "luis").Lead("soy\n").Lead("Ana");

        talk.State.Unanswered.ShouldBe("soy\nAna");
    }

    [Fact]
    public void The_first_reply_is_the_first_whatever_the_lead_wrote_before()
    {
        var talk = new Talk();
        talk.State.IsFirstReply.ShouldBeTrue();
        talk.State.LastReply.ShouldBe("");
        talk.Lead("hola", Of(Intent.Greeting));

        talk.State.IsFirstReply.ShouldBeFalse();
        talk.State.LastReply.ShouldBe(talk.LastReply);
        (talk.State with { History = [], Summary = "m1" }).IsFirstReply.ShouldBeFalse();
    }

    [Fact]
    public void Events_that_were_taken_in_are_known_by_their_ids_for_sixty_four_more()
    {
        var talk = new Talk();
        for (var n = 0; n < 70; n++) talk.Happens(InboxEventKind.DoNotDisturb, "off");

        talk.State.Handled.ShouldBe(Enumerable.Range(7, 64).Select(n => (long)n));
        talk.State.Unmarked.Count.ShouldBe(70);
    }
}
