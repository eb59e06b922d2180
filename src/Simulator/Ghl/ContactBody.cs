using System.Text.Json.Nodes;
using OutletBot.Simulator.Crm;

namespace OutletBot.Simulator.Ghl;

/// <summary>A contact as GHL reads and writes it.</summary>
internal static class ContactBody
{
    private static readonly string[] Channels = ["Call", "Email", "SMS", "WhatsApp", "GMB", "FB"];

    public static JsonObject Write(SimContact contact) => new()
    {
        ["id"] = contact.Id,
        ["locationId"] = contact.LocationId,
        // Names come back in lower case, as in the vendor's own example.
        ["name"] = Lower(contact.Name),
        ["firstName"] = Lower(contact.FirstName),
        ["lastName"] = Lower(contact.LastName),
        ["email"] = contact.Email,
        ["emailLowerCase"] = Lower(contact.Email),
        ["phone"] = contact.Phone,
        ["timezone"] = contact.TimeZone,
        ["companyName"] = contact.CompanyName,
        ["dnd"] = contact.Dnd,
        ["dndSettings"] = contact.DndSettings.DeepClone(),
        ["type"] = "lead",
        ["source"] = contact.Source,
        ["assignedTo"] = contact.AssignedTo,
        ["tags"] = new JsonArray([.. contact.Tags.Select(tag => (JsonNode)tag)]),
        ["customFields"] = new JsonArray([.. contact.CustomFields.Select(field => new JsonObject { ["id"] = field.Key, ["value"] = field.Value?.DeepClone() })]),
        ["dateAdded"] = Stamp(contact.DateAdded),
        ["dateUpdated"] = Stamp(contact.DateUpdated),
    };

    /// <summary>Takes over the properties that the body has; null empties a field.</summary>
    public static void Read(SimContact contact, JsonObject body, SimLocation location)
    {
        if (body.ContainsKey("name"))
            contact.Rename(body.Text("name"));
        contact.FirstName = Given(body, "firstName", contact.FirstName);
        contact.LastName = Given(body, "lastName", contact.LastName);
        contact.Email = Given(body, "email", contact.Email);
        contact.Phone = Given(body, "phone", contact.Phone);
        contact.CompanyName = Given(body, "companyName", contact.CompanyName);
        contact.Source = Given(body, "source", contact.Source);
        contact.TimeZone = Given(body, "timezone", contact.TimeZone);
        contact.AssignedTo = Given(body, "assignedTo", contact.AssignedTo);
        if (body.ContainsKey("dnd"))
            contact.Dnd = body.Flag("dnd");
        if (body["dndSettings"] is JsonObject channels)
        {
            foreach (var (channel, setting) in channels)
                contact.DndSettings[Channels.FirstOrDefault(one => string.Equals(one, channel, StringComparison.OrdinalIgnoreCase)) ?? channel] = setting?.DeepClone();
        }

        if (body["tags"] is JsonArray)
        {
            contact.Tags.Clear();
            contact.Tags.AddRange(body.Texts("tags").Select(Lower).OfType<string>().Distinct(StringComparer.Ordinal));
        }

        if (body["customFields"] is JsonArray fields)
        {
            foreach (var field in fields.OfType<JsonObject>())
                ReadField(contact, field, location);
        }
    }

    public static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);

    public static string? Lower(string? text) => text?.ToLowerInvariant();

    private static void ReadField(SimContact contact, JsonObject field, SimLocation location)
    {
        var key = field.Text("key");
        var id = field.Text("id") ?? location.Fields.FirstOrDefault(one => one.Key == key || one.Key == $"contact.{key}")?.Id;
        // A field that the location lacks is passed over without a word, as GHL does.
        if (id is not null && location.Fields.Any(one => one.Id == id))
            contact.CustomFields[id] = (field.ContainsKey("field_value") ? field["field_value"] : field["value"])?.DeepClone();
    }

    private static string? Given(JsonObject body, string name, string? before) => body.ContainsKey(name) ? body.Text(name) : before;
}
