using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Inbox;
using OutletBot.Unit.Conversations;
using OutletBot.Unit.Simulation;

namespace OutletBot.Unit.Agent;

/// <summary>How often the model is asked.</summary>
public sealed class ModelCallsTests
{
    [Fact]
    public async Task A_conversation_asks_the_model_once_a_turn_and_never_for_what_the_rules_settle()
    {
        (string Text, int Calls)[] spanish =
        [
            ("Hola, buenas tardes", 0), ("Me llamo Carlos, tengo una pizzería", 1), ("me faltan clientes entre semana", 1), ("hola", 0), ("llenar las mesas", 1),
            ("unos 500 al mes", 1), ("carlos@example.com", 1), ("¿dónde están?", 1), ("la 2", 0), ("¿es por zoom?", 1), ("hola", 0), ("STOP", 0), ("¿hola?", 0),
        ];
        (string Text, int Calls)[] english =
        [
            ("Hi there", 0), ("I'm Ann and I run a bakery", 1), ("not enough customers", 1), ("sell more cakes", 1), ("about 600 a month", 1), ("ann@example.com", 1),
            ("the second one", 0), ("unsubscribe", 0), ("hello", 0), ("START", 0),
        ];

        foreach (var script in new[] { spanish, english })
        {
            using var model = new ModelDouble();
            var brain = model.Brain();
            var talk = new Talk();
            foreach (var (text, calls) in script)
            {
                var before = model.Calls;
                await talk.LeadAsync(text, brain);
                (model.Calls - before).ShouldBe(calls, text);
            }

            talk.Done.OfType<BookSlot>().ShouldHaveSingleItem();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Whoever_writes_on_while_the_model_thinks_is_answered_in_full_by_one_call(int more)
    {
        var brain = new SlowBrain();
        var world = new SimulatedWorld(7, new Conversation { ContactRead = true }) { Brain = brain, FaultRate = 0 };
        brain.Time = world.Time;
        CalmWorld.Deliver(world, 1, "Soy Carlos");
        for (var i = 1; i <= more; i++)
        {
            var number = i + 1;
            world.At(TimeSpan.FromSeconds(2 + (2 * i)), () => CalmWorld.Deliver(world, number, number > more ? "tengo una pizzería" : "y también"));
        }

        world.Run(TimeSpan.FromMinutes(10));

        brain.Calls.ShouldBe(1);
        world.Ghl.Sent.ShouldHaveSingleItem();
        world.Sql.Committed.Lead.Name.ShouldBe("Carlos");
        world.Sql.Unhandled.ShouldBeEmpty();
    }

    /// <summary>Asks a model that takes two seconds wherever the model brain would ask.</summary>
    private sealed class SlowBrain : IBrain
    {
        public TimeProvider Time { get; set; } = TimeProvider.System;

        public int Calls { get; private set; }

        public async Task<Proposal> ThinkAsync(Thought thought, CancellationToken cancellation)
        {
            var reading = thought.Listen();
            if (!ModelBrain.NeedsModel(thought, reading)) return RuleBrain.Propose(reading);
            Calls++;
            await Task.Delay(TimeSpan.FromSeconds(2), Time, cancellation);
            return RuleBrain.Propose(reading);
        }
    }
}
