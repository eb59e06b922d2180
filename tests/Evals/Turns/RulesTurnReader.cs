using OutletBot.Understanding;

namespace OutletBot.Evals;

/// <summary>Reads turns by rules: what was asked is read from the last message's words, as a stranger's data names no more.</summary>
internal sealed class RulesTurnReader : ITurnReader
{
    public int Concurrency => 1;

    public ValueTask<TurnAnswer> ReadAsync(Turn turn, CancellationToken cancellation) => ValueTask.FromResult(TurnAnswer.Of(Reader.Read(new()
    {
        Text = turn.CustomerMessage,
        LastReply = turn.LastBotMessage,
        Known = turn.Known,
        Offered = turn.OfferedSlots,
        Appointment = turn.Appointment,
        Now = turn.Now,
    })));
}
