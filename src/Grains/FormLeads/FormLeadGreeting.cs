using Microsoft.Extensions.Logging;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.ReadModel;

namespace OutletBot.FormLeads;

/// <summary>
/// Makes a contact of a lead from a form and has it greeted. It keeps no state: each of its steps can be repeated, and its inbox event
/// stays unhandled until the last is done.
/// </summary>
internal sealed partial class FormLeadGreeting(
    MetaGraph meta, ICrm crm, IInbox inbox, IConversationLog log, IGrainFactory grains, ILocations locations, TimeProvider time, ILogger<FormLeadGreeting> logger)
{
    private const int FailuresBeforeOperatorsAreTold = 4;

    /// <summary>A greeting that failed for this long is left to a person.</summary>
    private static readonly TimeSpan TriedFor = TimeSpan.FromHours(24);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Called before each try.</summary>
    public Action<TimeSpan> KeepAlive { get; set; } = static _ => { };

    /// <summary>Tries until it is done, nobody can do it, or it has failed for a day. A token that is refused is tried for as long: operators may replace it.</summary>
    public async Task RunAsync(InboxEvent inboxEvent, CancellationToken stop)
    {
        var toldOfToken = false;
        for (var attempt = 1; !stop.IsCancellationRequested; attempt++)
        {
            KeepAlive(TimeSpan.FromMinutes(2));
            try
            {
                await GreetAsync(inboxEvent, stop);
                return;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (IsFinal(e) || time.GetUtcNow() - inboxEvent.ReceivedAt > TriedFor)
            {
                LogGivenUp(e, inboxEvent.Conversation);
                await TellOperatorsAsync(inboxEvent, $"A lead from a form could not be greeted: {e.Message}", [inboxEvent.Id]);
                return;
            }
            catch (Exception e)
            {
                LogRetried(e, inboxEvent.Conversation);
                var token = IsRefusedToken(e);
                if (attempt == FailuresBeforeOperatorsAreTold || (token && !toldOfToken)) await TellOperatorsAsync(inboxEvent, $"A lead from a form waits to be greeted: {e.Message}", []);
                toldOfToken |= token;
                var pause = token ? LongestPause : TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, attempt)));
                await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
    }

    private static bool IsFinal(Exception e) => e is CrmException { IsTransient: false } or MetaGraphException { Failure: MetaGraphFailure.Rejected };

    /// <summary>Whether trying again soon is in vain until operators replace a token, Meta's or GHL's.</summary>
    private static bool IsRefusedToken(Exception e) => e is MetaGraphException { Failure: MetaGraphFailure.Token } or CrmException { Failure: CrmFailure.Unauthorized };

    private async Task GreetAsync(InboxEvent inboxEvent, CancellationToken stop)
    {
        var location = inboxEvent.Conversation.LocationId;
        var leadgenId = inboxEvent.Detail!;
        var lead = FormLead.From(await meta.LeadAsync(leadgenId, stop), time.GetUtcNow());
        if (!lead.IsTest)
        {
            var contact = await crm.UpsertContactAsync(location, new NewContact(lead.Name, lead.Phone, lead.Email, "facebook lead ad"), stop);
            if (lead.MonthlyBudgetUsd is { } budget) await crm.UpdateContactAsync(location, contact, new ContactPatch { MonthlyBudgetUsd = budget }, stop);
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
                stop);
            if (!greet.Duplicate) await grains.DeliverAsync(greet.Event);
        }

        // Operators may have been told of it, by this activation or another.
        if (await log.FindAsync(inboxEvent.Conversation, stop) is { NeedsHuman: not null }) await TellOperatorsAsync(inboxEvent, null, [inboxEvent.Id]);
        else await inbox.MarkHandledAsync([inboxEvent.Id], stop);
    }

    private Task TellOperatorsAsync(InboxEvent inboxEvent, string? why, IReadOnlyCollection<long> handled) => log.RecordAsync(
        new TurnRecord
        {
            Conversation = new ConversationRow
            {
                LocationId = inboxEvent.Conversation.LocationId,
                ContactId = inboxEvent.Conversation.ContactId,
                Turn = 0,
                Stage = nameof(Stage.HandedOff),
                Language = locations.Get(inboxEvent.Conversation.LocationId).Language,
                NeedsHuman = why,
                UpdatedAt = time.GetUtcNow(),
            },
            HandledInboxIds = handled,
        },
        CancellationToken.None);

    [LoggerMessage(2201, LogLevel.Warning, "The lead from a form {Conversation} could not be greeted yet; it is tried again.")]
    private partial void LogRetried(Exception exception, ConversationId conversation);

    [LoggerMessage(2202, LogLevel.Error, "The lead from a form {Conversation} could not be greeted; it stands in the operators' queue.")]
    private partial void LogGivenUp(Exception exception, ConversationId conversation);
}
