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

    /// <summary>Called right before each attempt.</summary>
    public Action? BeforeSending { get; init; }

    /// <summary>What <see cref="BeforeSending"/> held the call back with.</summary>
    public OperationCanceledException? HeldBack { get; private set; }

    /// <summary>Lets an attempt go out, or holds it back by the exception.</summary>
    public void LetGo()
    {
        try
        {
            BeforeSending?.Invoke();
        }
        catch (OperationCanceledException e)
        {
            HeldBack = e;
            throw;
        }
    }

    public bool MayRepeatBlindly => kind != CallKind.Write;

    public static Call Of(HttpRequestMessage request) =>
        Find(request) ?? throw new InvalidOperationException("A request to GHL carries no call.");

    public static Call? Find(HttpRequestMessage request) => request.Options.TryGetValue(Option, out var call) ? call : null;
}
