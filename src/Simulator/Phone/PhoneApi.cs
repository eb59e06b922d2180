using System.Text.Json;
using OutletBot.Simulator.Crm;
using OutletBot.Simulator.Ghl;
using OutletBot.Simulator.Ledger;

namespace OutletBot.Simulator.Phone;

/// <summary>A new lead.</summary>
internal sealed record NewLead(string? Id, string? LocationId, string? Name, string? Phone, string? Email);

/// <summary>A message of a person of the agency.</summary>
internal sealed record PersonMessage(string Text, string Type = "WhatsApp");

/// <summary>Do-not-disturb switched on or off.</summary>
internal sealed record DndSwitch(bool On);

/// <summary>What a person of the agency changes of an appointment: its status, its start, or both.</summary>
internal sealed record NewStatus(string? Status, DateTimeOffset? Start);

/// <summary>A time that somebody else takes.</summary>
internal sealed record TakenTime(DateTimeOffset Start, string? LocationId);

/// <summary>What the page does: leads, their phones, their record.</summary>
internal static class PhoneApi
{
    private static readonly string[] Statuses = ["new", "confirmed", "cancelled", "showed", "noshow", "invalid"];

    public static void MapPhone(this IEndpointRouteBuilder simulator)
    {
        simulator.MapGet("/leads", (World world) =>
        {
            lock (world.Gate)
                return Json.Result(new { leads = world.Contacts.OrderByDescending(one => one.DateUpdated).Take(200).Select(Record.Line).ToArray() });
        });
        simulator.MapPost("/leads", Create);
        simulator.MapGet("/leads/{id}", (string id, World world) => With(world, id, contact => Json.Result(Record.Of(world, contact))));
        simulator.MapPost("/leads/{id}/messages", TypeAsync);
        simulator.MapPost("/leads/{id}/person", PersonAsync);
        simulator.MapPost("/leads/{id}/dnd", DndAsync);
        simulator.MapPost("/leads/{id}/appointments/{appointmentId}", AppointmentAsync);
        simulator.MapGet("/calendar/{calendarId}", Calendar);
        simulator.MapPost("/calendar/{calendarId}/taken", Take);
        simulator.MapGet("/stream", StreamAsync);
        simulator.MapGet("/keys", (SimulatorKeys keys) => Json.Result(new { publicKey = keys.PublicKey, pem = keys.PublicKeyPem }));
    }

    private static IResult Create(NewLead lead, World world)
    {
        lock (world.Gate)
        {
            if (lead.Id is { } id && world.Contact(id) is not null)
                return Json.Result(new { error = $"A lead {id} exists already." }, 409);
            var contact = world.Create(lead.LocationId, lead.Id);
            contact.Rename(lead.Name);
            contact.Email = lead.Email;
            contact.Phone = lead.Phone ?? world.Ids.NextPhone();
            contact.Source = "facebook lead ad";
            return Json.Result(Record.Of(world, contact), 201);
        }
    }

    private static async Task<IResult> TypeAsync(string id, LeadMessages typed, HttpRequest request, World world, PhoneLine line)
    {
        if (string.IsNullOrWhiteSpace(typed.Text) && typed.Texts is not { Count: > 0 })
            return Json.Result(new { error = "text is missing" }, 400);

        SimContact contact;
        lock (world.Gate)
        {
            contact = world.Known(id, typed.LocationId) ?? world.Create(typed.LocationId, id);
            contact.Phone ??= world.Ids.NextPhone();
        }

        return Json.Result(new { messages = await line.TypeAsync(contact, typed, $"{request.Scheme}://{request.Host}") });
    }

    private static async Task<IResult> PersonAsync(string id, PersonMessage typed, World world, WebhookPost webhooks, EventPost events, EventLedger ledger)
    {
        SimContact? contact;
        SimMessage message;
        lock (world.Gate)
        {
            contact = world.Contact(id);
            if (contact is null)
                return Missing(id);
            message = world.Write(contact, inbound: false, typed.Text, typed.Type, "app", "sim-user-1");
        }

        ledger.Add("outbound", contact.LocationId, contact.Id, message.Id, message.Body, "app");
        return Json.Result(new { messageId = message.Id, delivery = await webhooks.PostAsync(events.Compose(contact, message, new EventDefects())) });
    }

