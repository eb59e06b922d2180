using OutletBot.Conversations;

namespace OutletBot.Inbox;

/// <summary>Delivers committed events to the grain that answers them.</summary>
public static class InboxDelivery
{
    /// <summary>Hands an event to its grain, which answers before it handles it. Best effort: the sweeper repeats what got lost.</summary>
    /// <exception cref="Exception">No silo can be reached, or the grain's does not answer within 2 seconds.</exception>
    public static Task DeliverAsync(this IGrainFactory grains, InboxEvent inboxEvent)
    {
        var key = inboxEvent.Conversation.ToString();
        return inboxEvent.Kind == InboxEventKind.FormLead
            ? grains.GetGrain<IFormLeadGrain>(key).Deliver(inboxEvent)
            : grains.GetGrain<IConversationGrain>(key).Deliver(inboxEvent);
    }
}
