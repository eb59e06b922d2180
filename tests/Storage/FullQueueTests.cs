using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OutletBot.Inbox;
using OutletBot.Persistence;
using OutletBot.Persistence.Migrations;
using OutletBot.Support;

namespace OutletBot.Storage;

/// <summary>More events than the database takes.</summary>
public sealed class FullQueueTests(PostgresFixture postgres)
{
    private const int Capacity = 10_000;
    private const int MostInOneBatch = 500;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_beyond_the_queue_are_refused_at_once_and_those_that_wait_are_committed_when_the_database_goes_on()
    {
        await using var database = Database.Open(await postgres.Server.CreateDatabaseAsync());
        await database.MigrateAsync(NullLogger.Instance, Stop);
        await using var inbox = new SqlInbox(database, TimeProvider.System);
        await inbox.AppendAsync(ServerFaults.Event("first"), Stop);

        // Whoever locks the table makes every insert wait.
        await using var holder = await database.Npgsql.OpenConnectionAsync(Stop);
        await using var transaction = await holder.BeginTransactionAsync(Stop);
        await using (var hold = new NpgsqlCommand("LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE", holder, transaction)) await hold.ExecuteNonQueryAsync(Stop);
        Task<Appended>[] appends = [.. Enumerable.Range(0, Capacity + (3 * MostInOneBatch)).Select(n => inbox.AppendAsync(ServerFaults.Event($"m{n}"), Stop))];
        var refused = appends.Where(append => append.IsFaulted).ToArray();
        await transaction.RollbackAsync(Stop);

        refused.Length.ShouldBeGreaterThanOrEqualTo(MostInOneBatch, "the queue holds so many, and one or two batches were on their way");
        foreach (var append in refused)
            (await Should.ThrowAsync<InboxUnavailableException>(append)).RetryAfter.ShouldBe(TimeSpan.FromSeconds(2));
        (await Task.WhenAll(appends.Except(refused))).ShouldAllBe(appended => !appended.Duplicate && appended.Event.Id > 0);
    }

    [Fact]
    public async Task What_its_caller_gave_up_while_it_waited_is_not_committed()
    {
        await using var database = Database.Open(await postgres.Server.CreateDatabaseAsync());
        await database.MigrateAsync(NullLogger.Instance, Stop);
        await using var inbox = new SqlInbox(database, TimeProvider.System);
        await using var holder = await database.Npgsql.OpenConnectionAsync(Stop);
        await using var transaction = await holder.BeginTransactionAsync(Stop);
        await using (var hold = new NpgsqlCommand("LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE", holder, transaction)) await hold.ExecuteNonQueryAsync(Stop);
        var first = inbox.AppendAsync(ServerFaults.Event("first"), Stop);
        await using var onlooker = await database.Npgsql.OpenConnectionAsync(Stop);
        await using (var waits = new NpgsqlCommand("SELECT count(*) FROM pg_locks WHERE NOT granted", onlooker))
            await Eventually.TrueAsync(async () => await waits.ExecuteScalarAsync(Stop) is > 0L, TimeSpan.FromSeconds(20), () => "no insert waits for the lock");
        using var deadline = new CancellationTokenSource();
        var late = inbox.AppendAsync(ServerFaults.Event("late") with { HasProviderId = false }, deadline.Token);

        await deadline.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(late);
        await transaction.RollbackAsync(Stop);
        await first;
        await inbox.AppendAsync(ServerFaults.Event("next"), Stop);

        var committed = await inbox.UnhandledAsync(TimeProvider.System.GetUtcNow().AddMinutes(1), 0, 10, Stop);
        committed.Select(e => e.MessageId).ShouldBe(["first", "next"]);
    }
}
