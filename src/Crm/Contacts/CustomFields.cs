using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OutletBot.Options;

namespace OutletBot.Crm.Contacts;

/// <summary>Which custom field of a location plays which role, remembered for ten minutes.</summary>
internal sealed partial class CustomFields(IOptions<CrmOptions> options, TimeProvider time, ILogger<CustomFields> logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan MissingAgain = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Location, ContactField Field), bool> _warned = new();

    /// <summary>The fields that are there of those asked for.</summary>
    public async Task<IReadOnlyDictionary<ContactField, CustomField>> FindAsync(
        string locationId, IReadOnlyCollection<ContactField> wanted, Func<Task<IReadOnlyList<CustomField>>> load, CancellationToken cancellation)
    {
        var known = _known.GetOrAdd(locationId, static _ => new Known());
        await known.Turn.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            if (known.Fields is null || now - known.ReadAt >= Fresh || (now - known.ReadAt >= MissingAgain && wanted.Any(f => Find(known.Fields, f) is null)))
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

            var found = new Dictionary<ContactField, CustomField>();
            foreach (var field in wanted)
            {
                if (Find(known.Fields, field) is { } custom)
                    found[field] = custom;
                else if (_warned.TryAdd((locationId, field), true))
                    LogMissing(locationId, NameOf(field), field);
            }

            return found;
        }
        finally
        {
            known.Turn.Release();
        }
    }

    private CustomField? Find(IReadOnlyList<CustomField> fields, ContactField field) => fields.FirstOrDefault(f => f.IsCalled(NameOf(field)));

    private string NameOf(ContactField field) => field switch
    {
        ContactField.BusinessType => options.Value.Fields.BusinessType,
        ContactField.Problem => options.Value.Fields.Problem,
        ContactField.Goal => options.Value.Fields.Goal,
        ContactField.Budget => options.Value.Fields.Budget,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Not kept in a custom field."),
    };

    [LoggerMessage(3001, LogLevel.Warning, "Location {LocationId} has no custom field '{Name}' (Crm:Fields:{Field}): the value is left out.")]
    private partial void LogMissing(string locationId, string name, ContactField field);

    [LoggerMessage(3002, LogLevel.Warning, "The custom fields of location {LocationId} cannot be read now ({Failure}): those read before still serve.")]
    private partial void LogKeptOld(string locationId, CrmFailure failure);

    private sealed class Known
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public IReadOnlyList<CustomField>? Fields { get; set; }
        public DateTimeOffset ReadAt { get; set; }
    }
}
