using System.Globalization;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.FollowUps;
using OutletBot.Inbox;
using OutletBot.ReadModel;

namespace OutletBot.Replay;

/// <summary>Makes of a bare transcript what its turns must have been decided on: the lead's messages up to each answer.</summary>
internal static class TranscriptGrounds
{
    public static IReadOnlyList<TurnGrounds> Of(IReadOnlyList<MessageRow> transcript)
    {
        var grounds = new List<TurnGrounds>();
        var waiting = new List<Occurrence>();
        var number = 0L;
        foreach (var message in transcript)
        {
            if (message.Author == Author.Bot)
            {
                if (waiting.Count > 0) grounds.Add(Turn(waiting, waiting[^1].SentAt, TurnOf(message)));
                waiting.Clear();
                continue;
            }

            waiting.Add(new Occurrence
            {
                InboxId = ++number,
                Kind = message.Author == Author.Lead ? InboxEventKind.LeadMessage : InboxEventKind.PersonMessage,
                MessageId = message.MessageId,
                SentAt = message.At,
            });
        }

        if (waiting.Count > 0) grounds.Add(Turn(waiting, waiting[^1].SentAt, turn: null));
        return grounds;
    }

    /// <summary>Adds what the bot said in turns that no grounds tell of: follow-ups, of which earlier versions kept none. Nothing is known of the contact then.</summary>
    public static IReadOnlyList<TurnGrounds> WithFollowUps(IReadOnlyList<TurnGrounds> grounds, IReadOnlyList<MessageRow> transcript)
    {
        var concluded = grounds.Select(g => g.Conclusion?.Turn).ToHashSet();
        TurnGrounds[] missing =
        [
            .. transcript.Where(m => m.Author == Author.Bot && TurnOf(m) is { } turn && concluded.Add(turn)).Select(m => new TurnGrounds
            {
                Id = $"message-{m.MessageId}",
                At = m.At,
                Sight = new Sight { Contact = new Contact { Id = "" } },
                Conclusion = new Conclusion { Turn = TurnOf(m)!.Value },
            }),
        ];
        return missing.Length == 0 ? grounds : [.. grounds.Concat(missing).OrderBy(g => g.At)];
    }

    private static TurnGrounds Turn(List<Occurrence> events, DateTimeOffset at, long? turn) => new()
    {
        Id = $"event-{events[0].InboxId.ToString(CultureInfo.InvariantCulture)}",
        At = at,
        Contact = events[0].InboxId == 1 ? new ContactFacts(null) : null,
        Events = [.. events],
        // Only the answers are known of what was concluded.
        Conclusion = turn is { } known ? new Conclusion { Turn = known } : null,
    };

    /// <summary>The id of what the bot sent begins with the turn's number.</summary>
    private static long? TurnOf(MessageRow reply) =>
        long.TryParse(reply.MessageId.AsSpan(0, Math.Max(0, reply.MessageId.IndexOf('-', StringComparison.Ordinal))), CultureInfo.InvariantCulture, out var turn) ? turn : null;
}
