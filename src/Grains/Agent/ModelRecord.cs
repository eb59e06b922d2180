namespace OutletBot.Agent;

/// <summary>How the model's last calls went: what <c>/health</c> goes by.</summary>
internal sealed class ModelRecord
{
    // One answer that cannot be used is nothing that operators could mend.
    private const int Several = 3;

    private readonly Lock gate = new();
    private int failures;
    private string reason = "";

    /// <summary>Why the rules answer in the model's place, null while it does.</summary>
    public string? Trouble
    {
        get
        {
            lock (gate) return failures < Several ? null : FormattableString.Invariant($"the last {failures} calls failed ({reason}): the rules answer");
        }
    }

    public void Answered()
    {
        lock (gate) failures = 0;
    }

    public void Failed(string why)
    {
        lock (gate)
        {
            // An open breaker is what came of it, and not why.
            if (failures == 0 || why != ModelFailure.BreakerOpen) reason = why;
            failures++;
        }
    }
}
