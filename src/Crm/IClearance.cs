namespace OutletBot.Crm;

/// <summary>The right to change something in GHL. It lasts for a while, and may be lost while a request waits.</summary>
public interface IClearance
{
    /// <summary>Whether it stands at this moment. May be asked from any thread.</summary>
    bool Stands { get; }

    /// <summary>Obtains it anew. Whatever this throws holds the request back: nothing is sent, and the caller gets the exception.</summary>
    ValueTask ObtainAsync(CancellationToken cancellation);
}
