using Orleans.Concurrency;
using OutletBot.Inbox;

namespace OutletBot.Conversations;

/// <summary>One conversation with one lead. Its key is <see cref="ConversationId"/> as text.</summary>
[Alias("OutletBot.IConversationGrain")]
public interface IConversationGrain : IGrainWithStringKey
{
    /// <summary>
    /// Hands over a committed event. Answers at once, so that the caller knows that a living silo has it; the turn runs afterwards. An event that was handled before is
    /// recognised by its <see cref="InboxEvent.Id"/> and only marked as handled again.
    /// </summary>
    [Alias("Deliver"), AlwaysInterleave, ResponseTimeout("00:00:02")]
    Task Deliver(InboxEvent inboxEvent);

    /// <summary>
    /// How long, counted from before the question, whoever acts for the conversation by a ticket of its may still do so; null when the
    /// ticket is none of the activation that answers.
    /// </summary>
    [Alias("Prove"), AlwaysInterleave, ResponseTimeout("00:00:02")]
    Task<TimeSpan?> ProveAsync(string ticket);
}

/// <summary>A lead that came from a Meta form and is no contact yet. Its key is <see cref="ConversationId"/> as text, the contact part being <c>meta:{leadgen_id}</c>.</summary>
[Alias("OutletBot.IFormLeadGrain")]
public interface IFormLeadGrain : IGrainWithStringKey
{
    /// <summary>Hands over a committed event. Answers at once; the lead is looked up, upserted in GHL and greeted afterwards.</summary>
    [Alias("Deliver"), AlwaysInterleave, ResponseTimeout("00:00:02")]
    Task Deliver(InboxEvent inboxEvent);
}
