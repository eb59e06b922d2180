using Microsoft.Extensions.Logging;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.ReadModel;

namespace OutletBot.FormLeads;

/// <inheritdoc cref="IFormLeadGrain"/>
/// <remarks>It keeps no state: each of its steps can be repeated, and its inbox event stays unhandled until the last is done.</remarks>
internal sealed partial class FormLeadGrain(
    MetaGraph meta, ICrm crm, IInbox inbox, IConversationLog log, IGrainFactory grains, ILocations locations, TimeProvider time, ILogger<FormLeadGrain> logger)
    : Grain, IFormLeadGrain, IDisposable
{
    private const int TriesAtMost = 10;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stop = new();
    private Task? _pump;

    public Task Deliver(InboxEvent inboxEvent)
    {
        if (_pump is null or { IsCompleted: true }) _pump = PumpAsync(inboxEvent);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _stop.CancelAsync();

    public void Dispose() => _stop.Dispose();

    private async Task PumpAsync(InboxEvent inboxEvent)
    {
        await Task.Yield();
        for (var attempt = 1; !_stop.IsCancellationRequested; attempt++)
        {
            DelayDeactivation(TimeSpan.FromMinutes(2));
            try
            {
                await GreetAsync(inboxEvent);
                return;
            }
            catch (Exception e) when (e is CrmException { IsTransient: false } or MetaGraphException { IsTransient: false } || attempt == TriesAtMost)
            {
                LogGivenUp(e, inboxEvent.Conversation.LocationId);
                await CallOperatorsAsync(inboxEvent, e);
                return;
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is CrmException or MetaGraphException or InboxUnavailableException)
            {
                LogRetried(e, inboxEvent.Conversation.LocationId);
                var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, attempt)));
                await Task.Delay(pause, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
    }

    private async Task GreetAsync(InboxEvent inboxEvent)
    {
        var location = inboxEvent.Conversation.LocationId;
        var leadgenId = inboxEvent.Detail!;
        var lead = FormLead.From(await meta.LeadAsync(leadgenId, _stop.Token), time.GetUtcNow());
        if (!lead.IsTest)
        {
            var contact = await crm.UpsertContactAsync(location, new NewContact(lead.Name, lead.Phone, lead.Email, "facebook lead ad"), _stop.Token);
            if (lead.MonthlyBudgetUsd is { } budget) await crm.UpdateContactAsync(location, contact, new ContactPatch { MonthlyBudgetUsd = budget }, _stop.Token);
            // Through the inbox, so that the greeting is as durable as an answer, and is one however often this step is repeated.
            var greet = await inbox.AppendAsync(
                new InboxEvent
                {
                    Kind = InboxEventKind.Greet,
                    Conversation = new ConversationId(location, contact),
                    MessageId = $"greet:{leadgenId}",
                    HasProviderId = true,
                    Channel = Channel.Sms,
                    SentAt = inboxEvent.SentAt,
                    ReceivedAt = time.GetUtcNow(),
                    TraceParent = inboxEvent.TraceParent,
                },
                _stop.Token);
            if (!greet.Duplicate) await grains.DeliverAsync(greet.Event);
        }

        await inbox.MarkHandledAsync([inboxEvent.Id], _stop.Token);
    }

    private Task CallOperatorsAsync(InboxEvent inboxEvent, Exception reason) => log.RecordAsync(
        new TurnRecord
        {
            Conversation = new ConversationRow
            {
                LocationId = inboxEvent.Conversation.LocationId,
                ContactId = inboxEvent.Conversation.ContactId,
                Turn = 0,
                Stage = nameof(Stage.HandedOff),
                Language = locations.Get(inboxEvent.Conversation.LocationId).Language,
                NeedsHuman = $"A lead from a form could not be greeted: {reason.Message}",
                UpdatedAt = time.GetUtcNow(),
            },
            HandledInboxIds = [inboxEvent.Id],
        },
        CancellationToken.None);

    [LoggerMessage(2201, LogLevel.Warning, "A lead from a form of location {Location} could not be greeted yet; it is tried again.")]
    private partial void LogRetried(Exception exception, string location);

    [LoggerMessage(2202, LogLevel.Error, "A lead from a form of location {Location} could not be greeted; it stands in the operators' queue.")]
    private partial void LogGivenUp(Exception exception, string location);
}
