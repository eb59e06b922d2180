using System.Text.Json.Nodes;
using OutletBot.Simulator.Crm;

namespace OutletBot.Simulator.Ghl;

/// <summary>A request to GHL's stand-in.</summary>
internal sealed class GhlCall(HttpContext http, JsonObject body, World world)
{
    public JsonObject Body { get; } = body;

    public World World { get; } = world;

    public HttpContext Http { get; } = http;

    /// <summary>Done once the world's lock is left again.</summary>
    public List<Action> Afterwards { get; } = [];

    /// <summary>The contact that the request is about, for the log.</summary>
    public string? ContactId => Route("contactId") ?? Body.Text("contactId") ?? Query("contactId");

    public string? Route(string name) => Http.GetRouteValue(name) as string;

    public string? Query(string name) => Http.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>The location that the request names, or that owns what it names.</summary>
    public string? NamedLocation() => Route("locationId") ?? Body.Text("locationId") ?? Query("locationId");

    public string LocationId() =>
        NamedLocation()
        ?? World.Contact(ContactId)?.LocationId
        ?? (Route("conversationId") is { } conversation ? World.ByConversation(conversation)?.LocationId : null)
        ?? (Route("eventId") is { } appointment ? World.Appointment(appointment)?.LocationId : null)
        ?? World.Options.LocationId;
}
