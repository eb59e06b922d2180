using Microsoft.Extensions.Options;
using OutletBot.Crm.Traffic;
using OutletBot.Options;

namespace OutletBot.Locations;

/// <inheritdoc cref="ILocationGrain"/>
internal sealed class LocationGrain(IOptions<CrmOptions> options, TimeProvider time) : Grain, ILocationGrain
{
    private readonly RateWindow _window = new(options.Value.RequestsPer10Seconds);
    private readonly SteadyClock _clock = new(time);

    public ValueTask<TimeSpan> ReserveAsync()
    {
        var now = _clock.Now;
        var wait = _window.Wait(now);
        return ValueTask.FromResult(wait > ILocationGrain.LongestReservation ? wait : _window.Reserve(now));
    }

    public ValueTask PauseAsync(TimeSpan duration)
    {
        _window.Pause(_clock.Now + duration);
        return ValueTask.CompletedTask;
    }
}
