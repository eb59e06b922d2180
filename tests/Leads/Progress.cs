namespace OutletBot.Leads;

/// <summary>Says now and then how far a run is.</summary>
internal sealed class Progress(int all)
{
    private readonly long _begun = TimeProvider.System.GetTimestamp();
    private readonly Lock _gate = new();
    private int _done;
    private int _broken;

    public void Add(Lived lead)
    {
        lock (_gate)
        {
            _done++;
            if (lead.Violations.Count > 0) _broken++;
            if (_done % 20 == 0 || _done == all) Console.WriteLine($"{_done} of {all} leads, {_broken} with a broken rule, {TimeProvider.System.GetElapsedTime(_begun).TotalSeconds:0} s");
        }
    }
}
