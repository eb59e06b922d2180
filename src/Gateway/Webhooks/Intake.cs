using Microsoft.Extensions.Options;
using OutletBot.Gateway.Health;
using OutletBot.Inbox;
using OutletBot.Options;

namespace OutletBot.Gateway.Webhooks;

/// <summary>Commits events and announces them. Nothing else happens between a webhook and its answer.</summary>
internal sealed class Intake(IInbox inbox, Delivery delivery, CommitRecord commits, IOptions<WebhookOptions> options, TimeProvider time)
{
    /// <summary>Commits events, and returns those that were not known before.</summary>
    /// <exception cref="InboxUnavailableException">SQL cannot commit now. Some of the events may be committed.</exception>
    public async Task<IReadOnlyList<InboxEvent>> CommitAsync(IReadOnlyList<InboxEvent> events)
    {
        using var deadline = new CancellationTokenSource(options.Value.CommitTimeout, time);
        try
        {
            var appended = await Task.WhenAll(events.Select(each => inbox.AppendAsync(each, deadline.Token)));
            commits.Succeeded();
            InboxEvent[] fresh = [.. appended.Where(each => !each.Duplicate).Select(each => each.Event)];
            foreach (var each in fresh) delivery.Announce(each);
            return fresh;
        }
        catch (InboxUnavailableException fault)
        {
            commits.Failed(fault);
            throw;
        }
        catch (OperationCanceledException fault) when (deadline.IsCancellationRequested)
        {
            var late = new InboxUnavailableException("The database did not commit in time.", fault);
            commits.Failed(late);
            throw late;
        }
    }
}
