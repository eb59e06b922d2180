using System.Text.Json.Nodes;
using OutletBot.Simulator.Crm;

namespace OutletBot.Simulator.Ghl;

/// <summary>Contacts.</summary>
internal static class ContactsApi
{
    public static Answer Get(GhlCall call) =>
        Find(call) is { } contact ? Answer.Ok(new { contact = ContactBody.Write(contact) }) : Refusals.NoContact(call.Route("contactId"));

    public static Answer Create(GhlCall call)
    {
        if (call.Body.Text("locationId") is not { Length: > 0 } locationId)
            return Refusals.Unprocessable("locationId can't be undefined");

        var location = call.World.Location(locationId);
        if (!location.AllowDuplicates && call.World.Duplicate(locationId, call.Body.Text("email"), call.Body.Text("phone")) is { } found)
        {
            return new Answer(400, new
            {
                statusCode = 400,
                message = "This location does not allow duplicated contacts.",
                meta = new { contactId = found.Contact.Id, contactName = ContactBody.Lower(found.Contact.Name), matchingField = found.Field },
            });
        }

        return Answer.Created(new { contact = ContactBody.Write(Save(call, call.World.Create(locationId))) });
    }

    public static Answer Upsert(GhlCall call)
    {
        if (call.Body.Text("locationId") is not { Length: > 0 } locationId)
            return Refusals.Unprocessable("locationId can't be undefined");

        var always = call.Body.Flag("createNewIfDuplicateAllowed") && call.World.Location(locationId).AllowDuplicates;
        var found = always ? null : call.World.Duplicate(locationId, call.Body.Text("email"), call.Body.Text("phone"))?.Contact;
        var contact = Save(call, found ?? call.World.Create(locationId));
        return Answer.Ok(new { @new = found is null, contact = ContactBody.Write(contact) });
    }

    public static Answer Update(GhlCall call)
    {
        if (call.Body.ContainsKey("locationId"))
            return Refusals.Unprocessable("property locationId should not exist");
        return Find(call) is { } contact
            ? Answer.Ok(new { succeded = true, contact = ContactBody.Write(Save(call, contact)) })
            : Refusals.NoContact(call.Route("contactId"));
    }

    public static Answer Delete(GhlCall call)
    {
        call.World.Remove(call.Route("contactId")!);
        return Answer.Ok(new { succeded = true });
    }

    public static Answer Duplicate(GhlCall call)
    {
        if (call.Query("locationId") is not { Length: > 0 } locationId)
            return Refusals.Unprocessable("locationId should not be empty");
        var found = call.World.Duplicate(locationId, call.Query("email"), call.Query("number") ?? call.Query("phone"));
        return Answer.Ok(new { contact = found is { } one ? ContactBody.Write(one.Contact) : null });
    }

    public static SimContact? Find(GhlCall call) => call.World.Known(call.ContactId, call.NamedLocation());

    private static SimContact Save(GhlCall call, SimContact contact)
    {
        if (contact.Floating && Owner(call) is { } owner)
            contact.MoveTo(owner);
        ContactBody.Read(contact, call.Body, call.World.Location(contact.LocationId));
        call.World.Touch(contact);
        return contact;
    }

    /// <summary>The location whose custom fields the body writes: an update must not name one.</summary>
    private static SimLocation? Owner(GhlCall call)
    {
        var ids = (call.Body["customFields"] as JsonArray ?? []).OfType<JsonObject>().Select(field => field.Text("id")).OfType<string>();
        return ids.Select(SimField.OwnerOf).FirstOrDefault(owner => owner is not null) is { } id ? call.World.Location(id) : null;
    }
}
