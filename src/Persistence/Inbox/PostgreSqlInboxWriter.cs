using System.IO.Hashing;
using System.Runtime.InteropServices;
using Npgsql;
using NpgsqlTypes;
using OutletBot.Persistence;
using OutletBot.Persistence.Sql;

namespace OutletBot.Inbox;

/// <summary>
/// A batch is one round trip and one implicit transaction: lock, insert, look again. The server ends it by itself, so a
/// gateway that hangs in the middle holds no lock.
/// </summary>
internal sealed class PostgreSqlInboxWriter(Database database) : IInboxWriter
{
    private const int LockClass = 0x4F42;
    private const int Stripes = 256;

    // Batches of two gateways that touch the same conversation commit one after the other: ids then rise in order of
    // commit within a conversation, and neither misses the other's events. Always in the same order, so none wait in a ring.
    private const string Lock = "SELECT pg_advisory_xact_lock($1, stripe) FROM unnest($2::integer[]) AS stripe";

    private const string Twin = """
        SELECT 1 FROM inbox i
        WHERE i.location_id = e.location_id AND i.contact_id = e.contact_id
            AND i.received_at > e.received_at - $16 AND i.received_at < e.received_at + $16
            AND i.kind = e.kind AND i.text = e.text AND i.detail IS NOT DISTINCT FROM e.detail AND i.attachment IS NOT DISTINCT FROM e.attachment
        """;

    private const string Found = """
        SELECT 1 FROM inbox i
        WHERE i.location_id = e.location_id AND i.contact_id = e.contact_id AND i.received_at > e.received_at - $19
            AND i.has_provider_id AND i.webhook_id IS NULL AND i.kind = e.kind AND i.text = e.text
            AND i.sent_at > e.sent_at - $18 AND i.sent_at < e.sent_at + $18
        """;

    private const string Rows = """
        unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::boolean[], $6::text[], $7::text[], $8::text[], $9::integer[],
            $10::timestamptz[], $11::timestamptz[], $12::text[], $13::text[], $14::text[], $15::boolean[], $17::boolean[])
            WITH ORDINALITY AS e(kind, location_id, contact_id, message_id, has_provider_id, webhook_id, text, phone, channel,
            sent_at, received_at, detail, trace_parent, attachment, held, nameless, place)
        """;

    private const string Insert = $"""
        INSERT INTO inbox (kind, location_id, contact_id, message_id, has_provider_id, webhook_id, text, phone, channel,
            sent_at, received_at, detail, trace_parent, attachment)
        SELECT kind, location_id, contact_id, message_id, has_provider_id, webhook_id, text, phone, channel,
            sent_at, received_at, detail, trace_parent, attachment
        FROM {Rows}
        WHERE NOT held AND (has_provider_id OR NOT EXISTS ({Twin})) AND NOT (nameless AND EXISTS ({Found}))
        ORDER BY place
        ON CONFLICT DO NOTHING
        RETURNING id, kind, location_id, message_id
        """;

    private const string Repeats = $"SELECT place FROM {Rows} WHERE held AND EXISTS ({Twin})";

    private NpgsqlConnection? connection;

    public async Task<Appended[]> AppendAsync(IReadOnlyList<InboxEvent> events)
    {
        try
        {
            return await AppendOnceAsync(events);
        }
        catch (Exception e) when (SqlErrors.IsWorthRepeating(e))
        {
            // The server may have restarted since the last batch. What did get committed before the line broke is a duplicate now.
            await DropConnectionAsync();
            return await AppendOnceAsync(events);
        }
    }

    public ValueTask DisposeAsync() => DropConnectionAsync();

