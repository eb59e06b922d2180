namespace OutletBot.ReadModel;

/// <summary>Commits batches of finished turns, one batch at a time.</summary>
internal interface ITurnWriter : IAsyncDisposable
{
    /// <summary>Commits all turns or none; the results only fill the places.</summary>
    Task<bool[]> RecordAsync(IReadOnlyList<TurnRecord> turns);
}
