using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using OutletBot.Agent;
using OutletBot.Booking;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.Options;
using OutletBot.ReadModel;
using OutletBot.Voice;

namespace OutletBot.Conversations;

/// <inheritdoc cref="IConversationGrain"/>
internal sealed class ConversationGrain : Grain, IConversationGrain, IConversationStore, IRemindable
{
    /// <summary>The name of a conversation's one Orleans reminder.</summary>
    public const string WakeUp = "follow-up";

    /// <summary>A wake-up that got lost with its silo comes again so much later.</summary>
    public static readonly TimeSpan WakeUpAgain = TimeSpan.FromMinutes(5);

    /// <summary>One whose first time has passed when Orleans starts its timer comes after a whole period only: writing it down takes a moment.</summary>
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromSeconds(5);

    /// <summary>One that lies further ahead is set anew on the way.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(20);

    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(5);

    private readonly IPersistentState<StoredConversation> _stored;
    private readonly ConversationShell _shell;
    private readonly TimeProvider _time;

    public ConversationGrain(
        [PersistentState("conversation")] IPersistentState<StoredConversation> stored,
        IBrain brain,
        ICrm crm,
        ICalendar calendar,
        IConversationLog log,
        ILocations locations,
        IOptions<ConversationOptions> options,
        TimeProvider time,
        ILogger<ConversationShell> logger,
        VoiceOfModel? voice = null)
    {
        _stored = stored;
        _time = time;
        var world = new ConversationWorld(brain, crm, calendar, log, locations, options.Value, time, logger) { Voice = voice?.Voice };
        _shell = new ConversationShell(ConversationId.Parse(this.GetPrimaryKeyString()), this, world)
        {
            KeepAlive = DelayDeactivation,
            GiveUp = DeactivateOnIdle,
            WakeUpAt = WakeUpAtAsync,
        };
    }

    public Conversation Current => _stored.State.Value;

    public Task Deliver(InboxEvent inboxEvent)
    {
        _shell.Deliver(inboxEvent);
        return Task.CompletedTask;
    }

    public Task<TimeSpan?> ProveAsync(string ticket) => _shell.ProveAsync(ticket);

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        _shell.Wake();
        return Task.CompletedTask;
    }

    public async Task CommitAsync(Conversation next)
    {
        var before = _stored.State;
        _stored.State = new StoredConversation { Value = next };
        try
        {
            await _stored.WriteStateAsync();
        }
        catch
        {
            // What is not in SQL has not happened.
            _stored.State = before;
            throw;
        }
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _shell.Start();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _shell.StopAsync(PatienceAtTheEnd);

    private async Task WakeUpAtAsync(DateTimeOffset? at)
    {
        if (at is { } time)
        {
            var ahead = time - _time.GetUtcNow();
            await this.RegisterOrUpdateReminder(WakeUp, ahead < ShortestSleep ? ShortestSleep : ahead > LongestSleep ? LongestSleep : ahead, WakeUpAgain);
        }
        else if (await this.GetReminder(WakeUp) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }
}

/// <summary>The row of a conversation. A class of its own, as the value itself is immutable.</summary>
internal sealed class StoredConversation
{
    public Conversation Value { get; set; } = new();
}
