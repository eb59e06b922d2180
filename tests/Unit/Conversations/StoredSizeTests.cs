using System.Text.Json;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Conversations;

/// <summary>A conversation is read and written as a whole each turn: it stays small whatever is written in it.</summary>
public sealed class StoredSizeTests
{
    private static readonly string LongMessage = new('x', 4_000);

    [Fact]
    public void The_longest_messages_before_and_during_a_hand_off_leave_it_small()
    {
        var talk = Wordy();
        for (var n = 0; n < 10; n++) talk.Lead(LongMessage);

        Size(talk.State).ShouldBeLessThan(10_000);
    }

    [Fact]
    public void What_is_read_on_release_beside_what_waits_leaves_it_small()
    {
        var talk = Wordy();
        for (var n = 0; n < 3; n++) talk.Lead(LongMessage);
        talk.Meanwhile = [.. Enumerable.Range(1, 20).Select(n =>
            new CrmMessage($"g{n}", Inbound: true, new string((char)('a' + n), 4_000), talk.Now.AddSeconds(n), null, null, Channel.WhatsApp, Failed: false))];

        talk.Happens(InboxEventKind.Release);

        Size(talk.State).ShouldBeLessThan(10_000);
    }

    private static int Size(Conversation state) => JsonSerializer.Serialize(state with { Unrecorded = [], Grounds = [] }).Length;

    /// <summary>Everything known, booked, as much said as is remembered, and a person answers.</summary>
    private static Talk Wordy()
    {
        var all = new Lead { Name = "Ana María", BusinessType = new('b', 60), Problem = new('p', 120), Goal = new('g', 120), MonthlyBudgetUsd = 5_000, Email = "ana@example.com" };
        var talk = new Talk().Lead("hola", Gives(all)).Lead("1", Chooses(0));
        for (var n = 0; n < 20; n++) talk.Lead(LongMessage, Of(Intent.Question), new string((char)('a' + n), 480));
        return talk.Happens(InboxEventKind.TakeOver, "luis");
    }
}
