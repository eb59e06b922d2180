using OutletBot.Conversations;

namespace OutletBot.Evals;

/// <summary>What a brain understood of a turn.</summary>
/// <param name="Fields">New values.</param>
/// <param name="Slot">The chosen slot from 0, null when none.</param>
/// <param name="Intent">A class of <see cref="IntentClass"/>.</param>
/// <param name="StoodIn">Whether the rules answered for the model.</param>
internal sealed record TurnAnswer(Lead Fields, int? Slot, string Intent, bool StoodIn = false)
{
    public static TurnAnswer Of(Reading reading, bool stoodIn = false) => new(
        reading.Fields,
        reading.Slot is { Match: SlotMatch.One, Matches: [var slot, ..] } ? slot : null,
        IntentClass.Of(reading.Intent),
        stoodIn);
}

/// <summary>Reads turns, by rules or by a model.</summary>
internal interface ITurnReader
{
    /// <summary>How many turns may be read at once.</summary>
    int Concurrency { get; }

    ValueTask<TurnAnswer> ReadAsync(Turn turn, CancellationToken cancellation);
}
