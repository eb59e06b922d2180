using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace OutletBot.Leads;

/// <summary>A message of the agent's, as GHL took it.</summary>
internal sealed record Received(string Text, DateTimeOffset At);

/// <summary>Follows the simulator's ledger and hands every message of the agent's to its lead.</summary>
internal sealed class LedgerFeed(LocalProcess process)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, Channel<Received>> _phones = new(StringComparer.Ordinal);

    public ChannelReader<Received> PhoneOf(string contact) => Phone(contact).Reader;

    public async Task FollowAsync(CancellationToken ending)
    {
        var seen = 0L;
        while (!ending.IsCancellationRequested)
        {
            var answer = await process.GetAsync($"/simulator/ledger?kind=outbound&since={seen}");
            foreach (var entry in answer["entries"]!.AsArray())
            {
                seen = Math.Max(seen, (long)entry!["seq"]!);
                if ((string?)entry["source"] == "api") Phone((string)entry["contactId"]!).Writer.TryWrite(new((string)entry["text"]!, (DateTimeOffset)entry["at"]!));
            }

            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        }
    }

    private Channel<Received> Phone(string contact) => _phones.GetOrAdd(contact, _ => Channel.CreateUnbounded<Received>());
}
