using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;

namespace OutletBot.Cluster;

/// <summary>What GHL holds of one contact.</summary>
internal sealed class ContactDouble
{
    public Lock Gate { get; } = new();

    public List<string> Sent { get; } = [];

    public List<string> Notes { get; } = [];

    public List<string> Tags { get; } = [];

    public ContactPatch Fields { get; set; } = new();
}

/// <summary>GHL in memory, one for all silos.</summary>
internal sealed class GhlDouble : ICrm
{
    private readonly ConcurrentDictionary<string, ContactDouble> _contacts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<DateTimeOffset, string> _booked = new();
    private readonly ConcurrentDictionary<string, (TaskCompletionSource Begins, Task Goes)> _held = new(StringComparer.Ordinal);
    private readonly StrongBox<int> _slotReads = new();
    private readonly StrongBox<int> _bookings = new();
    private IClearance? _clearance;

    /// <summary>Free times before anything is booked.</summary>
    public IReadOnlyList<DateTimeOffset> Times { get; } =
        [.. Enumerable.Range(1, 200).Select(i => new DateTimeOffset(DateTime.UnixEpoch.AddDays(40_000), TimeSpan.Zero).AddHours(i))];

    public int SlotReads => Volatile.Read(ref _slotReads.Value);

    public int Bookings => Volatile.Read(ref _bookings.Value);

    public IReadOnlyDictionary<DateTimeOffset, string> Booked => _booked;

    /// <summary>Traces that calls came in.</summary>
    public ConcurrentBag<ActivityTraceId> Traces { get; } = [];

    /// <summary>What a read of free times waits for.</summary>
    public Task ReadsWaitFor { get; set; } = Task.CompletedTask;

    /// <summary>Lets the next write of a contact's fields wait. The task returned ends when that write begins.</summary>
    public Task HoldWrite(string contactId, Task goes)
    {
        var begins = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _held[contactId] = (begins, goes);
        return begins.Task;
    }

    /// <summary>Waits until so many messages were sent to a contact.</summary>
    public async Task SentAsync(string contactId, int messages)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (Of(contactId).Sent.Count < messages)
        {
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(60), $"{contactId} never hears message {messages}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    public ContactDouble Of(string contactId) => _contacts.GetOrAdd(contactId, _ => new ContactDouble());

    /// <summary>The same GHL, whose writes need the clearance.</summary>
    public ICrm Under(IClearance clearance)
    {
        var under = (GhlDouble)MemberwiseClone();
        under._clearance = clearance;
        return under;
    }

    public async Task<Contact?> FindContactAsync(string locationId, string contactId, CancellationToken cancellation)
    {
        await Task.Yield();
        return new Contact { Id = contactId, Tags = [.. Of(contactId).Tags] };
    }

    public Task<string> UpsertContactAsync(string locationId, NewContact contact, CancellationToken cancellation) => Task.FromResult(contact.Phone!);

    public async Task<IReadOnlyList<Field>> UpdateContactAsync(string locationId, string contactId, ContactPatch patch, CancellationToken cancellation)
    {
        await ClearedAsync();
        if (_held.TryRemove(contactId, out var held))
        {
            held.Begins.SetResult();
            await held.Goes;
        }

        var contact = Of(contactId);
        lock (contact.Gate)
        {
            contact.Fields = contact.Fields with
            {
                Name = patch.Name ?? contact.Fields.Name,
                Email = patch.Email ?? contact.Fields.Email,
                MonthlyBudgetUsd = patch.MonthlyBudgetUsd ?? contact.Fields.MonthlyBudgetUsd,
                Problem = patch.Problem ?? contact.Fields.Problem,
            };
        }

        return [];
    }

    public Task AddTagsAsync(string locationId, string contactId, IReadOnlyCollection<string> tags, CancellationToken cancellation) =>
        Change(contactId, contact => contact.Tags.AddRange(tags));

    public Task RemoveTagsAsync(string locationId, string contactId, IReadOnlyCollection<string> tags, CancellationToken cancellation) =>
        Change(contactId, contact => contact.Tags.RemoveAll(tags.Contains));

    public Task AddNoteAsync(string locationId, string contactId, string body, CancellationToken cancellation) => Change(contactId, contact => contact.Notes.Add(body));

    public Task<IReadOnlyList<string>> NotesAsync(string locationId, string contactId, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>([.. Of(contactId).Notes]);

    public async Task<string> SendMessageAsync(string locationId, string contactId, Channel channel, string text, CancellationToken cancellation)
    {
        if (Activity.Current is { } activity) Traces.Add(activity.TraceId);
        await Change(contactId, contact => contact.Sent.Add(text));
        return Guid.NewGuid().ToString();
    }

    public Task<IReadOnlyList<CrmMessage>> MessagesAsync(string locationId, string contactId, int limit, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<CrmMessage>>([]);

    public async Task<IReadOnlyList<DateTimeOffset>> FreeSlotsAsync(
        string locationId, string calendarId, DateTimeOffset from, DateTimeOffset to, string timeZone, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _slotReads.Value);
        await ReadsWaitFor;
        return [.. Times.Where(time => !_booked.ContainsKey(time))];
    }

    public async Task<Appointment> BookAsync(string locationId, NewAppointment appointment, CancellationToken cancellation)
    {
        await ClearedAsync();
        Interlocked.Increment(ref _bookings.Value);
        return _booked.TryAdd(appointment.Start, appointment.ContactId)
            ? new Appointment(Guid.NewGuid().ToString(), appointment.CalendarId, appointment.Start, "confirmed")
            : throw new CrmException(CrmFailure.SlotTaken, "taken");
    }

    /// <summary>Somebody else takes a time, past the bot.</summary>
    public void Take(DateTimeOffset time) => _booked[time] = "somebody-else";

    public Task RescheduleAsync(string locationId, string appointmentId, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellation) => Task.CompletedTask;

    public Task CancelAsync(string locationId, string appointmentId, CancellationToken cancellation) => Task.CompletedTask;

    public Task<IReadOnlyList<Appointment>> AppointmentsAsync(string locationId, string contactId, string timeZone, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Appointment>>([]);

    public Task<Appointment?> FindAppointmentAsync(string locationId, string appointmentId, CancellationToken cancellation) => Task.FromResult<Appointment?>(null);

    public Task StartWorkflowAsync(string locationId, string contactId, string workflowId, CancellationToken cancellation) => Task.CompletedTask;

    public Task<IReadOnlyList<CrmMessage>> MessagesSinceAsync(string locationId, string contactId, DateTimeOffset since, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<CrmMessage>>([]);

    public Task<IReadOnlyList<ActiveContact>> ActiveContactsAsync(string locationId, DateTimeOffset since, int limit, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ActiveContact>>([]);

    public Task PingAsync(string locationId, CancellationToken cancellation) => Task.CompletedTask;

    private async Task Change(string contactId, Action<ContactDouble> change)
    {
        await ClearedAsync();
        var contact = Of(contactId);
        lock (contact.Gate) change(contact);
    }

    private async Task ClearedAsync()
    {
        await Task.Yield();
        while (_clearance is { Stands: false }) await _clearance.ObtainAsync(CancellationToken.None);
    }
}
