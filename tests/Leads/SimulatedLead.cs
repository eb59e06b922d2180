using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace OutletBot.Leads;

/// <summary>One lead with a phone: writes, waits for the answer, checks it, and writes on until there is nothing more to say.</summary>
internal sealed class SimulatedLead(LocalProcess process, ChannelReader<Received> phone, Persona persona, Rulebook rules, string location, int number, string kind, Random chance)
{
    private const int TurnsAtMost = 30;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>A message that is not to come would be here by then.</summary>
    private static readonly TimeSpan UntilQuiet = TimeSpan.FromSeconds(3);

    private readonly StringBuilder _transcript = new();
    private int _replies;

    private string Id => $"lead-{number}";

    public async Task<Lived> LiveAsync()
    {
        await process.PostAsync("/simulator/leads", new { id = Id, locationId = location, phone = string.Create(CultureInfo.InvariantCulture, $"+1512555{number:0000}") });
        var said = persona.Open();
        for (var turn = 0; said is not null; turn++)
        {
            if (turn == TurnsAtMost)
            {
                rules.Expect(false, "the conversation does not end");
                break;
            }

            rules.Said(said);
            await WriteAsync(said);
            if (await HearAsync(said) is not { } heard) break;
            said = persona.Next(heard);
        }

        var (record, ending) = await SettleAsync();
        rules.Close(record, ending);
        return new()
        {
            Number = number,
            Kind = kind,
            Ending = ending,
            AsExpected = persona.Expected.Contains(ending),
            Replies = _replies,
            AskedAgain = rules.AskedAgain,
            Violations = rules.Violations,
            Transcript = _transcript.ToString(),
        };
    }

    /// <summary>Fragments come ten times as fast as people write, the quiet period is as much shorter.</summary>
    private async Task WriteAsync(Said said)
    {
        for (var i = 0; i < said.Fragments.Count; i++)
        {
            if (i > 0) await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(100, 300)), TimeProvider.System);
            Note("lead ", said.Fragments[i]);
            await process.PostAsync($"/simulator/leads/{Id}/messages", new { text = said.Fragments[i], locationId = location });
        }
    }

    /// <summary>The last message of the answer; null where silence is due and kept, or nothing comes.</summary>
    private async Task<Heard?> HearAsync(Said said)
    {
        Heard? last = null;
        // An answer to the first fragments alone may come before that to the others.
        for (var wait = said.WantsSilence ? UntilQuiet : Patience; await ReceiveAsync(wait) is { } received; wait = said.Fragments.Count > 1 ? UntilQuiet : TimeSpan.Zero)
        {
            _replies++;
            Note("agent", received.Text);
            last = Lines.Hear(received.Text);
            persona.Look(last);
            var broken = rules.Violations.Count;
            rules.Check(last, await process.GetAsync($"/simulator/leads/{Id}"));
            foreach (var violation in rules.Violations.Skip(broken)) Note("  !!!", violation);
        }

        if (last is not null && rules.AsksAgain(last)) Note("  ???", "asks for what was given");
        if (last is null && !said.WantsSilence) rules.Expect(false, "no answer came");
        return last;
    }

    private async Task<Received?> ReceiveAsync(TimeSpan wait)
    {
        if (phone.TryRead(out var ready)) return ready;
        if (wait == TimeSpan.Zero) return null;
        using var patience = new CancellationTokenSource(wait, TimeProvider.System);
        try
        {
            return await phone.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Tags and notes follow the last reply: waits until the record does not change any more.</summary>
    private async Task<(JsonObject Record, Ending Ending)> SettleAsync()
    {
        var record = new JsonObject();
        var before = "";
        await Eventually.TrueAsync(
            async () =>
            {
                var seen = before;
                record = await process.GetAsync($"/simulator/leads/{Id}");
                before = record.ToJsonString();
                if (before == seen) return true;
                await Task.Delay(UntilQuiet / 2, TimeProvider.System);
                return false;
            },
            Patience,
            () => $"The record of {Id} never comes to rest.");
        return (record, EndingOf(record));
    }

    private static Ending EndingOf(JsonObject record)
    {
        string[] tags = [.. record["tags"]!.AsArray().Select(tag => (string)tag!)];
        return tags.Contains("opted-out") ? Ending.OptedOut
            : tags.Contains("needs-human") ? Ending.HandedOff
            : record["appointments"]!.AsArray().Any(one => (string)one!["status"]! is "confirmed" or "new" or "booked") ? Ending.Booked
            : tags.Contains("nurture-lead") ? Ending.Nurture
            : Ending.Open;
    }

    private void Note(string who, string text) => _transcript.AppendLine(CultureInfo.InvariantCulture, $"  {who} | {text.ReplaceLineEndings("\n        | ")}");
}
