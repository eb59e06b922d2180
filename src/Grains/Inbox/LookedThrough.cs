using OutletBot.Crm;

namespace OutletBot.Inbox;

/// <summary>Which conversations of a location were looked through up to their last message: nothing can be missing in them any more.</summary>
internal sealed class LookedThrough
{
    private Dictionary<string, DateTimeOffset> _upTo = [];

    public bool Covers(ActiveContact contact) => _upTo.TryGetValue(contact.ContactId, out var upTo) && upTo >= contact.LastMessageAt;

    public void Remember(ActiveContact contact) => _upTo[contact.ContactId] = contact.LastMessageAt;

    /// <summary>Forgets all that are not active any more.</summary>
    public void Keep(IEnumerable<ActiveContact> active)
    {
        var kept = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var (contact, _) in active)
        {
            if (_upTo.TryGetValue(contact, out var upTo)) kept[contact] = upTo;
        }

        _upTo = kept;
    }
}
