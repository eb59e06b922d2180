using OutletBot.Crm;

namespace OutletBot.Contract;

/// <summary>A right to act that the case gives and takes.</summary>
internal sealed class ClearanceDouble(Func<bool> stands, Action obtain) : IClearance
{
    public bool Stands => stands();

    public ValueTask ObtainAsync(CancellationToken cancellation)
    {
        obtain();
        return ValueTask.CompletedTask;
    }
}
