using System.Collections.Concurrent;
using System.Text.Json;

namespace OutletBot.Chaos;

/// <param name="Seq">Rises with each entry.</param>
/// <param name="At">When the simulator applied it.</param>
/// <param name="Kind"><c>outbound</c>, <c>booking</c>, <c>cancel</c>, …</param>
/// <param name="Source"><c>api</c> for the bot.</param>
internal sealed record Entry(long Seq, DateTimeOffset At, string Kind, string? LocationId, string? ContactId, string? Id, string? Text, string? Source);

/// <summary>Follows the simulator's ledger while leads write.</summary>
internal sealed class Ledger(Rig rig)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly ConcurrentDictionary<string, ConcurrentQueue<Entry>> _byContact = new(StringComparer.Ordinal);
    private long _seen;

    public IReadOnlyList<Entry> Of(string contact) => _byContact.TryGetValue(contact, out var entries) ? [.. entries] : [];

    public IEnumerable<Entry> All => _byContact.Values.SelectMany(entries => entries);

    public async Task FollowAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await ReadAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, CancellationToken.None);
        }
    }

    public async Task ReadAsync()
    {
        var answer = await rig.GetAsync($"{rig.SimulatorUrl}/simulator/ledger?since={_seen}");
        foreach (var entry in answer.GetProperty("entries").Deserialize<Entry[]>(Web)!)
        {
            _seen = Math.Max(_seen, entry.Seq);
            _byContact.GetOrAdd(entry.ContactId ?? "", _ => new()).Enqueue(entry);
        }
    }
}
