using System.Net;
using System.Text.Json;

namespace OutletBot.Chaos;

/// <summary>What became of the run.</summary>
internal sealed record Result
{
    public required int Seed { get; init; }

    public required int Leads { get; init; }

    public required int Acked { get; init; }

    public required int Answered { get; init; }

    /// <summary>Acked messages that rightly got no reply: a person writes, the lead opted out, or operators were called.</summary>
    public required int WithAPerson { get; init; }

    public required int Lost { get; init; }

    public required int Doubled { get; init; }

    public required int DoubleBooked { get; init; }

    public required int TalkedOver { get; init; }

    /// <summary>Messages that reached the lead but not the transcript.</summary>
    public required int Unrecorded { get; init; }

    public required int Bookings { get; init; }

    public required int Faults { get; init; }

    public required int NeverAcked { get; init; }

    /// <summary>Milliseconds from ack to reply, quiet period included.</summary>
    public required double ReplyP50 { get; init; }

    public required double ReplyP99 { get; init; }

    public required double ReplyMax { get; init; }

    public required double AckP50 { get; init; }

    public required double AckP99 { get; init; }

    /// <summary>Milliseconds to an ack while a silo is dead.</summary>
    public required double AckP99SiloDead { get; init; }

    /// <summary>Milliseconds to an ack while GHL or the model hangs.</summary>
    public required double AckP99SuppliersHang { get; init; }

    public required Recovery AfterKill { get; init; }

    public required Recovery AfterFreeze { get; init; }

    public required IReadOnlyDictionary<int, int> Answers { get; init; }

    /// <summary>Of what must never happen, how often it did in a million webhooks.</summary>
    public double PerMillion(int times) => Acked == 0 ? 0 : Math.Round(times * 1e6 / Acked, 1);

    public bool Sound => Lost + Doubled + DoubleBooked + TalkedOver + Unrecorded + NeverAcked == 0 && Acked > 0;
}

/// <summary>Milliseconds to reply, beyond the quiet period, of messages acked around the death of a silo, whichever silo they met.</summary>
internal sealed record Recovery(int Messages, double P50, double P99, double Max);

/// <summary>What webhooks sent while a fault was made took, to the ack and to the reply; milliseconds, the quiet period left out.</summary>
internal sealed record FaultFigures(string Name, int Acks, double AckP50, double AckP99, int Replies, double ReplyP50, double ReplyP99);

/// <summary>Compares what leads wrote with what the ledger and the bot's own record say.</summary>
internal sealed class Reckoning(Rig rig, Ledger ledger, Sender sender)
{
    /// <summary>A reply may be on its way to GHL while a person's message is being acked.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan AroundADeath = TimeSpan.FromSeconds(2);

    private readonly List<string> _findings = [];
    private readonly List<(DateTimeOffset Acked, double Took)> _replies = [];

    public IReadOnlyList<string> Findings => _findings;

    /// <summary>Waits until no event waits and nothing more is sent.</summary>
    public async Task<bool> QuietAsync(TimeSpan patience)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var (calm, sends) = (0, -1);
        while (TimeProvider.System.GetElapsedTime(begun) < patience)
        {
            await ledger.ReadAsync();
            var inbox = await rig.GetAsync($"{rig.GatewayUrls[0]}/api/inbox");
            var now = ledger.All.Count();
            calm = inbox.GetProperty("count").GetInt64() == 0 && now == sends ? calm + 1 : 0;
            sends = now;
            if (calm >= 5) return true;
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        }

