using OutletBot.Crm;
using OutletBot.Inbox;

namespace OutletBot.Conversations;

internal sealed partial class ConversationShell
{
    private const int MessagesReadOnRelease = 20;

    private bool MustReadContact =>
        !State.ContactRead || (State.IsStale(world.Time.GetUtcNow()) && _pending.Exists(p => p.Event.Kind == InboxEventKind.LeadMessage));

    /// <summary>What GHL shows of a hand-off that these events end: webhooks may have been missed. Nothing where none ends.</summary>
    private async Task<IReadOnlyList<CrmMessage>> ReadMeanwhileAsync(Conversation before, InboxEvent[] events, Setting setting)
    {
        if (!Array.Exists(events, e => before.IsReleasedBy(e, setting))) return [];
        var messages = await ReadMessagesAsync();
        // A webhook without an id of its own is known by its words alone.
        string[] nameless = [.. events.Where(e => e is { Kind: InboxEventKind.LeadMessage, HasProviderId: false }).Select(e => e.Text.Trim())];
        return [.. messages.Where(m => !m.Inbound || !nameless.Contains(m.Text.Trim()))];
    }

    /// <summary>No webhook tells reliably that the tag is gone which gave the conversation to a person: it is looked for when the lead writes.</summary>
    private async Task<Conversation> ReadSwitchAsync(Conversation before, Setting setting)
    {
        if (!before.SwitchTags.Contains(setting.TakeOverTag) || !_pending.Exists(p => p.Event.Kind == InboxEventKind.LeadMessage)) return before;
        var contact = await UnlessRefusedAsync(() => world.Crm.FindContactAsync(id.LocationId, id.ContactId, _stop.Token), null);
        return contact is null || contact.Tags.Contains(setting.TakeOverTag) ? before : before.SwitchedOn(setting with { Meanwhile = await ReadMessagesAsync() });
    }

    private Task<IReadOnlyList<CrmMessage>> ReadMessagesAsync() =>
        UnlessRefusedAsync(() => world.Crm.MessagesAsync(id.LocationId, id.ContactId, MessagesReadOnRelease, _stop.Token), []);
}

/// <summary>What was to be said is not wanted any more.</summary>
internal sealed class UnwantedException : OperationCanceledException
{
    public UnwantedException()
        : base("A person took the conversation over.")
    {
    }
}
