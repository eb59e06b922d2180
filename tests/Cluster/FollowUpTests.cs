using Orleans.Core.Internal;
using OutletBot.Conversations;
using OutletBot.Inbox;

namespace OutletBot.Cluster;

public sealed class FollowUpTests(BotCluster bot) : IClassFixture<BotCluster>
{
    [Fact]
    public async Task A_reminder_wakes_a_conversation_that_no_silo_holds_any_more_and_the_lead_is_nudged_once()
    {
        await SayAsync("silent", "Hola");
        var grain = bot.Grains.GetGrain<IConversationGrain>($"{BotCluster.QuickLocation}/silent");
        await grain.AsReference<IGrainManagementExtension>().DeactivateOnIdle(TestContext.Current.CancellationToken);
        await bot.CollectedAsync(grain.GetGrainId());
        bot.Ghl.Of("silent").Sent.ShouldHaveSingleItem("the nudge is still to come");

        await bot.Ghl.SentAsync("silent", 2);

        bot.Ghl.Of("silent").Sent[1].ShouldContain("nombre");
        bot.Ghl.Of("silent").Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_answers_in_time_is_not_nudged_about_it()
    {
        await SayAsync("quick", "Hola");
        await SayAsync("quick", "soy Ana");

        await bot.Ghl.SentAsync("quick", 3);

        bot.Ghl.Of("quick").Sent[2].ShouldContain("negocio");
    }

    private async Task SayAsync(string contact, string text)
    {
        var written = bot.Written(contact, text, location: BotCluster.QuickLocation);
        await bot.Grains.DeliverAsync(written);
        await bot.Log.HandledAsync(written.Id);
    }
}
