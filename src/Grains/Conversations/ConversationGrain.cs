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
internal sealed class ConversationGrain : Grain, IConversationGrain, IConversationStore
{
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(5);

    private readonly IPersistentState<StoredConversation> _stored;
    private readonly ConversationShell _shell;

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
        var world = new ConversationWorld(brain, crm, calendar, log, locations, options.Value, time, logger) { Voice = voice?.Voice };
        _shell = new ConversationShell(ConversationId.Parse(this.GetPrimaryKeyString()), this, world)
        {
            KeepAlive = DelayDeactivation,
            GiveUp = DeactivateOnIdle,
        };
    }

    public Conversation Current => _stored.State.Value;

    public Task Deliver(InboxEvent inboxEvent)
    {
        _shell.Deliver(inboxEvent);
        return Task.CompletedTask;
    }

    public Task<TimeSpan?> ProveAsync(string ticket) => _shell.ProveAsync(ticket);

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
}

/// <summary>The row of a conversation. A class of its own, as the value itself is immutable.</summary>
internal sealed class StoredConversation
{
    public Conversation Value { get; set; } = new();
}
