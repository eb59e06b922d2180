namespace OutletBot.Crm.Conversations;

/// <summary>GHL's conversation ids of the contacts seen lately: the oldest leave first.</summary>
internal sealed class RecentConversations(int capacity = 10_000)
{
    private readonly Lock _guard = new();
    private readonly Dictionary<(string Location, string Contact), string> _ids = [];
    private readonly Queue<(string, string)> _order = new();

    public string? Find(string locationId, string contactId)
    {
        lock (_guard)
            return _ids.GetValueOrDefault((locationId, contactId));
    }

    public void Remember(string locationId, string contactId, string conversationId)
    {
        lock (_guard)
        {
            if (_ids.TryAdd((locationId, contactId), conversationId))
                _order.Enqueue((locationId, contactId));
            else
                _ids[(locationId, contactId)] = conversationId;
            while (_order.Count > capacity)
                _ids.Remove(_order.Dequeue());
        }
    }
}
