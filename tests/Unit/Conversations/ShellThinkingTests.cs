using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Inbox;
using OutletBot.Unit.Simulation;
using static OutletBot.Unit.Conversations.CalmWorld;

namespace OutletBot.Unit.Conversations;

/// <summary>When the lead is thought to have finished, and what becomes of thinking that they write into.</summary>
public sealed class ShellThinkingTests
{
    private static readonly DateTimeOffset Now = new VirtualTime().GetUtcNow();

    [Fact]
    public void A_tag_that_concerns_nobody_ends_no_quiet_period()
    {
        var world = World(new Conversation { ContactRead = true });
        Deliver(world, 1, "hola");
        world.At(TimeSpan.FromSeconds(1), () => Happens(world, 2, InboxEventKind.TagsChanged, "vip"));

        world.Run(TimeSpan.FromMinutes(5));

        (world.Ghl.Sent.ShouldHaveSingleItem().At - Now).TotalSeconds.ShouldBeInRange(3, 6);
    }

    [Fact]
    public void Fragments_are_read_in_the_order_in_which_they_were_written()
    {
        var world = World(new Conversation { ContactRead = true });
        world.At(TimeSpan.FromSeconds(10), () =>
        {
            Happens(world, 3, InboxEventKind.LeadMessage, null, "tres", secondsAgo: 1);
            Happens(world, 2, InboxEventKind.LeadMessage, null, "dos", secondsAgo: 1);
            Happens(world, 4, InboxEventKind.LeadMessage, null, "uno", secondsAgo: 3);
        });

        world.Run(TimeSpan.FromMinutes(1));

        world.Sql.Committed.History[0].Text.ShouldBe("uno\ndos\ntres");
    }

    [Fact]
    public void A_lead_who_writes_on_while_a_model_thinks_is_answered_after_five_new_beginnings()
    {
        var brain = new SlowBrain { Takes = TimeSpan.FromSeconds(4) };
        var world = new SimulatedWorld(1, new Conversation { ContactRead = true }) { Brain = brain, FaultRate = 0 };
        brain.Time = world.Time;
        for (var n = 1; n <= 40; n++)
        {
            var number = n;
            world.At(TimeSpan.FromSeconds(3.5 * n), () => Deliver(world, number, $"y otra cosa {number}"));
        }

        world.Run(TimeSpan.FromSeconds(139));

        world.Ghl.Sent.ShouldNotBeEmpty("they still write");
        brain.Thoughts.Count(thought => thought.Text.Split('\n')[0] == "y otra cosa 1").ShouldBe(6);
    }

    [Fact]
    public void A_lead_who_writes_on_while_a_model_thinks_is_waited_for_and_the_next_turn_may_ask_it_again()
    {
        var brain = new SlowBrain { Takes = TimeSpan.FromSeconds(5) };
        var world = new SimulatedWorld(1, new Conversation { ContactRead = true }) { Brain = brain, FaultRate = 0 };
        brain.Time = world.Time;
        Deliver(world, 1, "hola");
        world.At(TimeSpan.FromSeconds(4), () => Deliver(world, 2, "me llamo Ana"));
        world.At(TimeSpan.FromSeconds(6), () => Deliver(world, 3, "y tengo una panadería"));
        world.At(TimeSpan.FromSeconds(60), () => Deliver(world, 4, "¿siguen ahí?"));

        world.Run(TimeSpan.FromMinutes(2));

        brain.Thoughts.Select(thought => (thought.Text.Split('\n').Length, thought.Interrupted)).ShouldBe([(1, false), (3, true), (1, false)]);
        brain.BrokenOff.ShouldBe(1);
    }

    /// <summary>Thinks as the rules do, but takes its time.</summary>
    private sealed class SlowBrain : IBrain
    {
        public List<Thought> Thoughts { get; } = [];

        public int BrokenOff { get; private set; }

        public TimeSpan Takes { get; init; }

        public TimeProvider Time { get; set; } = TimeProvider.System;

        public async Task<Proposal> ThinkAsync(Thought thought, CancellationToken cancellation)
        {
            Thoughts.Add(thought);
            await using var told = cancellation.Register(() => BrokenOff++);
            await Task.Delay(Takes, Time, cancellation);
            return await new RuleBrain().ThinkAsync(thought, cancellation);
        }
    }
}
