using System.Runtime.ExceptionServices;

namespace OutletBot.Crm.Traffic;

internal enum CallKind
{
    /// <summary>Changes nothing.</summary>
    Read,

    /// <summary>A second time does no more than the first.</summary>
    IdempotentWrite,

    /// <summary>A second time does it twice.</summary>
    Write,
}

/// <summary>One request to GHL with all its attempts. It travels with the HTTP request and gathers what became of it.</summary>
internal sealed class Call(string operation, string locationId, string token, CallKind kind)
{
    public const string Key = "OutletBot.Crm.Call";

    private static readonly HttpRequestOptionsKey<Call> Option = new(Key);

    public string Operation => operation;
    public string LocationId => locationId;
    public string Token => token;
    public CallKind Kind => kind;

    /// <summary>Whether an attempt may have taken effect without our knowing.</summary>
    public bool OutcomeUnknown { get; set; }

    /// <summary>Whether the call waits for the rate gate now.</summary>
    public bool AtGate { get; set; }

    /// <summary>Whether this attempt has begun to leave: until then it has no effect.</summary>
    public bool Left { get; set; }

    /// <summary>What each attempt leaves under; null where it needs nothing.</summary>
    public IClearance? Clearance { get; init; }

    /// <summary>What <see cref="Clearance"/> held the call back with.</summary>
    public ExceptionDispatchInfo? HeldBack { get; private set; }

    /// <summary>Returns while the clearance stands, so that what follows at once still has it.</summary>
    public async ValueTask ClearAsync(CancellationToken cancellation)
    {
        if (Clearance is null) return;
        try
        {
            while (!Clearance.Stands)
            {
                cancellation.ThrowIfCancellationRequested();
                await Clearance.ObtainAsync(cancellation);
            }
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            HeldBack = ExceptionDispatchInfo.Capture(e);
            // No failure of GHL's, which would be repeated and counted.
            throw new OperationCanceledException("The request is held back.", e);
        }
    }

    public bool MayRepeatBlindly => kind != CallKind.Write;

    public static Call Of(HttpRequestMessage request) =>
        Find(request) ?? throw new InvalidOperationException("A request to GHL carries no call.");

    public static Call? Find(HttpRequestMessage request) => request.Options.TryGetValue(Option, out var call) ? call : null;
}
