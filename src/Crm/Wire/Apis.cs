using System.Text.Json;
using OutletBot.Crm.Traffic;
using Refit;

namespace OutletBot.Crm.Wire;

// GHL wraps its answers, or not, and in more than one way: they are bound as elements and read by Answers.

[Headers("Version: 2021-07-28")]
internal interface IContactsApi
{
    [Get("/contacts/{contactId}")]
    Task<JsonElement> GetAsync(string contactId, [Property(Call.Key)] Call call, CancellationToken cancellation);

    [Post("/contacts/upsert")]
    Task<JsonElement> UpsertAsync([Body] UpsertContactBody body, [Property(Call.Key)] Call call, CancellationToken cancellation);

    [Put("/contacts/{contactId}")]
    Task UpdateAsync(string contactId, [Body] UpdateContactBody body, [Property(Call.Key)] Call call, CancellationToken cancellation);

    [Post("/contacts/{contactId}/tags")]
    Task AddTagsAsync(string contactId, [Body] TagsBody body, [Property(Call.Key)] Call call, CancellationToken cancellation);

    [Delete("/contacts/{contactId}/tags")]
    Task RemoveTagsAsync(string contactId, [Body] TagsBody body, [Property(Call.Key)] Call call, CancellationToken cancellation);

    [Post("/contacts/{contactId}/notes")]
    Task AddNoteAsync(string contactId, [Body] NoteBody body, [Property(Call.Key)] Call call, CancellationToken cancellation);

    [Get("/contacts/{contactId}/notes")]
    Task<JsonElement> NotesAsync(string contactId, [Property(Call.Key)] Call call, CancellationToken cancellation);

    [Get("/contacts/{contactId}/appointments")]
    Task<JsonElement> AppointmentsAsync(string contactId, [Property(Call.Key)] Call call, CancellationToken cancellation);

    [Post("/contacts/{contactId}/workflow/{workflowId}")]
    Task StartWorkflowAsync(string contactId, string workflowId, [Body] WorkflowBody body, [Property(Call.Key)] Call call, CancellationToken cancellation);
}

[Headers("Version: 2021-07-28")]
internal interface ILocationsApi
{
    [Get("/locations/{locationId}")]
    Task GetAsync(string locationId, [Property(Call.Key)] Call call, CancellationToken cancellation);

    [Get("/locations/{locationId}/customFields")]
    Task<JsonElement> CustomFieldsAsync(string locationId, string model, [Property(Call.Key)] Call call, CancellationToken cancellation);
}

[Headers("Version: 2021-04-15")]
internal interface IConversationsApi
{
    [Get("/conversations/search")]
    Task<JsonElement> SearchAsync(string locationId, string contactId, [Property(Call.Key)] Call call, CancellationToken cancellation);

    [Get("/conversations/search?status=all&sortBy=last_message_date&sort=desc")]
    Task<JsonElement> SearchActiveAsync(string locationId, int limit, long? startAfterDate, [Property(Call.Key)] Call call, CancellationToken cancellation);

    [Get("/conversations/{conversationId}/messages")]
    Task<JsonElement> MessagesAsync(string conversationId, int limit, string? lastMessageId, [Property(Call.Key)] Call call, CancellationToken cancellation);

    [Post("/conversations/messages")]
    Task<JsonElement> SendAsync([Body] MessageBody body, [Property(Call.Key)] Call call, CancellationToken cancellation);
}

[Headers("Version: 2021-04-15")]
internal interface ICalendarsApi
{
    [Get("/calendars/{calendarId}/free-slots")]
    Task<JsonElement> FreeSlotsAsync(string calendarId, long startDate, long endDate, string timezone, [Property(Call.Key)] Call call, CancellationToken cancellation);

    [Get("/calendars/events/appointments/{eventId}")]
    Task<JsonElement> AppointmentAsync(string eventId, [Property(Call.Key)] Call call, CancellationToken cancellation);

    [Post("/calendars/events/appointments")]
    Task<JsonElement> BookAsync([Body] AppointmentBody body, [Property(Call.Key)] Call call, CancellationToken cancellation);

    [Put("/calendars/events/appointments/{eventId}")]
    Task UpdateAsync(string eventId, [Body] AppointmentBody body, [Property(Call.Key)] Call call, CancellationToken cancellation);
}
