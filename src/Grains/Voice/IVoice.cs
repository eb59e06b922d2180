namespace OutletBot.Voice;

/// <summary>Hears recordings.</summary>
public interface IVoice
{
    /// <summary>The words of a recording; null when they cannot be had. Never throws for what a supplier does, or for want of time.</summary>
    /// <param name="address">Where the recording is kept.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<string?> HearAsync(Uri address, CancellationToken cancellation);
}
