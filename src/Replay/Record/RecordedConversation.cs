using OutletBot.Conversations;
using OutletBot.ReadModel;

namespace OutletBot.Replay;

/// <summary>A conversation as the store holds it.</summary>
internal sealed record RecordedConversation
{
    /// <summary>Turns and messages that are read at most.</summary>
    private const int ReadAtMost = 10_000;

    public required ConversationId Id { get; init; }

    /// <summary>Its row; null for a conversation that was never recorded.</summary>
    public required ConversationRow Row { get; init; }

    public required IReadOnlyList<MessageRow> Transcript { get; init; }

    public required IReadOnlyList<TurnGrounds> Grounds { get; init; }

    /// <summary>Whether the grounds were made from the transcript, as conversations of earlier versions have none.</summary>
    public bool FromTranscript { get; init; }

    /// <exception cref="ReplayException">The store holds no such conversation.</exception>
    public static async Task<RecordedConversation> ReadAsync(IConversationLog store, ConversationId id, CancellationToken cancellation)
    {
        var row = await store.FindAsync(id, cancellation) ?? throw new ReplayException($"There is no conversation {id}.");
        var transcript = await store.TranscriptAsync(id, ReadAtMost, cancellation);
        var grounds = await store.GroundsAsync(id, ReadAtMost, cancellation);
        return grounds.Count > 0
            ? new() { Id = id, Row = row, Transcript = transcript, Grounds = TranscriptGrounds.WithFollowUps([.. grounds.Select(g => TurnGrounds.FromJson(g.Body))], transcript) }
            : new() { Id = id, Row = row, Transcript = transcript, Grounds = TranscriptGrounds.WithFollowUps(TranscriptGrounds.Of(transcript), transcript), FromTranscript = true };
    }

    public string TextOf(Occurrence occurrence) => Transcript.FirstOrDefault(m => m.MessageId == occurrence.MessageId)?.Text ?? "";

    /// <summary>What the bot sent in a turn, in order.</summary>
    public IReadOnlyList<MessageRow> Replies(long turn) => [.. Transcript.Where(m => m.Author == Author.Bot && m.MessageId.StartsWith($"{turn}-", StringComparison.Ordinal))];
}
