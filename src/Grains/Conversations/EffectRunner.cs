using System.Net;
using OutletBot.Booking;
using OutletBot.Calendars;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.ReadModel;

namespace OutletBot.Conversations;

/// <summary>
/// Carries out one effect in GHL and returns the conversation without it, and with what follows from it. An effect whose
/// earlier try may have had its effect is looked up in GHL before it is repeated.
/// </summary>
internal sealed class EffectRunner(ICrm crm, ICalendar calendar, TimeProvider time)
{
    /// <summary>GHL's clock and ours may differ this much when a message is looked up by its time.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    /// <summary>GHL may go on with what nobody waits for any more, and shows what it took a moment later: only then what is not there was not done.</summary>
    private static readonly TimeSpan ShowsWithin = TimeSpan.FromSeconds(4);

    private const int SentIdsKept = 6;

    /// <param name="id">The conversation.</param>
    /// <param name="conversation">Its value, with the effect.</param>
    /// <param name="effect">What is to be done.</param>
    /// <param name="reconcile">Whether it may have been done already.</param>
    /// <param name="clearance">What every change in GHL leaves under: looking things up and waiting takes time, in which another may have taken over.</param>
    /// <param name="setting">The location and now.</param>
    /// <param name="cancellation">Ends looking up. What has left is waited for as long as the clearance says.</param>
    /// <exception cref="CrmException">GHL did not do it.</exception>
    public async Task<Conversation> RunAsync(
        ConversationId id, Conversation conversation, Effect effect, bool reconcile, ConversationShell.EffectClearance clearance, Setting setting, CancellationToken cancellation)
    {
        var (location, contact) = id;
        var (cleared, leaving) = (crm.Under(clearance), clearance.Leaving);
        var without = conversation with { Effects = [.. conversation.Effects.Where(e => e.Id != effect.Id)] };
        switch (effect)
        {
            case SendReply send:
                var sentId = reconcile ? await LookAsync(() => FindSentAsync(id, conversation, send, cancellation), cancellation) : null;
                if (sentId is null && send.Withdrawn) return conversation.Unsent(send);
                sentId ??= await cleared.SendMessageAsync(location, contact, send.Channel, send.Text, leaving);
                if (send.Until is not null) without = without.Followed(send.Text);
                return without with
                {
                    // The silence begins when the lead can read what we said. A nudge does not begin another.
                    SilentSince = send.Until is null && without.SilentSince is not null ? time.GetUtcNow() : without.SilentSince,
                    SentIds = [.. without.SentIds.Append(sentId).TakeLast(SentIdsKept)],
                    Unrecorded = [.. without.Unrecorded, new MessageRow
                    {
                        MessageId = send.Id,
                        Author = Author.Bot,
                        Text = send.Text,
                        At = time.GetUtcNow(),
                        Brain = send.Brain == BrainKind.Model ? "model" : "rules",
                    }],
                };

            case UpdateContact update:
                await cleared.UpdateContactAsync(location, contact, update.Patch, leaving);
                return without;

            case AddTags tags:
                await cleared.AddTagsAsync(location, contact, tags.Tags, leaving);
                return without;

            case RemoveTags tags:
                await cleared.RemoveTagsAsync(location, contact, tags.Tags, leaving);
                return without.SwitchTags.Any(tags.Tags.Contains)
                    ? without with { SwitchTags = [.. without.SwitchTags.Except(tags.Tags)], SwitchedAt = time.GetUtcNow() }
                    : without;

            case AddNote note:
                // GHL knows no idempotency key: the mark in the body is how a note is recognised.
                var mark = $"[{effect.Id}]";
                if (reconcile && await LookAsync(() => FindNoteAsync(id, mark, cancellation), cancellation) is not null) return without;
                await cleared.AddNoteAsync(location, contact, $"{note.Body}{mark}", leaving);
                return without;

            case StartWorkflow workflow:
                // Nothing tells whether a contact is in a workflow: after an unknown outcome a person looks. A follow-up is not worth that.
                if (reconcile && workflow.Until is not null) return without;
                if (reconcile) throw new CrmException(CrmFailure.Rejected, "It is unknown whether the greeting workflow was started.");
                await cleared.StartWorkflowAsync(location, contact, workflow.WorkflowId, leaving);
                return workflow.Until is null ? without : without with
                {
                    Unrecorded = [.. without.Unrecorded, new MessageRow { MessageId = workflow.Id, Author = Author.Bot, Text = "[template]", At = time.GetUtcNow() }],
                };

            case BookSlot book:
                return await BookAsync(id, conversation, book, book.Start, null, reconcile, clearance, setting, cancellation);

            case MoveAppointment move:
                return await BookAsync(id, conversation, move, move.Start, move.AppointmentId, reconcile, clearance, setting, cancellation);

            case CancelAppointment cancel:
                await CancelAsync(cleared, location, cancel.AppointmentId, leaving);
                return without;

            default:
                throw new InvalidOperationException($"No such effect: {effect.GetType().Name}.");
        }
    }

