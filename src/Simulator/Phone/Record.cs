using OutletBot.Simulator.Crm;

namespace OutletBot.Simulator.Phone;

/// <summary>A contact with all that is theirs, as the page and tests see it.</summary>
internal static class Record
{
    public static object Of(World world, SimContact contact)
    {
        var fields = world.Location(contact.LocationId).Fields;
        return new
        {
            id = contact.Id,
            locationId = contact.LocationId,
            conversationId = contact.ConversationId,
            name = contact.Name,
            firstName = contact.FirstName,
            lastName = contact.LastName,
            email = contact.Email,
            phone = contact.Phone,
            companyName = contact.CompanyName,
            source = contact.Source,
            dnd = contact.Dnd,
            dndSettings = contact.DndSettings.DeepClone(),
            tags = contact.Tags.ToArray(),
            customFields = fields.ToDictionary(field => field.Name, field => contact.CustomFields.GetValueOrDefault(field.Id)?.ToString()),
            notes = contact.Notes.Select(note => new { id = note.Id, body = note.Body, at = note.At }).ToArray(),
            workflows = contact.Workflows.ToArray(),
            messages = contact.Messages.Select(message => new
            {
                id = message.Id,
                direction = message.Inbound ? "inbound" : "outbound",
                body = message.Body,
                spoken = message.Spoken,
                type = message.Type,
                source = message.Source,
                userId = message.UserId,
                at = message.At,
            }).ToArray(),
            appointments = world.Appointments.Where(one => one.ContactId == contact.Id).OrderBy(one => one.Start).Select(one => new
            {
                id = one.Id,
                calendarId = one.CalendarId,
                start = one.Start,
                end = one.End,
                status = one.Status,
                title = one.Title,
            }).ToArray(),
            dateAdded = contact.DateAdded,
            dateUpdated = contact.DateUpdated,
        };
    }

    public static object Line(SimContact contact) => new
    {
        id = contact.Id,
        locationId = contact.LocationId,
        name = contact.Name,
        phone = contact.Phone,
        tags = contact.Tags.ToArray(),
        last = contact.Messages.Count > 0 ? contact.Messages[^1].Body : null,
        at = contact.Messages.Count > 0 ? contact.Messages[^1].At : contact.DateAdded,
    };
}
