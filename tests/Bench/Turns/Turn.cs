using OutletBot.Bench.Leads;

namespace OutletBot.Bench.Turns;

/// <summary>One answered message.</summary>
/// <param name="Took">From the ack to GHL's taking the reply.</param>
/// <param name="Overhead">What of it was neither quiet period nor the suppliers' latency.</param>
internal sealed record Turn(TimeSpan Took, TimeSpan Overhead)
{
    public static TurnList Of(IReadOnlyList<Entry> ledger, IReadOnlyList<Request> requests, TurnsPlan plan)
    {
        var turns = new TurnList { ModelCalls = requests.Count(r => r.Target == "openai"), CrmRequests = requests.Count(r => r.Target == "ghl") };
        var crm = requests.Where(r => r is { Target: "ghl", ContactId: not null }).ToLookup(r => r.ContactId!, r => r.At, StringComparer.Ordinal);
        foreach (var contact in ledger.Where(e => e.ContactId is not null).GroupBy(e => e.ContactId!, StringComparer.Ordinal))
        {
            DateTimeOffset? acked = null;
            foreach (var entry in contact.OrderBy(e => e.Seq))
            {
                if (entry is { Kind: "delivery", Status: 202 }) acked = entry.At;
                if (entry.Kind != "outbound" || acked is not { } since) continue;
                // What ends before the quiet period does still belongs to the turn before.
                var before = crm[contact.Key].Count(at => at > since + plan.Quiet && at < entry.At);
                var took = entry.At - since;
                var overhead = took - plan.Quiet - plan.Crm * (before + 1);
                // A greeting needs no model.
                turns.Add(new Turn(took, overhead >= plan.Model ? overhead - plan.Model : overhead));
                acked = null;
            }
        }

        return turns;
    }
}

/// <summary>The turns of a run and the requests that they made.</summary>
internal sealed class TurnList : List<Turn>
{
    public int ModelCalls { get; init; }

    public int CrmRequests { get; init; }
}
