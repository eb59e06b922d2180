using OutletBot.Crm;
using OutletBot.Inbox;

namespace OutletBot.Contract;

/// <summary>Every request that the client makes, against the vendor's own description.</summary>
public sealed class RequestTests
{
    private static readonly DateTimeOffset Start = new(2026, 10, 28, 10, 0, 0, TimeSpan.FromHours(-5));

    private static readonly (string Line, Func<ICrm, CancellationToken, Task> Run)[] Operations =
    [
        ("GET /contacts/c", (crm, stop) => crm.FindContactAsync("loc", "c", stop)),
        ("POST /contacts/upsert", (crm, stop) => crm.UpsertContactAsync("loc", new NewContact("Maria Lopez", "(512) 555-0107", "maria@example.com", "meta"), stop)),
        ("PUT /contacts/c", (crm, stop) => crm.UpdateContactAsync("loc", "c", new ContactPatch { Name = "Maria Lopez", Email = "maria@example.com", BusinessType = "tienda", Problem = "p", Goal = "g", MonthlyBudgetUsd = 500, DoNotDisturb = true }, stop)),
        ("POST /contacts/c/tags", (crm, stop) => crm.AddTagsAsync("loc", "c", ["a"], stop)),
        ("DELETE /contacts/c/tags", (crm, stop) => crm.RemoveTagsAsync("loc", "c", ["a"], stop)),
        ("POST /contacts/c/notes", (crm, stop) => crm.AddNoteAsync("loc", "c", "note", stop)),
        ("GET /contacts/c/notes", (crm, stop) => crm.NotesAsync("loc", "c", stop)),
        ("GET /contacts/c/appointments", (crm, stop) => crm.AppointmentsAsync("loc", "c", "America/Chicago", stop)),
        ("POST /contacts/c/workflow/w", (crm, stop) => crm.StartWorkflowAsync("loc", "c", "w", stop)),
        ("POST /conversations/messages", (crm, stop) => crm.SendMessageAsync("loc", "c", Channel.Sms, "Hola", stop)),
        ("POST /conversations/messages", (crm, stop) => crm.SendMessageAsync("loc", "c", Channel.WhatsApp, "Hola", stop)),
        ("GET /conversations/search", (crm, stop) => crm.MessagesAsync("loc", "c", 20, stop)),
        ("GET /conversations/search", (crm, stop) => crm.ActiveContactsAsync("loc", DateTimeOffset.UnixEpoch, 20, stop)),
        ("GET /calendars/k/free-slots", (crm, stop) => crm.FreeSlotsAsync("loc", "k", Start, Start.AddDays(7), "America/Chicago", stop)),
        ("POST /calendars/events/appointments", (crm, stop) => crm.BookAsync("loc", new NewAppointment("k", "c", Start, Start.AddMinutes(30), "Call"), stop)),
        ("GET /calendars/events/appointments/e", (crm, stop) => crm.FindAppointmentAsync("loc", "e", stop)),
        ("PUT /calendars/events/appointments/e", (crm, stop) => crm.RescheduleAsync("loc", "e", Start, Start.AddMinutes(30), stop)),
        ("PUT /calendars/events/appointments/e", (crm, stop) => crm.CancelAsync("loc", "e", stop)),
        ("GET /locations/loc", (crm, stop) => crm.PingAsync("loc", stop)),
    ];

    [Fact]
    public async Task Every_request_is_one_that_the_vendor_documents()
    {
        var vendor = OpenApi.Find();
        if (vendor is null)
            TestContext.Current.TestOutputHelper?.WriteLine($"{OpenApi.Variable} names no folder: only our own expectations are checked.");

        foreach (var (line, run) in Operations)
        {
            await using var ghl = new GhlDouble((request, _) => Task.FromResult(GhlDouble.Json(
                request.Url.AbsolutePath.EndsWith("customFields", StringComparison.Ordinal) ? GhlDouble.FieldList
                : request.Url.AbsolutePath == "/conversations/search" ? """{"conversations":[{"id":"v","contactId":"c"}]}"""
                : """{"id":"1","contact":{"id":"1"},"messageId":"1"}""")));

            await ghl.Play(run(ghl.Crm, TestContext.Current.CancellationToken));

            ghl.Requests.Select(r => r.Line).ShouldContain(line);
            ghl.Requests.ShouldAllBe(r => r.Token == "Bearer pit-1");
            ghl.Requests.ShouldAllBe(r => r.Version == (r.Url.AbsolutePath.StartsWith("/c", StringComparison.Ordinal) && !r.Url.AbsolutePath.StartsWith("/contacts", StringComparison.Ordinal) ? "2021-04-15" : "2021-07-28"));
            foreach (var request in ghl.Requests)
                (vendor?.Violations(request) ?? []).ShouldBeEmpty(request.Line);
        }
    }

    [Fact]
    public async Task A_new_contacts_phone_goes_out_in_E164()
    {
        await using var ghl = GhlDouble.Answering((System.Net.HttpStatusCode.Created, """{"contact":{"id":"1"}}"""));

        await ghl.Play(ghl.Crm.UpsertContactAsync("loc", new NewContact("Maria", "(512) 555-0107", null, null), TestContext.Current.CancellationToken));

        ghl.Requests.ShouldHaveSingleItem().Body.ShouldBe("""{"locationId":"loc","firstName":"Maria","phone":"\u002B15125550107"}""");
    }

    [Fact]
    public void A_request_that_the_vendor_does_not_document_is_found_out()
    {
        if (OpenApi.Find() is not { } vendor)
            return;

        vendor.Violations(new Captured("PUT", new Uri("http://x/contacts/c"), "2021-04-15", null, """{"locationId":"loc","dnd":"yes"}"""))
            .ShouldBe(["Version 2021-04-15 is not documented", "body.locationId is unknown", "body.dnd is no boolean"]);
    }
}
