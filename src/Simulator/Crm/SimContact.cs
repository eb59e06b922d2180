using System.Text.Json.Nodes;

namespace OutletBot.Simulator.Crm;

/// <summary>A contact with its one conversation.</summary>
internal sealed class SimContact(string id, string locationId, string conversationId, DateTimeOffset at)
{
    public string Id { get; } = id;

    public string LocationId { get; private set; } = locationId;

    /// <summary>Whether it came into being by being asked for: the first call that names a location moves it there.</summary>
    public bool Floating { get; set; }

    public string ConversationId { get; } = conversationId;

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? CompanyName { get; set; }

    public string? Source { get; set; }

    public string? TimeZone { get; set; }

    public string? AssignedTo { get; set; }

    public bool Dnd { get; set; }

    public JsonObject DndSettings { get; set; } = [];

    public List<string> Tags { get; } = [];

    public Dictionary<string, JsonNode?> CustomFields { get; } = [];

    public List<SimNote> Notes { get; } = [];

    public List<SimMessage> Messages { get; } = [];

    public List<string> Workflows { get; } = [];

    public int Unread { get; set; }

    public DateTimeOffset DateAdded { get; } = at;

    public DateTimeOffset DateUpdated { get; set; } = at;

    public string Name => string.Join(' ', new[] { FirstName, LastName }.Where(part => !string.IsNullOrWhiteSpace(part)));

    public void MoveTo(SimLocation location)
    {
        LocationId = location.Id;
        Floating = false;
    }

    public void Rename(string? fullName)
    {
        var parts = (fullName ?? "").Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        FirstName = parts.ElementAtOrDefault(0);
        LastName = parts.ElementAtOrDefault(1);
    }

    /// <summary>Whether do-not-disturb is on for a channel, in GHL's spelling (<c>SMS</c>, <c>WhatsApp</c>).</summary>
    public bool Blocks(string channel) =>
        Dnd || (DndSettings[channel] is JsonObject setting && setting.Text("status") is "active" or "permanent");
}

internal sealed record SimNote(string Id, string Body, DateTimeOffset At);

/// <summary>A message; <see cref="Source"/> is <c>api</c>, <c>app</c>, <c>workflow</c>; type as GHL names it when sending.</summary>
internal sealed record SimMessage(string Id, bool Inbound, string Body, string Type, string Source, string? UserId, DateTimeOffset At)
{
    /// <summary>Where what it carries can be read.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>What was said, when it is a recording.</summary>
    public string? Spoken { get; init; }

    public string TypeName => Type switch { "WhatsApp" => "TYPE_WHATSAPP", "Email" => "TYPE_EMAIL", _ => "TYPE_SMS" };

    public int TypeNumber => Type switch { "WhatsApp" => 19, "Email" => 3, _ => 2 };
}

internal sealed class SimAppointment(string id, string calendarId, string locationId, string contactId, DateTimeOffset start, DateTimeOffset end, DateTimeOffset at)
{
    public string Id { get; } = id;

    public string CalendarId { get; } = calendarId;

    public string LocationId { get; } = locationId;

    public string ContactId { get; } = contactId;

    public DateTimeOffset Start { get; set; } = start;

    public DateTimeOffset End { get; set; } = end;

    public string Status { get; set; } = "confirmed";

    public string? Title { get; set; }

    public string? AssignedUserId { get; set; }

    public string? Address { get; set; }

    public DateTimeOffset DateAdded { get; } = at;

    public DateTimeOffset DateUpdated { get; set; } = at;

    public bool TakesTime => Status is not ("cancelled" or "invalid" or "noshow");
}
