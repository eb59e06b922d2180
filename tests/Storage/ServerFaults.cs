using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OutletBot.Inbox;
using OutletBot.Persistence;
using OutletBot.Persistence.Migrations;
using OutletBot.Support;

namespace OutletBot.Storage;

/// <summary>A server of its own, as it is stopped in the middle.</summary>
public sealed class ServerFaults
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_acknowledged_event_is_lost_when_the_server_crashes_under_load_and_appends_go_on_by_themselves()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var database = Database.Open(await server.CreateDatabaseAsync());
        await database.MigrateAsync(NullLogger.Instance, Stop);
        await using var inbox = new SqlInbox(database, TimeProvider.System);
        var acknowledged = new ConcurrentBag<string>();
        var refused = 0;
        using var end = new CancellationTokenSource();

        var writers = Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var n = 0; !end.IsCancellationRequested; n++)
            {
                var id = $"{writer}-{n}";
                try
                {
                    await inbox.AppendAsync(Event(id), Stop);
                    acknowledged.Add(id);
                }
                catch (InboxUnavailableException)
                {
                    Interlocked.Increment(ref refused);
                }
            }
        }, Stop)).ToArray();

        await UntilAsync(() => acknowledged.Count > 1000);
        await server.StopAsync();
        await UntilAsync(() => Volatile.Read(ref refused) > 0);
        await server.LaunchAsync();
        var before = acknowledged.Count;
        await UntilAsync(() => acknowledged.Count > before + 1000);
        await end.CancelAsync();
        await Task.WhenAll(writers);

        await using var connection = await database.Npgsql.OpenConnectionAsync(Stop);
        await using var command = new NpgsqlCommand("SELECT message_id FROM inbox", connection);
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var stored = new HashSet<string>();
        while (await reader.ReadAsync(Stop)) stored.Add(reader.GetString(0));
        acknowledged.Where(id => !stored.Contains(id)).ShouldBeEmpty();
    }

    private static async Task UntilAsync(Func<bool> reached)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!reached()) await timer.WaitForNextTickAsync(limit.Token);
    }

    /// <summary>A lead's message of a conversation of its own.</summary>
    [Fact]
    public async Task Sessions_of_a_server_that_took_no_writes_are_not_used_again()
    {
        await using var server = await PostgresServer.StartAsync();
        var text = await server.CreateDatabaseAsync();
        await using (var migrated = Database.Open(text)) await migrated.MigrateAsync(NullLogger.Instance, Stop);
        await BecomesAsync(text, readOnly: true);
        await using var database = Database.Open(text);
        await using var inbox = new SqlInbox(database, TimeProvider.System);
        await Should.ThrowAsync<InboxUnavailableException>(inbox.AppendAsync(Event("during"), Stop));

        await BecomesAsync(text, readOnly: false);

        (await inbox.AppendAsync(Event("after"), Stop)).Duplicate.ShouldBeFalse();
    }

    /// <summary>Has sessions that begin from now on take no writes, as those of a standby do not, or take them.</summary>
    private static async Task BecomesAsync(string text, bool readOnly)
    {
        await using var connection = new NpgsqlConnection($"{text};Pooling=false");
        await connection.OpenAsync(Stop);
        foreach (var statement in new[] { "SET", $"ALTER DATABASE \"{connection.Database}\" SET" })
        {
            var value = statement != "SET" && readOnly ? "on" : "off";
            await using var command = new NpgsqlCommand($"{statement} default_transaction_read_only = {value}", connection);
            await command.ExecuteNonQueryAsync(Stop);
        }
    }

    internal static InboxEvent Event(string id) => new()
    {
        Kind = InboxEventKind.LeadMessage,
        Conversation = new("loc", $"c{id}"),
        MessageId = id,
        HasProviderId = true,
        Text = "hola",
        SentAt = TimeProvider.System.GetUtcNow(),
        ReceivedAt = TimeProvider.System.GetUtcNow(),
    };
}
