using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OutletBot.Conversations;
using OutletBot.Locations;
using OutletBot.Options;

namespace OutletBot.Crm.Contacts;

/// <summary>Which custom field of a location holds which field of its playbook, remembered for ten minutes.</summary>
internal sealed partial class CustomFields(IOptions<CrmOptions> options, ILocations locations, TimeProvider time, ILogger<CustomFields> logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan MissingAgain = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Location, Field Field), bool> _warned = new();

    /// <summary>The fields that are there of those asked for.</summary>
    public async Task<IReadOnlyDictionary<Field, CustomField>> FindAsync(
        string locationId, IReadOnlyCollection<Field> wanted, Func<Task<IReadOnlyList<CustomField>>> load, CancellationToken cancellation)
    {
        var known = _known.GetOrAdd(locationId, static _ => new Known());
        await known.Turn.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            if (known.Fields is null || now - known.ReadAt >= Fresh || (now - known.ReadAt >= MissingAgain && wanted.Any(f => Find(known.Fields, locationId, f) is null)))
            {
                try
                {
                    (known.Fields, known.ReadAt) = (await load(), now);
                }
                catch (CrmException e) when (known.Fields is not null && e.IsTransient)
                {
                    // What was known still serves; ids of custom fields hardly ever change.
                    LogKeptOld(locationId, e.Failure);
                }
            }

            var found = new Dictionary<Field, CustomField>();
            foreach (var field in wanted)
            {
                if (Find(known.Fields, locationId, field) is { } custom)
                    found[field] = custom;
                else if (_warned.TryAdd((locationId, field), true))
                    LogMissing(locationId, NameOf(locationId, field), field);
            }

            return found;
        }
        finally
        {
            known.Turn.Release();
        }
    }

    private CustomField? Find(IReadOnlyList<CustomField> fields, string locationId, Field field)
    {
        var name = NameOf(locationId, field);
        return fields.FirstOrDefault(f => f.IsCalled(name));
    }

    private string NameOf(string locationId, Field field) => options.Value.Fields.NameOf(field, locations.Get(locationId).Playbook);

    [LoggerMessage(3001, LogLevel.Warning, "Location {LocationId} has no custom field '{Name}' for {Field}: its value goes into the note alone.")]
    private partial void LogMissing(string locationId, string name, Field field);

    [LoggerMessage(3002, LogLevel.Warning, "The custom fields of location {LocationId} cannot be read now ({Failure}): those read before still serve.")]
    private partial void LogKeptOld(string locationId, CrmFailure failure);

    private sealed class Known
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public IReadOnlyList<CustomField>? Fields { get; set; }
        public DateTimeOffset ReadAt { get; set; }
    }
}
