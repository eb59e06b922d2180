using OutletBot.Conversations;
using OutletBot.Unit.Simulation;
using static OutletBot.Unit.Conversations.CalmWorld;

namespace OutletBot.Unit.Conversations;

/// <summary>What an activation leaves behind that is asked to end.</summary>
public sealed class EndingTests
{
    [Fact]
    public void A_reply_that_has_left_is_waited_for_and_committed_as_sent()
    {
        var world = World(new Conversation { ContactRead = true });
        var ended = false;
        world.Ghl.Refusals["send"] = () =>
        {
            if (!ended) world.End();
            ended = true;
            return null;
        };

        Write(world, "hola");

        world.Ghl.Sent.ShouldHaveSingleItem();
        world.Sql.Committed.SentIds.ShouldBe([world.Ghl.Sent[0].Id]);
        world.Sql.Committed.Effects.OfType<SendReply>().ShouldBeEmpty();
    }
}
