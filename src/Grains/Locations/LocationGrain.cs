using Microsoft.Extensions.Options;
using OutletBot.Crm.Traffic;
using OutletBot.Options;

namespace OutletBot.Locations;

/// <inheritdoc cref="ILocationGrain"/>
internal sealed class LocationGrain(IOptions<CrmOptions> options, TimeProvider time) : Grain, ILocationGrain
{
    private readonly RateWindow _window = new(options.Value.RequestsPer10Seconds);

    public ValueTask<TimeSpan> ReserveAsync() => ValueTask.FromResult(_window.Reserve(time.GetUtcNow()));

    public ValueTask PauseAsync(TimeSpan duration)
    {
        _window.Pause(time.GetUtcNow() + duration);
        return ValueTask.CompletedTask;
    }
}
