namespace OutletBot.Voice;

/// <summary>Hears recordings.</summary>
public interface IVoice
{
    /// <summary>The words of a recording; null when they cannot be had. Never throws for what a supplier does, or for want of time.</summary>
    Task<string?> HearAsync(Recording recording, CancellationToken cancellation);
}

/// <summary>A recording that a lead sent.</summary>
/// <param name="Address">Where it is kept.</param>
/// <param name="Conversation">Whose budget it is charged to.</param>
/// <param name="Day">The day in the location's zone.</param>
public sealed record Recording(Uri Address, ConversationId Conversation, DateOnly Day);
