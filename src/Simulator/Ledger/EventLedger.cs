using Microsoft.Extensions.Options;

namespace OutletBot.Simulator.Ledger;

/// <summary>One thing that happened: an inbound message, a delivery, a send, a booking.</summary>
internal sealed record LedgerEntry(
    long Seq,
    DateTimeOffset At,
    string Kind,
    string? LocationId,
    string? ContactId,
    string? Id = null,
    string? Text = null,
    string? Source = null,
    int? Status = null,
    string? Detail = null);

/// <summary>What happened, in order; what a test of lost and doubled messages is checked against.</summary>
internal sealed class EventLedger(IOptions<SimulatorOptions> options, TimeProvider clock)
{
    private readonly Queue<LedgerEntry> entries = new();
    private readonly Lock gate = new();
    private long seq;

    public void Add(string kind, string? locationId, string? contactId, string? id = null, string? text = null, string? source = null, int? status = null, string? detail = null)
    {
        lock (gate)
        {
            entries.Enqueue(new LedgerEntry(++seq, clock.GetUtcNow(), kind, locationId, contactId, id, text, source, status, detail));
            if (entries.Count > options.Value.MaxEntries)
                entries.Dequeue();
        }
    }

    public IReadOnlyList<LedgerEntry> Since(long after, string? contactId = null, string? kind = null)
    {
        lock (gate)
            return [.. entries.Where(entry => entry.Seq > after && (contactId is null || entry.ContactId == contactId) && (kind is null || entry.Kind == kind))];
    }

    public void Clear()
    {
        lock (gate)
            entries.Clear();
    }
}