    private async Task<Appended[]> AppendOnceAsync(IReadOnlyList<InboxEvent> events)
    {
        // Kept open: an append must not wait for a connection behind the rest of the process.
        connection ??= await database.Npgsql.OpenConnectionAsync();
        try
        {
            var results = new Appended?[events.Count];
            while (Array.Exists(results, r => r is null)) await RoundAsync(connection, events, results);
            return Array.ConvertAll(results, r => r!.Value);
        }
        catch (Exception e)
        {
            // After a failover a session may still lead to the server that was demoted: none of that time is used again.
            if (e is PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction }) database.Npgsql.Clear();
            await DropConnectionAsync();
            throw;
        }
    }

    private async ValueTask DropConnectionAsync()
    {
        if (connection is { } dropped) await dropped.DisposeAsync();
        connection = null;
    }

    /// <summary>
    /// Inserts what is undecided, but holds back an event without an id that has an equal one before it in the same round:
    /// rows of one statement do not see each other. The look afterwards tells which of those repeat a row; the rest go again.
    /// </summary>
    private static async Task RoundAsync(NpgsqlConnection connection, IReadOnlyList<InboxEvent> events, Appended?[] results)
    {
        var round = Enumerable.Range(0, events.Count).Where(i => results[i] is null).ToArray();
        var held = Held(Array.ConvertAll(round, i => events[i]));

        await using var batch = new NpgsqlBatch(connection) { Timeout = 5 };
        batch.BatchCommands.Add(LockCommand(round.Select(i => events[i].Conversation)));
        batch.BatchCommands.Add(Command(Insert, events, round, held));
        if (Array.Exists(held, h => h)) batch.BatchCommands.Add(Command(Repeats, events, round, held));

        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        var ids = new Dictionary<(int, string, string), long>();
        while (await reader.ReadAsync()) ids.TryAdd((reader.GetInt32(1), reader.GetString(2), reader.GetString(3)), reader.GetInt64(0));
        for (var i = 0; i < round.Length; i++)
        {
            var e = events[round[i]];
            if (!held[i]) results[round[i]] = ids.Remove(Key(e), out var id) ? new(e with { Id = id }, false) : new(e, true);
        }

        await reader.NextResultAsync();
        while (await reader.ReadAsync())
        {
            var i = round[reader.GetInt64(0) - 1];
            results[i] = new(events[i], true);
        }
    }

    private static (int, string, string) Key(InboxEvent e) => ((int)e.Kind, e.Conversation.LocationId, e.MessageId);

    private static bool[] Held(InboxEvent[] events)
    {
        var seen = new HashSet<(ConversationId, InboxEventKind, string, string?, string?)>();
        return Array.ConvertAll(events, e => !seen.Add((e.Conversation, e.Kind, e.Text, e.Detail, e.Attachment)) && !e.HasProviderId);
    }

    private static NpgsqlBatchCommand LockCommand(IEnumerable<ConversationId> conversations) => new(Lock)
    {
        Parameters =
        {
            new NpgsqlParameter<int> { TypedValue = LockClass },
            new NpgsqlParameter<int[]> { TypedValue = [.. conversations.Select(Stripe).Distinct().Order()] },
        },
    };

    private static int Stripe(ConversationId conversation) =>
        (int)(XxHash32.HashToUInt32(MemoryMarshal.AsBytes(conversation.ToString().AsSpan())) % Stripes);

    private static NpgsqlBatchCommand Command(string sql, IReadOnlyList<InboxEvent> events, int[] round, bool[] held)
    {
        NpgsqlParameter Column<T>(NpgsqlDbType type, Func<InboxEvent, T> value) => new()
        {
            Value = Array.ConvertAll(round, i => value(events[i])),
            NpgsqlDbType = NpgsqlDbType.Array | type,
        };

        return new(sql)
        {
            Parameters =
            {
                Column(NpgsqlDbType.Integer, e => (int)e.Kind),
                Column(NpgsqlDbType.Text, e => e.Conversation.LocationId),
                Column(NpgsqlDbType.Text, e => e.Conversation.ContactId),
                Column(NpgsqlDbType.Text, e => e.MessageId),
                Column(NpgsqlDbType.Boolean, e => e.HasProviderId),
                Column(NpgsqlDbType.Text, e => e.WebhookId),
                Column(NpgsqlDbType.Text, e => e.Text),
                Column(NpgsqlDbType.Text, e => e.Phone),
                Column(NpgsqlDbType.Integer, e => (int?)e.Channel),
                Column(NpgsqlDbType.TimestampTz, e => e.SentAt.UtcDateTime),
                Column(NpgsqlDbType.TimestampTz, e => e.ReceivedAt.UtcDateTime),
                Column(NpgsqlDbType.Text, e => e.Detail),
                Column(NpgsqlDbType.Text, e => e.TraceParent),
                Column(NpgsqlDbType.Text, e => e.Attachment),
                new NpgsqlParameter<bool[]> { TypedValue = held },
                new NpgsqlParameter<TimeSpan> { TypedValue = IInboxWriter.RepeatWindow, NpgsqlDbType = NpgsqlDbType.Interval },
                Column(NpgsqlDbType.Boolean, IInboxWriter.IsNameless),
                new NpgsqlParameter<TimeSpan> { TypedValue = IInboxWriter.SameMoment, NpgsqlDbType = NpgsqlDbType.Interval },
                new NpgsqlParameter<TimeSpan> { TypedValue = IInboxWriter.FoundBefore, NpgsqlDbType = NpgsqlDbType.Interval },
            },
        };
    }
}
