using System.Diagnostics;
using OutletBot.Crm.Contacts;
using OutletBot.Crm.Conversations;
using OutletBot.Crm.Traffic;
using OutletBot.Crm.Wire;
using OutletBot.Locations;

namespace OutletBot.Crm;

/// <summary>GHL over HTTP.</summary>
internal sealed partial class CrmClient(
    IContactsApi contacts,
    IConversationsApi conversations,
    ICalendarsApi calendars,
    ILocationsApi places,
    ILocations locations,
    CustomFields customFields,
    RecentConversations recent,
    TimeProvider time,
    IClearance? clearance = null) : ICrm
{
    public ICrm Under(IClearance holder) => new CrmClient(contacts, conversations, calendars, places, locations, customFields, recent, time, holder);

    public Task PingAsync(string locationId, CancellationToken cancellation) =>
        DoAsync("ping", locationId, CallKind.Read, call => places.GetAsync(locationId, call, cancellation), cancellation);

    /// <summary>One operation of the bot, whatever requests it takes: one span.</summary>
    private static async Task<T> RunAsync<T>(string operation, string locationId, Func<Task<T>> run)
    {
        using var span = CrmTelemetry.Operation(operation, locationId);
        try
        {
            return await run();
        }
        catch (CrmException e)
        {
            span?.SetTag("failure", e.Failure.ToString()).SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    private async Task<T> CallAsync<T>(
        string operation, string locationId, CallKind kind, Func<Call, Task<T>> send, CancellationToken cancellation)
    {
        var call = new Call(operation, locationId, TokenOf(locationId), kind) { Clearance = kind == CallKind.Read ? null : clearance };
        try
        {
            return await send(call);
        }
        catch (Exception) when (call.HeldBack is not null)
        {
            call.HeldBack.Throw();
            throw;
        }
        catch (Exception e) when (!(cancellation.IsCancellationRequested && e is OperationCanceledException))
        {
            throw Failures.From(e, call, time.GetUtcNow());
        }
    }

    private Task<bool> CallAsync(string operation, string locationId, CallKind kind, Func<Call, Task> send, CancellationToken cancellation) =>
        CallAsync(operation, locationId, kind, async call =>
        {
            await send(call);
            return true;
        }, cancellation);

    private Task<bool> DoAsync(string operation, string locationId, CallKind kind, Func<Call, Task> send, CancellationToken cancellation) =>
        RunAsync(operation, locationId, () => CallAsync(operation, locationId, kind, send, cancellation));

    // GHL took the request, but says nothing that could be built on.
    private static CrmException Unreadable(string operation) =>
        new(CrmFailure.Unavailable, $"GHL accepted, but gave no id ({operation}).") { OutcomeUnknown = true };

    private string TokenOf(string locationId) =>
        locations.Get(locationId).ApiKey is { Length: > 0 } token
            ? token
            : throw new CrmException(CrmFailure.Unauthorized, $"Location '{locationId}' has no token: set Crm:ApiKey to its private integration token, for example pit-….");
}
