using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OutletBot.Crm.Wire;

internal sealed record UpsertContactBody(string LocationId, string? FirstName, string? LastName, string? Email, string? Phone, string? Source);

// GHL refuses locationId here, and tags would replace all that the contact has.
internal sealed record UpdateContactBody
{
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public string? Email { get; init; }
    public bool? Dnd { get; init; }
    public DndSettingsBody? DndSettings { get; init; }
    public IReadOnlyList<CustomFieldBody>? CustomFields { get; init; }
}

internal sealed record DndSettingsBody(
    [property: JsonPropertyName("SMS")] DndSettingBody Sms,
    [property: JsonPropertyName("WhatsApp")] DndSettingBody WhatsApp);

internal sealed record DndSettingBody(string Status);

internal sealed record CustomFieldBody(string Id, [property: JsonPropertyName("field_value")] JsonValue Value);

internal sealed record TagsBody(IReadOnlyCollection<string> Tags);

internal sealed record NoteBody(string Body);

internal sealed record WorkflowBody;

internal sealed record MessageBody(string Type, string ContactId, string Message);

internal sealed record AppointmentBody
{
    public string? CalendarId { get; init; }
    public string? LocationId { get; init; }
    public string? ContactId { get; init; }
    public string? StartTime { get; init; }
    public string? EndTime { get; init; }
    public string? Title { get; init; }
    public string? AppointmentStatus { get; init; }
}
