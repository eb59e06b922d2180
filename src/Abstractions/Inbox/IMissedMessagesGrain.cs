namespace OutletBot.Inbox;

/// <summary>Finds messages of one location whose webhook never came. Its key is <c>loc/{locationId}</c>.</summary>
[Alias("OutletBot.IMissedMessagesGrain")]
public interface IMissedMessagesGrain : IGrainWithStringKey
{
    /// <summary>Looks through the location from now on, as often as configured; a reminder keeps it up across restarts.</summary>
    [Alias("Watch")]
    Task WatchAsync();
}
