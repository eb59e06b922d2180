using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Unit.Simulation;
using static OutletBot.Unit.Conversations.CalmWorld;

namespace OutletBot.Unit.Conversations;

/// <summary>Who stands in the operators' queue, and for how long.</summary>
public sealed class TellingOperatorsTests
{
    [Fact]
    public void What_waited_for_ghl_waits_no_longer_once_another_activation_has_done_it()
    {
        var world = World(new Conversation { ContactRead = true });
        var down = true;
        world.Ghl.Refusals["send"] = () => down ? new CrmException(CrmFailure.Unavailable, "503") : null;
        Deliver(world, 1, "hola");
        world.At(TimeSpan.FromSeconds(40), () =>
        {
            world.Sql.Committed.NeedsHuman.ShouldNotBeNull();
            world.LoseTheProcess();
            down = false;
        });
        world.At(TimeSpan.FromSeconds(50), () => world.Deliver(world.Sql.Unhandled.Single()));

        world.Run(TimeSpan.FromMinutes(10));

        world.Ghl.Sent.ShouldHaveSingleItem();
        world.Sql.Committed.NeedsHuman.ShouldBeNull();
        world.Sql.Row!.NeedsHuman.ShouldBeNull();
    }

    [Fact]
    public void Who_asked_for_a_person_still_needs_one_after_a_wait_for_ghl()
    {
        var world = World(new Conversation { ContactRead = true });
        var down = true;
        world.Ghl.Refusals["send"] = () => down ? new CrmException(CrmFailure.Unavailable, "503") : null;
        world.At(TimeSpan.FromMinutes(1), () => down = false);

        Write(world, "quiero hablar con una persona");

        world.Ghl.Sent.ShouldHaveSingleItem();
        world.Sql.Committed.NeedsHuman.ShouldBe("The lead asked for a person.");
    }

    [Fact]
    public void A_message_that_no_activation_can_answer_is_seen_by_operators()
    {
        var world = new SimulatedWorld(1, new Conversation { ContactRead = true }) { Brain = new Broken(), FaultRate = 0 };

        Write(world, "hola");

        world.Sql.Row!.NeedsHuman.ShouldBe("A message cannot be answered now: NotSupportedException");
        world.Sql.Unhandled.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_cancellation_that_nobody_asked_for_is_a_failure_like_others_and_tried_again()
    {
        var brain = new Broken { With = () => new TaskCanceledException("timed out"), Times = 2 };
        var world = new SimulatedWorld(1, new Conversation { ContactRead = true }) { Brain = brain, FaultRate = 0 };

        Write(world, "hola");

        world.Ghl.Sent.ShouldHaveSingleItem();
    }

    private sealed class Broken : IBrain
    {
        public Func<Exception> With { get; init; } = () => new NotSupportedException();

        public int Times { get; set; } = int.MaxValue;

        public Task<Proposal> ThinkAsync(Thought thought, CancellationToken cancellation) =>
            Times-- > 0 ? Task.FromException<Proposal>(With()) : new RuleBrain().ThinkAsync(thought, cancellation);
    }
}
