using Microsoft.Extensions.Options;

namespace OutletBot.Simulator.Crm;

/// <summary>All locations, contacts and appointments. Hold <see cref="Gate"/>, briefly, around every use.</summary>
internal sealed class World(IOptions<SimulatorOptions> options, TimeProvider clock, Changes changes)
{
    private readonly Dictionary<string, SimLocation> locations = [];
    private readonly Dictionary<string, SimContact> contacts = [];
    private readonly Dictionary<string, SimContact> conversations = [];
    private readonly Dictionary<string, (SimContact Contact, SimMessage Message)> messages = [];
    private readonly Dictionary<string, SimAppointment> appointments = [];
    private readonly Queue<string> byAge = new();

    public Lock Gate { get; } = new();

    public Ids Ids { get; } = new(clock.GetUtcNow().Ticks);

    public SimulatorOptions Options => options.Value;

    public DateTimeOffset Now => clock.GetUtcNow();

    public IEnumerable<SimContact> Contacts => contacts.Values;

    public IEnumerable<SimAppointment> Appointments => appointments.Values;

    public SimLocation Location(string? id)
    {
        var key = string.IsNullOrEmpty(id) ? Options.LocationId : id;
        if (!locations.TryGetValue(key, out var location))
            locations[key] = location = new SimLocation(key, Options);
        return location;
    }

    /// <summary>The location that a calendar was given to; null when it is nobody's alone.</summary>
    public SimLocation? OwnerOf(string calendarId) =>
        Options.Locations.FirstOrDefault(location => location.Value.CalendarId == calendarId) is { Key: { } owner } ? Location(owner) : null;

    public SimContact? Contact(string? id) => id is not null && contacts.TryGetValue(id, out var contact) ? contact : null;

    public SimContact? ByConversation(string id) => conversations.GetValueOrDefault(id);

    public (SimContact Contact, SimMessage Message)? Message(string id) => messages.TryGetValue(id, out var found) ? found : null;

    public SimAppointment? Appointment(string id) => appointments.GetValueOrDefault(id);

    /// <summary>The contact by id; one that is unknown comes into being when the options say so.</summary>
    public SimContact? Known(string? id, string? locationId)
    {
        if (string.IsNullOrEmpty(id))
            return null;

        if (Contact(id) is not { } contact)
        {
            if (!Options.AutoCreateContacts)
                return null;
            contact = Create(locationId, id);
            contact.Floating = string.IsNullOrEmpty(locationId);
        }
        else if (contact.Floating && !string.IsNullOrEmpty(locationId))
        {
            contact.MoveTo(Location(locationId));
        }

        return contact;
    }

    public SimContact Create(string? locationId, string? id = null)
    {
        var contact = new SimContact(id ?? Ids.Next(), Location(locationId).Id, Ids.Next(), Now);
        contacts[contact.Id] = contact;
        conversations[contact.ConversationId] = contact;
        byAge.Enqueue(contact.Id);
        while (contacts.Count > Options.MaxContacts && byAge.TryDequeue(out var oldest))
            Remove(oldest);
        Touch(contact);
        return contact;
    }

    public void Remove(string id)
    {
        if (!contacts.Remove(id, out var contact))
            return;

        conversations.Remove(contact.ConversationId);
        foreach (var message in contact.Messages)
            messages.Remove(message.Id);
        foreach (var appointment in appointments.Values.Where(one => one.ContactId == id).ToList())
            appointments.Remove(appointment.Id);
        changes.Publish(id);
    }

    public SimMessage Write(SimContact contact, bool inbound, string body, string type, string source, string? userId = null, string? id = null) =>
        Keep(contact, new SimMessage(id ?? Ids.Next(), inbound, body, type, source, userId, Now));

    /// <summary>A lead's recording.</summary>
    /// <param name="contact">Whose.</param>
    /// <param name="spoken">What is said.</param>
    /// <param name="type">Channel.</param>
    /// <param name="folder">The address that recordings are read from.</param>
    public SimMessage Record(SimContact contact, string spoken, string type, string folder)
    {
        var id = Ids.Next();
        return Keep(contact, new SimMessage(id, true, "", type, "app", null, Now) { Spoken = spoken, Attachments = [$"{folder}/{id}.ogg"] });
    }

    private SimMessage Keep(SimContact contact, SimMessage message)
    {
        var inbound = message.Inbound;
        contact.Messages.Add(message);
        contact.Unread = inbound ? contact.Unread + 1 : 0;
        messages[message.Id] = (contact, message);
        Touch(contact);
        return message;
    }

    public void Add(SimAppointment appointment)
    {
        appointments[appointment.Id] = appointment;
        changes.Publish(appointment.ContactId);
    }

    public void RemoveAppointment(SimAppointment appointment)
    {
        appointments.Remove(appointment.Id);
        changes.Publish(appointment.ContactId);
    }

    /// <summary>The contact of the location that has this e-mail, or else this phone.</summary>
    public (SimContact Contact, string Field)? Duplicate(string locationId, string? email, string? phone)
    {
        var here = contacts.Values.Where(contact => contact.LocationId == locationId);
        if (!string.IsNullOrEmpty(email) && here.FirstOrDefault(one => string.Equals(one.Email, email, StringComparison.OrdinalIgnoreCase)) is { } byEmail)
            return (byEmail, "email");
        if (!string.IsNullOrEmpty(phone) && here.FirstOrDefault(one => one.Phone == phone) is { } byPhone)
            return (byPhone, "phone");
        return null;
    }

    public void Touch(SimContact contact)
    {
        contact.DateUpdated = Now;
        changes.Publish(contact.Id);
    }

    public void Clear()
    {
        locations.Clear();
        contacts.Clear();
        conversations.Clear();
        messages.Clear();
        appointments.Clear();
        byAge.Clear();
        changes.Publish("*");
    }
}
