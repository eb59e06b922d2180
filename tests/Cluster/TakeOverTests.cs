using OutletBot.Conversations;
using OutletBot.Inbox;

namespace OutletBot.Cluster;

public sealed class TakeOverTests(BotCluster bot) : IClassFixture<BotCluster>
{
    [Fact]
    public async Task A_persons_message_while_the_brain_thinks_lets_nothing_be_sent()
    {
        var thinks = new TaskCompletionSource();
        bot.Brain.Before = text => text == "pensando" ? thinks.Task : Task.CompletedTask;
        var written = bot.Written("thinking", "pensando");
        await bot.Grains.DeliverAsync(written);
        await bot.Brain.Waits.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        await bot.HappensAsync("thinking", InboxEventKind.PersonMessage, "yo sigo");
        thinks.SetResult();

        await bot.Log.HandledAsync(written.Id);
        bot.Ghl.Of("thinking").Sent.ShouldBeEmpty();
        bot.Log.Turns.Last(turn => turn.Conversation.ContactId == "thinking").Conversation.Stage.ShouldBe(nameof(Stage.HandedOff));
    }

    [Fact]
    public async Task A_persons_message_between_decision_and_send_lets_nothing_be_sent()
    {
        await bot.SayAsync("deciding", "STOP");
        var goes = new TaskCompletionSource();
        var begins = bot.Ghl.HoldWrite("deciding", goes.Task);
        // Do-not-disturb must be off before the answer can go out: the decision is committed, and the answer waits.
        var written = bot.Written("deciding", "START");
        await bot.Grains.DeliverAsync(written);
        await begins.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        var person = bot.Happened("deciding", InboxEventKind.PersonMessage, "yo sigo");
        await bot.Grains.DeliverAsync(person);
        goes.SetResult();

        await bot.Log.HandledAsync(person.Id);
        bot.Ghl.Of("deciding").Sent.ShouldHaveSingleItem("only the opt-out was confirmed");
    }

    [Fact]
    public async Task On_release_the_last_message_that_nobody_answered_is_answered()
    {
        await bot.SayAsync("released", "Hola");
        await bot.HappensAsync("released", InboxEventKind.PersonMessage, "Hola, soy Luis. ¿Cómo te llamas?");
        await bot.SayAsync("released", "me llamo Carlos");
        bot.Ghl.Of("released").Sent.Count.ShouldBe(1);

        await bot.HappensAsync("released", InboxEventKind.Release, "");

        bot.Ghl.Of("released").Sent.Count.ShouldBe(2);
        bot.Ghl.Of("released").Fields.Name.ShouldBe("Carlos");
    }

    [Fact]
    public async Task A_contact_that_carries_the_take_over_tag_is_left_to_people_until_the_tag_is_gone()
    {
        bot.Ghl.Of("tagged").Tags.Add("bot-off");
        await bot.SayAsync("tagged", "Hola");
        bot.Ghl.Of("tagged").Sent.ShouldBeEmpty();

        bot.Ghl.Of("tagged").Tags.Remove("bot-off");
        await bot.SayAsync("tagged", "¿hay alguien?");
        bot.Ghl.Of("tagged").Sent.ShouldHaveSingleItem();
    }
}
