namespace OutletBot.Simulator.Meta;

/// <summary>A filled-in form.</summary>
internal sealed record FormLead(string Id, string PageId, string FormId, DateTimeOffset At, IReadOnlyDictionary<string, string> Fields);

/// <summary>The forms that were filled in.</summary>
internal sealed class FormLeads
{
    private readonly Dictionary<string, FormLead> leads = [];
    private readonly Lock gate = new();
    private long count = 7_000_000_000_000_000;

    public FormLead Add(string pageId, string formId, DateTimeOffset at, IReadOnlyDictionary<string, string> fields)
    {
        lock (gate)
        {
            var id = (++count + at.ToUnixTimeMilliseconds()).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return leads[id] = new FormLead(id, pageId, formId, at, fields);
        }
    }

    public FormLead? Find(string id)
    {
        lock (gate)
            return leads.GetValueOrDefault(id);
    }

    public void Clear()
    {
        lock (gate)
            leads.Clear();
    }
}