    private static async Task<IResult> DndAsync(string id, DndSwitch dnd, World world, EventPost events)
    {
        SimContact? contact;
        lock (world.Gate)
        {
            contact = world.Contact(id);
            if (contact is null)
                return Missing(id);
            contact.Dnd = dnd.On;
            foreach (var channel in new[] { "SMS", "WhatsApp" })
                contact.DndSettings[channel] = new System.Text.Json.Nodes.JsonObject { ["status"] = dnd.On ? "active" : "inactive", ["message"] = "", ["code"] = "" };
            world.Touch(contact);
        }

        return Json.Result(new { delivery = await events.DndAsync(contact) });
    }

    private static async Task<IResult> AppointmentAsync(string id, string appointmentId, NewStatus status, World world, EventPost events)
    {
        SimContact? contact;
        SimAppointment? appointment;
        lock (world.Gate)
        {
            contact = world.Contact(id);
            appointment = world.Appointment(appointmentId);
            if (contact is null || appointment is null)
                return Missing(appointmentId);
            if (status.Status is { } changed && !Statuses.Contains(changed))
                return Json.Result(new { error = $"status is one of {string.Join(", ", Statuses)}" }, 400);
            appointment.Status = status.Status ?? appointment.Status;
            if (status.Start is { } start)
                (appointment.Start, appointment.End) = (start, start + (appointment.End - appointment.Start));
            appointment.DateUpdated = world.Now;
            world.Add(appointment);
        }

        return Json.Result(new { delivery = await events.AppointmentAsync(contact, appointment) });
    }

    private static IResult Calendar(string calendarId, string? locationId, int? days, World world)
    {
        lock (world.Gate)
        {
            var location = world.Location(locationId);
            var until = world.Now + TimeSpan.FromDays(Math.Clamp(days ?? 7, 1, 31));
            var zone = TimeZoneInfo.FindSystemTimeZoneById(location.TimeZone);
            var free = Openings.Free(world, calendarId, location, world.Now, until)
                .Select(start => new { start = TimeZoneInfo.ConvertTime(start, zone), contactId = (string?)null, title = (string?)null });
            var taken = world.Appointments
                .Where(one => one.CalendarId == calendarId && one.TakesTime && one.Start < until && one.End > world.Now)
                .Select(one => new { start = TimeZoneInfo.ConvertTime(one.Start, zone), contactId = (string?)one.ContactId, title = one.Title });
            return Json.Result(new { timeZone = location.TimeZone, slots = free.Concat(taken).OrderBy(slot => slot.start).ToArray() });
        }
    }

    private static IResult Take(string calendarId, TakenTime taken, World world)
    {
        lock (world.Gate)
        {
            var location = world.Location(taken.LocationId);
            if (!Openings.IsFree(world, calendarId, location, taken.Start))
                return Json.Result(Refusals.Conflict().Body, 400);
            world.Add(new SimAppointment(world.Ids.Next(), calendarId, location.Id, "somebody-else", taken.Start, taken.Start + location.SlotInterval, world.Now)
            {
                Title = "Taken",
            });
            return Json.Result(new { taken = taken.Start });
        }
    }

    /// <summary>Server-sent events: the id of each contact that changes; <c>*</c> when all did.</summary>
    private static async Task StreamAsync(HttpContext http, Changes changes, IHostApplicationLifetime host)
    {
        // An open page must not hold up the end of the process.
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        var page = changes.Subscribe();
        try
        {
            await http.Response.WriteAsync("event: ready\ndata: {}\n\n", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await foreach (var contactId in page.Reader.ReadAllAsync(closing.Token))
            {
                await http.Response.WriteAsync($"data: {JsonSerializer.Serialize(contactId, Json.Options)}\n\n", http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // The page was closed, or the process ends.
        }
        finally
        {
            changes.Unsubscribe(page);
        }
    }

    private static IResult With(World world, string id, Func<SimContact, IResult> act)
    {
        lock (world.Gate)
            return world.Contact(id) is { } contact ? act(contact) : Missing(id);
    }

    private static IResult Missing(string id) => Json.Result(new { error = $"There is no {id}." }, 404);
}
