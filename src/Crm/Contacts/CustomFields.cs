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
    /// <param name="locationId">The location.</param>
    /// <param name="wanted">Fields of its playbook.</param>
    /// <param name="load">Reads all of the location's. It is asked once for all who wait at the same time, and ends whoever leaves.</param>
    /// <param name="cancellation">Ends this wait alone.</param>
    public async Task<IReadOnlyDictionary<Field, CustomField>> FindAsync(
        string locationId, IReadOnlyCollection<Field> wanted, Func<Task<IReadOnlyList<CustomField>>> load, CancellationToken cancellation)
    {
        var known = _known.GetOrAdd(locationId, static _ => new Known());
        if (!Serves(known.Fields, locationId, wanted))
        {
            try
            {
                await known.LoadAsync(async () => new(await load(), time.GetUtcNow())).WaitAsync(cancellation);
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
            if (Find(known.Fields!.All, locationId, field) is { } custom)
                found[field] = custom;
            else if (_warned.TryAdd((locationId, field), true))
                LogMissing(locationId, NameOf(locationId, field), field);
        }

        return found;
    }

    private bool Serves(Fields? fields, string locationId, IReadOnlyCollection<Field> wanted)
    {
        if (fields is null) return false;
        var age = time.GetUtcNow() - fields.ReadAt;
        return age < Fresh && (age < MissingAgain || wanted.All(field => Find(fields.All, locationId, field) is not null));
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

    private sealed record Fields(IReadOnlyList<CustomField> All, DateTimeOffset ReadAt);

    /// <summary>What is known of a location, and the reading that is under way.</summary>
    private sealed class Known
    {
        private readonly Lock _guard = new();
        private Task? _loading;

        public Fields? Fields { get; private set; }

        /// <summary>Joins the reading under way, or begins one; it belongs to none of the grains that wait for it.</summary>
        public Task LoadAsync(Func<Task<Fields>> load)
        {
            lock (_guard)
                return _loading is { IsCompleted: false } ? _loading : _loading = Task.Run(async () => Fields = await load());
        }
    }
}
