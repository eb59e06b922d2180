using OutletBot.Crm;

namespace OutletBot.Inbox;

/// <summary>
/// What earlier looks at a location's conversations found out, while they do not go on: nothing can be missing in them any more, or
/// their contact is not ours.
/// </summary>
internal sealed class LookedThrough
{
    private Dictionary<string, Seen> _seen = [];

    /// <summary>Whether the conversation was looked through up to its last message.</summary>
    public bool Covers(ActiveContact contact) => Find(contact) is { NotOursAt: null };

    public void Remember(ActiveContact contact) => _seen[contact.ContactId] = new(contact.LastMessageAt, NotOursAt: null);

    /// <summary>When the contact was found not to be ours; null where it never was, or its conversation went on since.</summary>
    public DateTimeOffset? NotOursAt(ActiveContact contact) => Find(contact)?.NotOursAt;

    public void RememberNotOurs(ActiveContact contact, DateTimeOffset at) => _seen[contact.ContactId] = new(contact.LastMessageAt, at);

    /// <summary>Forgets all that are not active any more.</summary>
    public void Keep(IEnumerable<ActiveContact> active)
    {
        var kept = new Dictionary<string, Seen>(StringComparer.Ordinal);
        foreach (var (contact, _) in active)
        {
            if (_seen.TryGetValue(contact, out var seen)) kept[contact] = seen;
        }

        _seen = kept;
    }

    private Seen? Find(ActiveContact contact) => _seen.TryGetValue(contact.ContactId, out var seen) && seen.UpTo >= contact.LastMessageAt ? seen : null;

    private readonly record struct Seen(DateTimeOffset UpTo, DateTimeOffset? NotOursAt);
}
