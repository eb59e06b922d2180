namespace OutletBot.Crm;

/// <summary>Keeps the requests to each location within GHL's limit.</summary>
public interface IRateGate
{
    /// <summary>Waits until one more request to the location may be sent.</summary>
    ValueTask WaitAsync(string locationId, CancellationToken cancellation);

    /// <summary>GHL said 429: nothing is sent to the location for that long.</summary>
    ValueTask PauseAsync(string locationId, TimeSpan duration, CancellationToken cancellation);
}
