using System.Text.Json.Serialization;
using OutletBot.Conversations;
using OutletBot.Inbox;

namespace OutletBot.Crm;

/// <summary>What the bot does in GHL, for any location.</summary>
/// <remarks>
/// Every call takes a permit of the location's rate gate for each HTTP request it makes. Reads and idempotent writes are
/// repeated on transient failures; <see cref="SendMessageAsync"/>, <see cref="BookAsync"/>, <see cref="AddNoteAsync"/> and
/// <see cref="StartWorkflowAsync"/> never are, as GHL knows no idempotency key: reconcile before calling again.
/// All calls throw <see cref="CrmException"/>.
/// </remarks>
public interface ICrm
{
    /// <summary>
    /// GHL as whoever holds the clearance may change it: each attempt of a write leaves only while it stands, asked when all waiting for
    /// the rate limit, for retries and for a connection is over. Reads need none.
    /// </summary>
    ICrm Under(IClearance clearance);

    /// <summary>Reads a contact, with the custom fields that the location's playbook names. Null when GHL knows none by that id.</summary>
    Task<Contact?> FindContactAsync(string locationId, string contactId, CancellationToken cancellation);

    /// <summary>Creates a contact or updates the one with the same e-mail or phone. Returns its id.</summary>
    Task<string> UpsertContactAsync(string locationId, NewContact contact, CancellationToken cancellation);

    /// <summary>
    /// Writes the given fields of a contact in one request; null fields are left as they are. Returns the fields whose
    /// custom field does not exist in the location, and which were therefore left out.
    /// </summary>
    Task<IReadOnlyList<Field>> UpdateContactAsync(string locationId, string contactId, ContactPatch patch, CancellationToken cancellation);

    /// <summary>Adds tags; those present already stay.</summary>
    Task AddTagsAsync(string locationId, string contactId, IReadOnlyCollection<string> tags, CancellationToken cancellation);

    /// <summary>Removes tags; those absent are no error.</summary>
    Task RemoveTagsAsync(string locationId, string contactId, IReadOnlyCollection<string> tags, CancellationToken cancellation);

    /// <summary>Adds a note. Not idempotent.</summary>
    Task AddNoteAsync(string locationId, string contactId, string body, CancellationToken cancellation);

    /// <summary>The bodies of a contact's notes.</summary>
    Task<IReadOnlyList<string>> NotesAsync(string locationId, string contactId, CancellationToken cancellation);

    /// <summary>Sends a message; a success means queued at GHL. Returns GHL's message id. Not idempotent.</summary>
    Task<string> SendMessageAsync(string locationId, string contactId, Channel channel, string text, CancellationToken cancellation);

    /// <summary>The newest messages with a contact, newest first; empty when there is no conversation yet.</summary>
    Task<IReadOnlyList<CrmMessage>> MessagesAsync(string locationId, string contactId, int limit, CancellationToken cancellation);

    /// <summary>All messages with a contact since a time, newest first, at most 300.</summary>
    Task<IReadOnlyList<CrmMessage>> MessagesSinceAsync(string locationId, string contactId, DateTimeOffset since, CancellationToken cancellation);

    /// <summary>Contacts who wrote or were written to since a time, the latest first.</summary>
    Task<IReadOnlyList<ActiveContact>> ActiveContactsAsync(string locationId, DateTimeOffset since, int limit, CancellationToken cancellation);

    /// <summary>Free times of a calendar in [from, to), ascending, at most 31 days.</summary>
    Task<IReadOnlyList<DateTimeOffset>> FreeSlotsAsync(string locationId, string calendarId, DateTimeOffset from, DateTimeOffset to, string timeZone, CancellationToken cancellation);

    /// <summary>Books a time. <see cref="CrmFailure.SlotTaken"/> when it is no longer free. Not idempotent.</summary>
    Task<Appointment> BookAsync(string locationId, NewAppointment appointment, CancellationToken cancellation);

    /// <summary>Moves an appointment to another time. <see cref="CrmFailure.SlotTaken"/> when it is not free.</summary>
    Task RescheduleAsync(string locationId, string appointmentId, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellation);

    /// <summary>Cancels an appointment.</summary>
    Task CancelAsync(string locationId, string appointmentId, CancellationToken cancellation);

    /// <summary>Reads one appointment. Null when GHL knows none by that id.</summary>
    Task<Appointment?> FindAppointmentAsync(string locationId, string appointmentId, CancellationToken cancellation);

    /// <summary>A contact's appointments. Their times are read in <paramref name="timeZone"/> where GHL states them without offset.</summary>
    Task<IReadOnlyList<Appointment>> AppointmentsAsync(string locationId, string contactId, string timeZone, CancellationToken cancellation);

