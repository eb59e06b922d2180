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
        Happens(world, new()
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
        });
    }

    /// <summary>Something happens, and no webhook says on which channel.</summary>
    public static void Happens(SimulatedWorld world, long id, InboxEventKind kind, string? detail = null, string text = "", double secondsAgo = 0) => Happens(world, new()
    {
        Id = id,
        Kind = kind,
        Conversation = SimulatedWorld.Id,
        MessageId = $"e{id}",
        HasProviderId = true,
        Detail = detail,
        Text = text,
        SentAt = world.Time.GetUtcNow().AddSeconds(-secondsAgo),
        ReceivedAt = world.Time.GetUtcNow(),
    });

    /// <summary>An event arrives.</summary>
    public static void Happens(SimulatedWorld world, InboxEvent e)
    {
        world.Sql.Insert(e);
        world.Deliver(e);
    }
}
