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

    private const int SentIdsKept = 6;
    private const int MessagesLookedThrough = 20;

    /// <param name="id">The conversation.</param>
    /// <param name="conversation">Its value, with the effect.</param>
    /// <param name="effect">What is to be done.</param>
    /// <param name="reconcile">Whether it may have been done already.</param>
    /// <param name="clearance">What every change in GHL leaves under: looking things up and waiting takes time, in which another may have taken over.</param>
    /// <param name="setting">The location and now.</param>
    /// <param name="cancellation">Ends the wait, not what GHL does.</param>
    /// <exception cref="CrmException">GHL did not do it.</exception>
    public async Task<Conversation> RunAsync(
        ConversationId id, Conversation conversation, Effect effect, bool reconcile, ConversationShell.EffectClearance clearance, Setting setting, CancellationToken cancellation)
    {
        var (location, contact) = id;
        var cleared = crm.Under(clearance);
        var without = conversation with { Effects = [.. conversation.Effects.Where(e => e.Id != effect.Id)] };
        switch (effect)
        {
            case SendReply send:
                var sentId = reconcile ? await FindSentAsync(id, conversation, send, cancellation) : null;
                if (sentId is null && send.Withdrawn) return without;
                sentId ??= await cleared.SendMessageAsync(location, contact, send.Channel, send.Text, cancellation);
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
                await cleared.UpdateContactAsync(location, contact, update.Patch, cancellation);
                return without;

            case AddTags tags:
                await cleared.AddTagsAsync(location, contact, tags.Tags, cancellation);
                return without;

            case RemoveTags tags:
                await cleared.RemoveTagsAsync(location, contact, tags.Tags, cancellation);
                return without.SwitchTags.Any(tags.Tags.Contains)
                    ? without with { SwitchTags = [.. without.SwitchTags.Except(tags.Tags)], SwitchedAt = time.GetUtcNow() }
                    : without;

            case AddNote note:
                // GHL knows no idempotency key: the mark in the body is how a note is recognised.
                var mark = $"[{effect.Id}]";
                if (reconcile && (await crm.NotesAsync(location, contact, cancellation)).Any(body => body.Contains(mark, StringComparison.Ordinal))) return without;
                await cleared.AddNoteAsync(location, contact, $"{note.Body}{mark}", cancellation);
                return without;

            case StartWorkflow workflow:
                // Nothing tells whether a contact is in a workflow: after an unknown outcome a person looks. A follow-up is not worth that.
                if (reconcile && workflow.Until is not null) return without;
                if (reconcile) throw new CrmException(CrmFailure.Rejected, "It is unknown whether the greeting workflow was started.");
                await cleared.StartWorkflowAsync(location, contact, workflow.WorkflowId, cancellation);
                return workflow.Until is null ? without : without with
                {
                    Unrecorded = [.. without.Unrecorded, new MessageRow { MessageId = workflow.Id, Author = Author.Bot, Text = "[template]", At = time.GetUtcNow() }],
                };

            case BookSlot book:
                return await BookAsync(id, conversation, book, book.Start, null, reconcile, clearance.Ticket, setting, cancellation);

            case MoveAppointment move:
                return await BookAsync(id, conversation, move, move.Start, move.AppointmentId, reconcile, clearance.Ticket, setting, cancellation);

            case CancelAppointment cancel:
                await CancelAsync(cleared, location, cancel.AppointmentId, cancellation);
                return without;

            default:
                throw new InvalidOperationException($"No such effect: {effect.GetType().Name}.");
        }
    }

    /// <summary>GHL's id of the message if an earlier try did send it.</summary>
    private async Task<string?> FindSentAsync(ConversationId id, Conversation conversation, SendReply send, CancellationToken cancellation)
    {
        var messages = await crm.MessagesAsync(id.LocationId, id.ContactId, MessagesLookedThrough, cancellation);
        return messages.FirstOrDefault(m => !m.Inbound
            && m.UserId is null
            && m.At >= send.Since - ClockTolerance
            && !conversation.SentIds.Contains(m.Id)
            && SameText(m.Text, send.Text))?.Id;
    }

    /// <summary>Providers trim and fold line ends on the way.</summary>
    private static bool SameText(string a, string b) =>
        string.Equals(a.ReplaceLineEndings("\n").Trim(), b.ReplaceLineEndings("\n").Trim(), StringComparison.Ordinal);

    private async Task<Conversation> BookAsync(
        ConversationId id, Conversation conversation, Effect effect, DateTimeOffset start, string? moves, bool reconcile, string ticket, Setting setting, CancellationToken cancellation)
    {
        var request = new BookingRequest
        {
            ContactId = id.ContactId,
            Start = start,
            Title = conversation.Lead.Name is { } name ? $"{setting.Location.AgentName}: {name}" : setting.Location.AgentName,
            Moves = moves,
            Reconcile = reconcile,
            Ticket = ticket,
        };
        var appointment = await calendar.BookAsync(id.LocationId, request, cancellation);
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
