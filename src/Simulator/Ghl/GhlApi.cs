namespace OutletBot.Simulator.Ghl;

/// <summary>GHL's stand-in: the routes of API v2 that the bot or a tool of it may call.</summary>
internal static class GhlApi
{
    public static void MapGhl(this IEndpointRouteBuilder simulator)
    {
        var ghl = simulator.MapGroup("/ghl");

        ghl.On("GET", "/contacts/search/duplicate", "contacts.duplicate", ContactsApi.Duplicate);
        ghl.On("POST", "/contacts/upsert", "contacts.upsert", ContactsApi.Upsert);
        ghl.On("POST", "/contacts", "contacts.create", ContactsApi.Create);
        ghl.On("GET", "/contacts/{contactId}", "contacts.get", ContactsApi.Get);
        ghl.On("PUT", "/contacts/{contactId}", "contacts.update", ContactsApi.Update);
        ghl.On("DELETE", "/contacts/{contactId}", "contacts.delete", ContactsApi.Delete);
        ghl.On("POST", "/contacts/{contactId}/tags", "tags.add", ContactDetailsApi.AddTags);
        ghl.On("DELETE", "/contacts/{contactId}/tags", "tags.remove", ContactDetailsApi.RemoveTags);
        ghl.On("GET", "/contacts/{contactId}/notes", "notes.list", ContactDetailsApi.Notes);
        ghl.On("POST", "/contacts/{contactId}/notes", "notes.create", ContactDetailsApi.AddNote);
        ghl.On("GET", "/contacts/{contactId}/appointments", "contacts.appointments", ContactDetailsApi.Appointments);
        ghl.On("POST", "/contacts/{contactId}/workflow/{workflowId}", "workflows.start", ContactDetailsApi.StartWorkflow);

        ghl.On("GET", "/locations/{locationId}", "locations.get", LocationsApi.Get);
        ghl.On("GET", "/locations/{locationId}/customFields", "locations.customFields", LocationsApi.CustomFields);
        ghl.On("GET", "/locations/{locationId}/templates", "locations.templates", LocationsApi.Templates);
        ghl.On("GET", "/users/search", "users.search", LocationsApi.Users);
        ghl.On("GET", "/users", "users.list", LocationsApi.Users);
        ghl.On("GET", "/opportunities/pipelines", "opportunities.pipelines", LocationsApi.Pipelines);
        ghl.On("POST", "/opportunities/upsert", "opportunities.upsert", LocationsApi.UpsertOpportunity);

        ghl.On("GET", "/conversations/search", "conversations.search", ConversationsApi.Search);
        ghl.On("POST", "/conversations", "conversations.create", ConversationsApi.Create);
        ghl.On("POST", "/conversations/messages", "messages.send", MessagesApi.Send);
        ghl.On("POST", "/conversations/messages/inbound", "messages.inbound", MessagesApi.Inbound);
        ghl.On("GET", "/conversations/messages/{messageId}", "messages.get", MessagesApi.Get);
        ghl.On("PUT", "/conversations/messages/{messageId}/status", "messages.status", MessagesApi.Status);
        ghl.On("GET", "/conversations/{conversationId}", "conversations.get", ConversationsApi.Get);
        ghl.On("GET", "/conversations/{conversationId}/messages", "messages.list", MessagesApi.List);

        ghl.On("GET", "/calendars", "calendars.list", CalendarsApi.List);
        ghl.On("GET", "/calendars/{calendarId}", "calendars.get", CalendarsApi.Get);
        ghl.On("GET", "/calendars/{calendarId}/free-slots", "calendars.freeSlots", CalendarsApi.FreeSlots);
        ghl.On("GET", "/calendars/events", "events.list", AppointmentsApi.List);
        ghl.On("POST", "/calendars/events/appointments", "appointments.create", AppointmentsApi.Create);
        ghl.On("GET", "/calendars/events/appointments/{eventId}", "appointments.get", AppointmentsApi.Get);
        ghl.On("PUT", "/calendars/events/appointments/{eventId}", "appointments.update", AppointmentsApi.Update);
        ghl.On("DELETE", "/calendars/events/{eventId}", "events.delete", AppointmentsApi.Delete);

        ghl.MapPost("/oauth/token", async (HttpContext http, Tokens tokens, GhlPipeline pipeline) =>
        {
            var answer = http.Request.HasFormContentType
                ? tokens.Issue(await http.Request.ReadFormAsync(http.RequestAborted))
                : Refusals.Unprocessable("grant_type should not be empty");
            await pipeline.WriteAsync(http, answer);
        });
        ghl.Map("/{**rest}", (HttpContext http, GhlPipeline pipeline) =>
            pipeline.WriteAsync(http, Refusals.NotFound($"Cannot {http.Request.Method} /{http.GetRouteValue("rest")}")));
    }

    private static void On(this IEndpointRouteBuilder ghl, string method, string pattern, string operation, Func<GhlCall, Answer> handle) =>
        ghl.MapMethods(pattern, [method], (HttpContext http, GhlPipeline pipeline) => pipeline.RunAsync(http, operation, handle));
}