        return false;
    }

    public async Task<Result> ReckonAsync(int seed, IReadOnlyCollection<Lead> leads, IReadOnlyList<Fault> faults)
    {
        var (acked, answered, silent, lost, doubled, doubleBooked, talkedOver, unrecorded) = (0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var lead in leads)
        {
            var entries = ledger.Of(lead.Contact);
            Entry[] sends = [.. entries.Where(e => e is { Kind: "outbound", Source: "api" })];
            var record = await RecordAsync(lead);
            foreach (var message in lead.Messages.Where(m => m.AckedAt is not null))
            {
                acked++;
                // A duplicate's ack may come after the reply to the first copy.
                if (Array.Find(sends, s => s.At > message.SentAt) is { } reply)
                {
                    answered++;
                    _replies.Add((message.AckedAt!.Value, Math.Max(0, (reply.At - message.AckedAt.Value).TotalMilliseconds)));
                    if (!record.LeadMessages.Contains(message.Id)) Lose(lead, $"'{message.Id}' is not in the transcript");
                }
                else if (lead.Person is not null || record.Silent) silent++;
                else Lose(lead, $"'{message.Text}', acked {message.AckedAt:HH:mm:ss.fff}, has no reply; stage {record.Stage}");
            }

            var texts = sends.GroupBy(s => s.Text ?? "", StringComparer.Ordinal).Select(g => (g.Key, Applied: g.Count(), Known: record.Sent.Count(t => t == g.Key), Sends: g)).ToArray();
            foreach (var (text, applied, known, times) in texts.Where(t => t.Applied > t.Known))
            {
                var what = applied > Math.Max(known, 1) ? "doubled" : "unrecorded";
                Find(what, lead, $"sent {applied} times, known {known}: {string.Join(", ", times.Select(s => $"{s.At:HH:mm:ss.fff}"))} '{text}'; stage {record.Stage}, needs a person: {record.Person}");
                doubled += Math.Max(0, applied - Math.Max(known, 1));
                // A reply whose outcome is unknown is given up, not looked up, when a person takes over.
                if (known == 0 && lead.Person is null) unrecorded++;
            }

            var standing = entries.Count(e => e.Kind == "booking") - entries.Count(e => e.Kind == "cancel");
            if (standing > 1) Find("double-booked", lead, $"{standing} appointments");
            doubleBooked += Math.Max(0, standing - 1);

            if (lead.Person?.AckedAt is { } person)
            {
                var over = sends.Where(s => s.At > person + OnItsWay).ToArray();
                if (over.Length > 0) Find("talked over", lead, $"person acked {person:HH:mm:ss.fff}, sent {string.Join(", ", over.Select(s => $"{s.At:HH:mm:ss.fff}"))}");
                talkedOver += over.Length;
            }
        }

        var twice = ledger.All.Where(e => e.Kind == "booking").GroupBy(e => (e.LocationId, e.Text)).Where(g => g.Select(e => e.ContactId).Distinct().Count() > 1)
            .Count(g => !ledger.All.Any(e => e.Kind is "cancel" or "reschedule" && e.LocationId == g.Key.LocationId && g.Any(b => b.Id == e.Id)));
        double[] took = [.. _replies.Select(r => r.Took).Order()];
        double[] acks = [.. sender.AckTimes.Select(a => a.Took).Order()];
        return new Result
        {
            Seed = seed,
            Leads = leads.Count,
            Acked = acked,
            Answered = answered,
            WithAPerson = silent,
            Lost = lost,
            Doubled = doubled,
            DoubleBooked = doubleBooked + twice,
            TalkedOver = talkedOver,
            Unrecorded = unrecorded,
            Bookings = ledger.All.Count(e => e.Kind == "booking"),
            Faults = faults.Count,
            NeverAcked = leads.Sum(l => l.Messages.Count(m => m.AckedAt is null) + (l.Person is { AckedAt: null } ? 1 : 0)),
            ReplyP50 = At(took, 0.5),
            ReplyP99 = At(took, 0.99),
            ReplyMax = At(took, 1),
            AckP50 = At(acks, 0.5),
            AckP99 = At(acks, 0.99),
            AckP99SiloDead = At(Acks(faults, "silo killed"), 0.99),
            AckP99SuppliersHang = At(Acks(faults, "ghl hangs", "model hangs", "ghl and the model hang"), 0.99),
            AfterKill = RecoveryFrom(faults, "silo killed"),
            AfterFreeze = RecoveryFrom(faults, "silo frozen"),
            Answers = new SortedDictionary<int, int>(sender.Answers.ToDictionary()),
        };

        void Lose(Lead lead, string what)
        {
            lost++;
            Find("lost", lead, what);
        }
    }

    /// <summary>Figures of each kind of fault, after <see cref="ReckonAsync"/>.</summary>
    public IEnumerable<FaultFigures> ByFault(IReadOnlyList<Fault> faults) => faults.Select(f => f.Name).Distinct().Order(StringComparer.Ordinal).Select(name =>
    {
        var acks = Acks(faults, name);
        double[] replies = [.. _replies.Where(r => faults.Any(f => f.Name == name && r.Acked > f.From && r.Acked < f.Until)).Select(BeyondTheQuietPeriod).Order()];
        return new FaultFigures(name, acks.Length, At(acks, 0.5), At(acks, 0.99), replies.Length, At(replies, 0.5), At(replies, 0.99));
    });

    private static double BeyondTheQuietPeriod((DateTimeOffset Acked, double Took) reply) => Math.Max(0, reply.Took - Rig.QuietPeriod.TotalMilliseconds);

    private void Find(string kind, Lead lead, string what) => _findings.Add($"{kind}: {lead.Location}/{lead.Contact}: {what}");

    private async Task<(string Stage, bool Silent, string? Person, HashSet<string> LeadMessages, List<string> Sent)> RecordAsync(Lead lead)
    {
        JsonElement found;
        try
        {
            found = await rig.GetAsync($"{rig.GatewayUrls[0]}/api/conversations/{lead.Location}/{lead.Contact}");
        }
        catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return ("none", false, null, [], []);
        }

        var row = found.GetProperty("conversation");
        var stage = row.GetProperty("stage").GetString()!;
        var person = row.TryGetProperty("needsHuman", out var why) && why.ValueKind == JsonValueKind.String;
        var (told, sent) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var message in found.GetProperty("messages").EnumerateArray())
        {
            if (message.GetProperty("author").ToString() is "Lead" or "0") told.Add(message.GetProperty("messageId").GetString()!);
            if (message.GetProperty("author").ToString() is "Bot" or "1") sent.Add(message.GetProperty("text").GetString()!);
        }

        return (stage, stage is "OptedOut" or "HandedOff" || person, person ? why.GetString() : null, told, sent);
    }

    private double[] Acks(IReadOnlyList<Fault> faults, params string[] names) =>
        [.. sender.AckTimes.Where(a => faults.Any(f => names.Contains(f.Name) && a.At > f.From && a.At < f.Until)).Select(a => a.Took).Order()];

    private Recovery RecoveryFrom(IReadOnlyList<Fault> faults, string name)
    {
        double[] took =
        [
            .. _replies.Where(r => faults.Any(f => f.Name == name && r.Acked > f.From - AroundADeath && r.Acked < f.Until))
                .Select(BeyondTheQuietPeriod).Order(),
        ];
        return new Recovery(took.Length, At(took, 0.5), At(took, 0.99), At(took, 1));
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : Math.Round(sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)], 1);
}
