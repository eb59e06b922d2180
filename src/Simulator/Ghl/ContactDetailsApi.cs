using System.Globalization;
using OutletBot.Simulator.Crm;
using OutletBot.Simulator.Ledger;
using OutletBot.Simulator.Phone;

namespace OutletBot.Simulator.Ghl;

/// <summary>Tags, notes, appointments and workflows of a contact.</summary>
internal static class ContactDetailsApi
{
    public static Answer AddTags(GhlCall call) => With(call, contact =>
    {
        foreach (var tag in call.Body.Texts("tags").Select(ContactBody.Lower).OfType<string>().Where(tag => !contact.Tags.Contains(tag)))
        {
            contact.Tags.Add(tag);
            Note(call, "tag", contact, text: tag);
        }

        call.World.Touch(contact);
        return Answer.Created(new { tags = contact.Tags });
    });

    public static Answer RemoveTags(GhlCall call) => With(call, contact =>
    {
        foreach (var tag in call.Body.Texts("tags"))
            contact.Tags.RemoveAll(one => string.Equals(one, tag, StringComparison.OrdinalIgnoreCase));
        call.World.Touch(contact);
        return Answer.Ok(new { tags = contact.Tags });
    });

    public static Answer Notes(GhlCall call) =>
        With(call, contact => Answer.Ok(new { notes = contact.Notes.Select(note => Write(contact, note)).Reverse() }));

    public static Answer AddNote(GhlCall call) => With(call, contact =>
    {
        if (call.Body.Text("body") is not { Length: > 0 } body)
            return Refusals.Unprocessable("body should not be empty");

        var note = new SimNote(call.World.Ids.Next(), body, call.World.Now);
        contact.Notes.Add(note);
        call.World.Touch(contact);
        Note(call, "note", contact, note.Id, body);
        return Answer.Created(new { note = Write(contact, note) });
    });

    public static Answer Appointments(GhlCall call) => With(call, contact =>
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(call.World.Location(contact.LocationId).TimeZone);
        return Answer.Ok(new
        {
            events = call.World.Appointments.Where(one => one.ContactId == contact.Id).OrderBy(one => one.Start).Select(one => new
            {
                id = one.Id,
                calendarId = one.CalendarId,
                status = "booked",
                appointmentStatus = one.Status,
                title = one.Title,
                assignedUserId = one.AssignedUserId,
                startTime = Local(one.Start, zone),
                endTime = Local(one.End, zone),
                dateAdded = ContactBody.Stamp(one.DateAdded),
            }),
        });
    });

    public static Answer StartWorkflow(GhlCall call) => With(call, contact =>
    {
        var workflow = call.Route("workflowId")!;
        contact.Workflows.Add(workflow);
        Note(call, "workflow", contact, workflow);
        // What workflows are enrolled in for: they send an approved template.
        var message = call.World.Write(contact, inbound: false, $"[template of {workflow}]", "WhatsApp", "workflow");
        if (call.World.Options.EchoSends)
            call.Afterwards.Add(() => call.Http.RequestServices.GetRequiredService<EventPost>().Message(contact, message));
        return Answer.Ok(new { succeded = true });
    });

    private static object Write(SimContact contact, SimNote note) => new
    {
        id = note.Id,
        body = note.Body,
        userId = (string?)null,
        contactId = contact.Id,
        dateAdded = ContactBody.Stamp(note.At),
        title = (string?)null,
        color = (string?)null,
        pinned = false,
    };

    /// <summary>This one endpoint states times without an offset.</summary>
    private static string Local(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static void Note(GhlCall call, string kind, SimContact contact, string? id = null, string? text = null) =>
        call.Http.RequestServices.GetRequiredService<EventLedger>().Add(kind, contact.LocationId, contact.Id, id, text, "api");

    private static Answer With(GhlCall call, Func<SimContact, Answer> act) =>
        ContactsApi.Find(call) is { } contact ? act(contact) : Refusals.NoContact(call.ContactId);
}