    /// <summary>GHL's id of the message if an earlier try did send it.</summary>
    private async Task<string?> FindSentAsync(ConversationId id, Conversation conversation, SendReply send, CancellationToken cancellation)
    {
        // All since then: while we were away the lead may have written more than a page.
        var messages = await crm.MessagesSinceAsync(id.LocationId, id.ContactId, send.Since - ClockTolerance, cancellation);
        return messages.FirstOrDefault(m => !m.Inbound
            && !m.IsByPerson()
            && !conversation.SentIds.Contains(m.Id)
            && SameText(m.Text, send.Text))?.Id;
    }

    private async Task<string?> FindNoteAsync(ConversationId id, string mark, CancellationToken cancellation) =>
        (await crm.NotesAsync(id.LocationId, id.ContactId, cancellation)).FirstOrDefault(body => body.Contains(mark, StringComparison.Ordinal));

    /// <summary>Looks twice where nothing is found at once.</summary>
    private async Task<string?> LookAsync(Func<Task<string?>> look, CancellationToken cancellation)
    {
        if (await look() is { } found) return found;
        await Task.Delay(ShowsWithin, time, cancellation);
        return await look();
    }

    /// <summary>Providers trim, fold blanks and line ends, compose characters and escape them on the way.</summary>
    private static bool SameText(string a, string b) => string.Equals(Folded(a), Folded(b), StringComparison.Ordinal);

    private static string Folded(string text) =>
        string.Join(' ', WebUtility.HtmlDecode(text).Normalize().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private async Task<Conversation> BookAsync(
        ConversationId id, Conversation conversation, Effect effect, DateTimeOffset start, string? moves, bool reconcile, ConversationShell.EffectClearance clearance, Setting setting, CancellationToken cancellation)
    {
        // Waited for here, as the calendar has others to book for meanwhile.
        if (reconcile) await Task.Delay(ShowsWithin, time, cancellation);
        var request = new BookingRequest
        {
            ContactId = id.ContactId,
            Start = start,
            Title = conversation.Lead.Name is { } name ? $"{setting.Location.AgentName}: {name}" : setting.Location.AgentName,
            Moves = moves,
            Reconcile = reconcile,
            Ticket = clearance.Ticket,
        };
        var appointment = await calendar.BookAsync(id.LocationId, request, clearance.Leaving);
        if (appointment is not null) return conversation.Booked(effect.Id, new BookedAppointment(appointment, start), setting);
        var free = await calendar.FreeTimesAsync(id.LocationId, fresh: true, cancellation);
        return conversation.SlotTaken(effect.Id, setting with { FreeTimes = free });
    }

    private static async Task CancelAsync(ICrm cleared, string location, string appointment, CancellationToken cancellation)
    {
        try
        {
            await cleared.CancelAsync(location, appointment, cancellation);
        }
        catch (CrmException e) when (e.Failure == CrmFailure.NotFound)
        {
            // Somebody deleted it in GHL: what was wanted is so.
        }
    }
}
