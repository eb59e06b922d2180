using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using OutletBot.Options;

namespace OutletBot.Crm.Traffic;

/// <summary>The rate gate of a single process: first come, first served.</summary>
internal sealed class LocalRateGate(IOptions<CrmOptions> options, TimeProvider time) : IRateGate
{
    private readonly ConcurrentDictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly SteadyClock _clock = new(time);

    public async ValueTask WaitAsync(string locationId, CancellationToken cancellation)
    {
        var lane = LaneOf(locationId);
        await lane.Turn.WaitAsync(cancellation);
        try
        {
            // Asked again after each wait, as a pause may have come meanwhile.
            while (lane.TryTake(_clock.Now, out var wait) is false)
                await Task.Delay(wait, time, cancellation);
        }
        finally
        {
            lane.Turn.Release();
        }
    }

    public ValueTask PauseAsync(string locationId, TimeSpan duration, CancellationToken cancellation)
    {
        LaneOf(locationId).Pause(_clock.Now + duration);
        return ValueTask.CompletedTask;
    }

    private Lane LaneOf(string locationId) =>
        _lanes.GetOrAdd(locationId, static (_, permits) => new Lane(permits), options.Value.RequestsPer10Seconds);

    private sealed class Lane(int permits)
    {
        private readonly RateWindow _window = new(permits);
        private readonly Lock _guard = new();

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public bool TryTake(DateTimeOffset now, out TimeSpan wait)
        {
            lock (_guard)
            {
                wait = _window.Wait(now);
                if (wait > TimeSpan.Zero)
                    return false;
                _window.Reserve(now);
                return true;
            }
        }

        public void Pause(DateTimeOffset until)
        {
            lock (_guard)
                _window.Pause(until);
        }
    }
}
