using System.Text.Json;
using OutletBot.Conversations;
using OutletBot.Crm.Wire;
using OutletBot.Inbox;

namespace OutletBot.Crm.Contacts;

internal static class ContactReading
{
    public static Contact Read(JsonElement contact, string contactId, IReadOnlyDictionary<Field, CustomField> fields)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var item in contact.Items("customFields"))
            if (item.Text("id") is { } id)
                values[id] = item.Text("value") ?? item.Text("field_value") ?? item.Text("fieldValue");

        return new Contact
        {
            Id = contact.Text("id") ?? contactId,
            Name = Names.TitleCase(contact.Text("name") ?? contact.Text("contactName") ?? FirstAndLast(contact)),
            Email = contact.Text("email"),
            Phone = contact.Text("phone"),
            BusinessType = Value(Field.BusinessType),
            Problem = Value(Field.Problem),
            Goal = Value(Field.Goal),
            MonthlyBudgetUsd = Amounts.Read(Value(Field.Budget)),
            Others = fields.Keys.Except(Field.Standard).Aggregate(FieldValues.None, (others, field) => others.With(field, Value(field))),
            Tags = [.. contact.Items("tags").Select(t => t.Text()?.ToLowerInvariant()).OfType<string>()],
            DoNotDisturb = DoNotDisturb(contact),
        };

        string? Value(Field field) => fields.TryGetValue(field, out var custom) ? values.GetValueOrDefault(custom.Id) : null;
    }

    private static string? FirstAndLast(JsonElement contact)
    {
        var name = $"{contact.Text("firstName")} {contact.Text("lastName")}".Trim();
        return name.Length > 0 ? name : null;
    }

    private static Channel[] DoNotDisturb(JsonElement contact)
    {
        if (contact.Flag("dnd"))
            return Enum.GetValues<Channel>();
        var settings = contact.Field("dndSettings") ?? default;
        return [.. Enum.GetValues<Channel>().Where(channel =>
            settings.Field(channel == Channel.Sms ? "SMS" : "WhatsApp")?.Text("status")?.ToLowerInvariant() is "active" or "permanent")];
    }
}
