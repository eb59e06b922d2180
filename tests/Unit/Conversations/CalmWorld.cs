using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Inbox;
using OutletBot.Unit.Simulation;

namespace OutletBot.Unit.Conversations;

/// <summary>A world where nothing fails but what a test says.</summary>
internal static class CalmWorld
{
    public static SimulatedWorld World(Conversation start) => new(1, start) { Brain = new RuleBrain(), FaultRate = 0 };

    /// <summary>Lets the lead write, and ten minutes pass.</summary>
    public static void Write(SimulatedWorld world, string text)
    {
        var message = new InboxEvent
        {
            Id = 1,
            Kind = InboxEventKind.LeadMessage,
            Conversation = SimulatedWorld.Id,
            MessageId = "m1",
            HasProviderId = true,
            Text = text,
            Channel = Channel.WhatsApp,
            SentAt = world.Time.GetUtcNow(),
            ReceivedAt = world.Time.GetUtcNow(),
        };
        world.Sql.Insert(message);
        world.Deliver(message);
        world.Run(TimeSpan.FromMinutes(10));
    }
}
