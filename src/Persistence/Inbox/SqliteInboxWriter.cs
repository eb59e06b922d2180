using Microsoft.Data.Sqlite;
using OutletBot.Persistence;
using OutletBot.Persistence.Sql;
using OutletBot.Persistence.Sqlite;

namespace OutletBot.Inbox;

/// <summary>A batch is one transaction on a thread of its own, row after row, so that each row sees those before it.</summary>
internal sealed class SqliteInboxWriter(Database database) : IInboxWriter
{
    private const string Insert = """
        INSERT INTO inbox (kind, location_id, contact_id, message_id, has_provider_id, webhook_id, text, phone, channel,
            sent_at, received_at, detail, trace_parent, attachment)
        SELECT $kind, $location, $contact, $message, $hasId, $webhook, $text, $phone, $channel, $sentAt, $receivedAt, $detail, $trace, $attachment
        WHERE ($hasId OR NOT EXISTS (
            SELECT 1 FROM inbox
            WHERE location_id = $location AND contact_id = $contact
                AND received_at > $receivedAt - $window AND received_at < $receivedAt + $window
                AND kind = $kind AND text = $text AND detail IS $detail AND attachment IS $attachment))
            AND NOT ($nameless AND EXISTS (
            SELECT 1 FROM inbox
            WHERE location_id = $location AND contact_id = $contact AND received_at > $receivedAt - $foundBefore
                AND has_provider_id AND webhook_id IS NULL AND kind = $kind AND text = $text
                AND sent_at > $sentAt - $moment AND sent_at < $sentAt + $moment))
        ON CONFLICT DO NOTHING
        RETURNING id
        """;

    private readonly WriterThread thread = new("inbox");

    public async Task<Appended[]> AppendAsync(IReadOnlyList<InboxEvent> events)
    {
        await using var connection = await database.Sqlite.OpenInLineAsync(CancellationToken.None);
        var results = new Appended[events.Count];
        await thread.RunAsync(() => Append(connection, events, results));
        return results;
    }

    public ValueTask DisposeAsync()
    {
        thread.Dispose();
        return ValueTask.CompletedTask;
    }

    private static void Append(SqliteConnection connection, IReadOnlyList<InboxEvent> events, Appended[] results)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Insert;
        for (var i = 0; i < events.Count; i++)
        {
            Bind(command, events[i]);
            results[i] = command.ExecuteScalar() is long id ? new(events[i] with { Id = id }, false) : new(events[i], true);
        }

        transaction.Commit();
    }

    private static void Bind(SqliteCommand command, InboxEvent e)
    {
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$kind", (int)e.Kind);
        command.Parameters.AddWithValue("$location", e.Conversation.LocationId);
        command.Parameters.AddWithValue("$contact", e.Conversation.ContactId);
        command.Parameters.AddWithValue("$message", e.MessageId);
        command.Parameters.AddWithValue("$hasId", e.HasProviderId);
        command.Parameters.AddWithValue("$webhook", OrNull(e.WebhookId));
        command.Parameters.AddWithValue("$text", e.Text);
        command.Parameters.AddWithValue("$phone", OrNull(e.Phone));
        command.Parameters.AddWithValue("$channel", OrNull((int?)e.Channel));
        command.Parameters.AddWithValue("$sentAt", e.SentAt.ToMicroseconds());
        command.Parameters.AddWithValue("$receivedAt", e.ReceivedAt.ToMicroseconds());
        command.Parameters.AddWithValue("$detail", OrNull(e.Detail));
        command.Parameters.AddWithValue("$trace", OrNull(e.TraceParent));
        command.Parameters.AddWithValue("$attachment", OrNull(e.Attachment));
        command.Parameters.AddWithValue("$window", Microseconds(IInboxWriter.RepeatWindow));
        command.Parameters.AddWithValue("$nameless", IInboxWriter.IsNameless(e));
        command.Parameters.AddWithValue("$moment", Microseconds(IInboxWriter.SameMoment));
        command.Parameters.AddWithValue("$foundBefore", Microseconds(IInboxWriter.FoundBefore));
    }

    private static long Microseconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;

    private static object OrNull(object? value) => value ?? DBNull.Value;
}