    /// <summary>Puts a contact into a workflow. Not idempotent.</summary>
    Task StartWorkflowAsync(string locationId, string contactId, string workflowId, CancellationToken cancellation);

    /// <summary>Whether GHL answers and takes the location's token: one cheap request.</summary>
    Task PingAsync(string locationId, CancellationToken cancellation);
}

/// <summary>A contact as GHL has it. GHL may return the name in lower case: it comes title-cased here.</summary>
public sealed record Contact
{
    /// <summary>GHL's id.</summary>
    public required string Id { get; init; }

    /// <summary>Full name.</summary>
    public string? Name { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Phone, E.164 where GHL has it so.</summary>
    public string? Phone { get; init; }

    /// <summary>Kind of business, from its custom field.</summary>
    public string? BusinessType { get; init; }

    /// <summary>Problem, from its custom field.</summary>
    public string? Problem { get; init; }

    /// <summary>Goal, from its custom field.</summary>
    public string? Goal { get; init; }

    /// <summary>Monthly budget in USD, from its custom field, when that holds an amount.</summary>
    public decimal? MonthlyBudgetUsd { get; init; }

    /// <summary>Values of the playbook's other fields, from their custom fields.</summary>
    public FieldValues Others { get; init; } = FieldValues.None;

    /// <summary>Tags, lower case.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Channels on which do-not-disturb is on; all of them when the contact's global switch is on.</summary>
    public IReadOnlyList<Channel> DoNotDisturb { get; init; } = [];
}

/// <summary>A contact to be created.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Phone">Phone, E.164.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Source">Where the contact came from.</param>
public sealed record NewContact(string? Name, string? Phone, string? Email, string? Source);

/// <summary>Fields to write; null leaves a field as it is.</summary>
public sealed record ContactPatch
{
    /// <summary>Full name; its first word becomes the first name, the rest the last name.</summary>
    public string? Name { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Kind of business (custom field).</summary>
    public string? BusinessType { get; init; }

    /// <summary>Problem (custom field).</summary>
    public string? Problem { get; init; }

    /// <summary>Goal (custom field).</summary>
    public string? Goal { get; init; }

    /// <summary>Monthly budget in USD (custom field).</summary>
    public decimal? MonthlyBudgetUsd { get; init; }

    /// <summary>Values of the playbook's other fields (custom fields).</summary>
    public FieldValues Others { get; init; } = FieldValues.None;

    /// <summary>Turns do-not-disturb on (true) or off (false) for SMS and WhatsApp.</summary>
    public bool? DoNotDisturb { get; init; }
}

/// <summary>A message in GHL.</summary>
/// <param name="Id">GHL's id.</param>
/// <param name="Inbound">Whether the lead wrote it.</param>
/// <param name="Text">What was written.</param>
/// <param name="At">When.</param>
/// <param name="Source"><c>api</c>, <c>app</c>, <c>workflow</c> …; null when GHL gives none.</param>
/// <param name="UserId">The person who sent it, when one did.</param>
/// <param name="Channel">SMS or WhatsApp; null for others.</param>
/// <param name="Failed">Whether delivery failed.</param>
/// <param name="Attachment">The kind of the first attachment, see <see cref="AttachmentKind"/>; null when there is none.</param>
public sealed record CrmMessage(string Id, bool Inbound, string Text, DateTimeOffset At, string? Source, string? UserId, Channel? Channel, bool Failed, string? Attachment = null)
{
    /// <summary>Where the first attachment can be read; not kept where a message is stored, as it leads to what leads sent.</summary>
    [JsonIgnore] public string? AttachmentAddress { get; init; }
}

/// <summary>A contact whose conversation went on lately.</summary>
/// <param name="ContactId">GHL's contact.</param>
/// <param name="LastMessageAt">When its last message was written, by whomever.</param>
public sealed record ActiveContact(string ContactId, DateTimeOffset LastMessageAt);

/// <summary>An appointment to be booked.</summary>
/// <param name="CalendarId">The calendar.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="Start">Start, as GHL offered it.</param>
/// <param name="End">End.</param>
/// <param name="Title">Title.</param>
public sealed record NewAppointment(string CalendarId, string ContactId, DateTimeOffset Start, DateTimeOffset End, string Title);

/// <summary>An appointment in GHL.</summary>
/// <param name="Id">GHL's id.</param>
/// <param name="CalendarId">The calendar.</param>
/// <param name="Start">Start.</param>
/// <param name="Status">GHL's <c>appointmentStatus</c>, lower case.</param>
public sealed record Appointment(string Id, string CalendarId, DateTimeOffset Start, string Status)
{
    /// <summary>Whether the appointment still stands.</summary>
    public bool Stands => Status is not ("cancelled" or "canceled" or "noshow" or "invalid");
}
