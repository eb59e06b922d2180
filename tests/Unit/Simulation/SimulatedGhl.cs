using OutletBot.Booking;
using OutletBot.Calendars;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;

namespace OutletBot.Unit.Simulation;

/// <summary>GHL as it fails: late, refusing, or doing what was asked and losing the answer.</summary>
internal sealed class SimulatedGhl(SimulatedWorld world) : ICrm, ICalendar
{
    private const string CalendarId = "cal";

    private static readonly TimeSpan LongestWaitAtTheGate = TimeSpan.FromSeconds(10);

    /// <summary>What GHL took shows in its lists up to so much later.</summary>
    private const double ShowsLate = 3;

    /// <summary>What nobody waits for any more happens up to so much later.</summary>
    private const double HappensLate = 1.5;

    private readonly Dictionary<string, DateTimeOffset> _shows = new(StringComparer.Ordinal);
    private IClearance? _clearance;

    /// <summary>Calls that GHL refuses, by name; each is asked at the moment it is made.</summary>
    public Dictionary<string, Func<CrmException?>> Refusals { get; } = [];

    /// <summary>The contact as GHL shows it.</summary>
    public Contact Contact { get; set; } = new() { Id = SimulatedWorld.Id.ContactId };

    /// <summary>What changes were to leave under.</summary>
    public List<IClearance> Clearances { get; } = [];

    /// <summary>How long every change waits for the rate limit.</summary>
    public TimeSpan Gate { get; set; }

    /// <summary>Happens as a change begins to wait.</summary>
    public Action AtTheGate { get; set; } = static () => { };

    /// <summary>Whether free times were to be fresh, each time they were asked for.</summary>
    public List<bool> Fresh { get; } = [];

    public List<string> Tags { get; } = [];

    public List<CrmMessage> Sent { get; } = [];

    /// <summary>What the lead and people of the agency wrote.</summary>
    public List<CrmMessage> Written { get; } = [];

    public List<Appointment> Appointments { get; } = [];

    public List<string> Notes { get; } = [];

    public List<string> Untagged { get; } = [];

    public List<ContactPatch> Patches { get; } = [];

    /// <summary>Appointments that were cancelled, by their ids.</summary>
    public List<string> Cancelled { get; } = [];

    /// <summary>Workflows that the contact was put into.</summary>
    public List<string> Workflows { get; } = [];

    public List<DateTimeOffset> Free { get; } = [.. Enumerable.Range(1, 5).Select(d => new DateTimeOffset(2026, 11, 23, 15, 0, 0, TimeSpan.Zero).AddDays(d))];

    public ICrm Under(IClearance clearance)
    {
        var under = (SimulatedGhl)MemberwiseClone();
        under._clearance = clearance;
        Clearances.Add(clearance);
        return under;
    }

    public Task<string> SendMessageAsync(string locationId, string contactId, Channel channel, string text, CancellationToken cancellation) =>
        WriteAsync("send", () =>
        {
            var message = new CrmMessage($"g{world.NextId()}", false, text, world.Time.GetUtcNow(), "api", null, channel, false);
            Sent.Add(message);
            ShowLater(message.Id);
            world.Note($"sent: {text}");
            return message.Id;
        }, cancellation, world.BeginSend);

