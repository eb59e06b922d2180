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
        var message = Message(world, 1, text);
        world.Sql.Insert(message);
        world.Deliver(message);
        world.Run(until ?? TimeSpan.FromMinutes(10));
    }

    public static InboxEvent Message(SimulatedWorld world, int number, string text) => new()
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
}
