using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Inbox;
using OutletBot.Unit.Simulation;

namespace OutletBot.Unit.Conversations;

/// <summary>A world where nothing fails but what a test says.</summary>
internal static class CalmWorld
{
    public static SimulatedWorld World(Conversation start) => new(1, start) { Brain = new RuleBrain(), FaultRate = 0 };

    /// <summary>Lets the lead write, and the world go on until so long after its beginning: ten minutes where nothing is said.</summary>
    public static void Write(SimulatedWorld world, string text, TimeSpan? until = null)
    {
        Deliver(world, 1, text);
        world.Run(until ?? TimeSpan.FromMinutes(10));
    }

    /// <summary>The lead writes, and goes on writing where more is delivered.</summary>
    /// <param name="world">Where it happens.</param>
    /// <param name="number">Of the message, from 1.</param>
    /// <param name="text">The message.</param>
    public static void Deliver(SimulatedWorld world, int number, string text)
    {
        var message = new InboxEvent
        {
            Id = number,
            Kind = InboxEventKind.LeadMessage,
            Conversation = SimulatedWorld.Id,
            MessageId = $"m{number}",
            HasProviderId = true,
            Text = text,
            Channel = Channel.WhatsApp,
            SentAt = world.Time.GetUtcNow(),
            ReceivedAt = world.Time.GetUtcNow(),
        };
        world.Sql.Insert(message);
        world.Deliver(message);
    }
}