    public Task<IReadOnlyList<CrmMessage>> MessagesAsync(string locationId, string contactId, int limit, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<CrmMessage>>("messages", () => [.. Sent.Where(m => Shows(m.Id)).Concat(Written).OrderByDescending(m => m.At).Take(limit)], cancellation);

    /// <summary>The calendar books in a process of its own, and asks back whether the conversation still stands by it.</summary>
    public Task<string?> BookAsync(string locationId, BookingRequest request, CancellationToken cancellation) => Task.Factory.StartNew(
        () => new CalendarDesk(this, world, world.Time, locationId, CalendarId).BookAsync(request, new BookingClearance(() => world.ProveAsync(request.Ticket!), world.Time)),
        CancellationToken.None,
        TaskCreationOptions.DenyChildAttach,
        world.Everybody).Unwrap();

    public Task<IReadOnlyList<DateTimeOffset>> FreeTimesAsync(string locationId, bool fresh, CancellationToken cancellation)
    {
        Fresh.Add(fresh);
        return ReadAsync<IReadOnlyList<DateTimeOffset>>("free", () => [.. Free], cancellation);
    }

    public Task<Contact?> FindContactAsync(string locationId, string contactId, CancellationToken cancellation) =>
        ReadAsync<Contact?>("contact", () => Contact, cancellation);

    public Task<IReadOnlyList<Field>> UpdateContactAsync(string locationId, string contactId, ContactPatch patch, CancellationToken cancellation) =>
        WriteAsync<IReadOnlyList<Field>>("update", () =>
        {
            Patches.Add(patch);
            return [];
        }, cancellation);

    public Task AddTagsAsync(string locationId, string contactId, IReadOnlyCollection<string> tags, CancellationToken cancellation) => WriteAsync("tags", () =>
    {
        Tags.AddRange(tags);
        return true;
    }, cancellation);

    public Task RemoveTagsAsync(string locationId, string contactId, IReadOnlyCollection<string> tags, CancellationToken cancellation) => WriteAsync("untag", () =>
    {
        Untagged.AddRange(tags);
        return true;
    }, cancellation);

    public Task AddNoteAsync(string locationId, string contactId, string body, CancellationToken cancellation) =>
        WriteAsync("note", () =>
        {
            Notes.Add(body);
            ShowLater(body);
            return true;
        }, cancellation);

    public Task<IReadOnlyList<string>> NotesAsync(string locationId, string contactId, CancellationToken cancellation) => ReadAsync<IReadOnlyList<string>>("notes", () => [.. Notes.Where(Shows)], cancellation);

    public Task<string> UpsertContactAsync(string locationId, NewContact contact, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<DateTimeOffset>> FreeSlotsAsync(string locationId, string calendarId, DateTimeOffset from, DateTimeOffset to, string timeZone, CancellationToken cancellation) =>
        FreeTimesAsync(locationId, fresh: true, cancellation);

    public Task<Appointment> BookAsync(string locationId, NewAppointment appointment, CancellationToken cancellation) => WriteAsync("book", () =>
    {
        if (!Free.Remove(appointment.Start)) throw new CrmException(CrmFailure.SlotTaken, "no longer available");
        var booked = new Appointment($"a{world.NextId()}", appointment.CalendarId, appointment.Start, "confirmed");
        Appointments.Add(booked);
        ShowLater(booked.Id);
        world.Note($"booked {booked.Start:dd HH:mm}");
        return booked;
    }, cancellation);

    public Task RescheduleAsync(string locationId, string appointmentId, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellation) => throw new NotSupportedException();

    public Task CancelAsync(string locationId, string appointmentId, CancellationToken cancellation) => WriteAsync("cancel", () =>
    {
        Cancelled.Add(appointmentId);
        return true;
    }, cancellation);

    public Task<IReadOnlyList<Appointment>> AppointmentsAsync(string locationId, string contactId, string timeZone, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<Appointment>>("appointments", () => [.. Appointments.Where(a => Shows(a.Id))], cancellation);

    public Task<Appointment?> FindAppointmentAsync(string locationId, string appointmentId, CancellationToken cancellation) =>
        ReadAsync("appointment", () => Appointments.Find(a => a.Id == appointmentId), cancellation);

    public Task StartWorkflowAsync(string locationId, string contactId, string workflowId, CancellationToken cancellation) =>
        WriteAsync("workflow", () =>
        {
            Workflows.Add(workflowId);
            return true;
        }, cancellation);

    public Task<IReadOnlyList<CrmMessage>> MessagesSinceAsync(string locationId, string contactId, DateTimeOffset since, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<CrmMessage>>("messages", () => [.. Sent.Where(m => Shows(m.Id)).Concat(Written).Where(m => m.At >= since).OrderByDescending(m => m.At)], cancellation);

    public Task<IReadOnlyList<ActiveContact>> ActiveContactsAsync(string locationId, DateTimeOffset since, int limit, CancellationToken cancellation) => throw new NotSupportedException();

    public Task PingAsync(string locationId, CancellationToken cancellation) => throw new NotSupportedException();

    private Task<T> ReadAsync<T>(string name, Func<T> read, CancellationToken cancellation)
    {
        var fails = world.Happens(world.FaultRate / 2);
        return world.CallAsync(name, () => Refusal(name) is { } refusal ? throw refusal : fails ? throw new CrmException(CrmFailure.Unavailable, "503") : read(), world.Between(0.02, 0.8)).WaitAsync(cancellation);
    }

    /// <summary>Held back at the gate at times; then refused with 429 or 503, or done and the answer lost, or done.</summary>
    private async Task<T> WriteAsync<T>(string name, Func<T> write, CancellationToken cancellation, Action? leaves = null)
    {
        var fate = world.Random.NextDouble();
        if (Gate > TimeSpan.Zero)
        {
            AtTheGate();
            await Task.Delay(Gate, world.Time, cancellation);
        }

        if (world.Happens(world.FaultRate)) await Task.Delay(world.Random.NextDouble() * LongestWaitAtTheGate, world.Time, cancellation);
        while (_clearance is { Stands: false }) await _clearance.ObtainAsync(cancellation);
        leaves?.Invoke();
        return await world.CallAsync(name, () =>
        {
            if (Refusal(name) is { } refusal) throw refusal;
            if (fate < world.FaultRate / 3) throw new CrmException(CrmFailure.RateLimited, "429");
            if (fate < world.FaultRate * 2 / 3)
            {
                if (fate < world.FaultRate / 2) HappenLater(name, write);
                throw new CrmException(CrmFailure.Unavailable, "reset before") { OutcomeUnknown = true };
            }

            var result = write();
            return fate < world.FaultRate ? throw new CrmException(CrmFailure.Unavailable, "reset after") { OutcomeUnknown = true } : result;
        }, world.Between(0.02, 0.8)).WaitAsync(cancellation);
    }

    /// <summary>GHL goes on with what nobody waits for any more.</summary>
    private void HappenLater<T>(string name, Func<T> write) => world.At(world.Between(0, HappensLate), () =>
    {
        world.Note($"{name} happens late");
        try
        {
            write();
        }
        catch (CrmException)
        {
            // Nobody hears that it was refused.
        }
    });

    private void ShowLater(string what)
    {
        if (world.Happens(world.FaultRate)) _shows[what] = world.Time.GetUtcNow() + world.Between(0, ShowsLate);
    }

    private bool Shows(string what) => !_shows.TryGetValue(what, out var from) || from <= world.Time.GetUtcNow();

    private CrmException? Refusal(string name) => Refusals.TryGetValue(name, out var refusal) ? refusal() : null;
}
