using OutletBot.Crm;

namespace OutletBot.Booking;

/// <summary>The right to book for a conversation, which may have moved to another silo since it asked: it is asked back.</summary>
/// <param name="ask">Asks the conversation how long the booking may still leave.</param>
/// <param name="time">A monotonic clock: what is left is counted from before the question.</param>
internal sealed class BookingClearance(Func<Task<TimeSpan?>> ask, TimeProvider time) : IClearance
{
    private long _asked;
    private TimeSpan _left;

    public bool Stands => time.GetElapsedTime(_asked) < _left;

    public async ValueTask ObtainAsync(CancellationToken cancellation)
    {
        var asked = time.GetTimestamp();
        if (await AnswerAsync() is not { } left) throw new CrmException(CrmFailure.Unavailable, "The conversation does not stand by its booking any more.");
        (_asked, _left) = (asked, left);
    }

    private async Task<TimeSpan?> AnswerAsync()
    {
        try
        {
            return await ask();
        }
        catch (Exception e)
        {
            throw new CrmException(CrmFailure.Unavailable, "The conversation that wants a booking does not answer.", e);
        }
    }
}
