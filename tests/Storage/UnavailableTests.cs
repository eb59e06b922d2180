using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OutletBot.Inbox;
using OutletBot.Persistence;
using OutletBot.Persistence.Migrations;
using OutletBot.Persistence.Sql;

namespace OutletBot.Storage;

/// <summary>What operators are told of a database that does not commit.</summary>
public sealed class UnavailableTests(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_refuses_to_write_is_told_by_its_own_name_of_the_error()
    {
        var connection = await postgres.Server.CreateDatabaseAsync();
        await using (var migrated = Database.Open(connection)) await migrated.MigrateAsync(NullLogger.Instance, Stop);
        await using var database = Database.Open($"{connection};Options=-c default_transaction_read_only=on");
        await using var inbox = new SqlInbox(database, TimeProvider.System);

        var fault = await Should.ThrowAsync<InboxUnavailableException>(inbox.AppendAsync(ServerFaults.Event("m1"), Stop));
        fault.Cause.ShouldBe("25006 read_only_sql_transaction");
        fault.InnerException.ShouldBeOfType<PostgresException>();
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_by_what_the_network_says_without_its_address()
    {
        await using var database = Database.Open("Host=127.0.0.1;Port=1;Database=outletbot;Username=nobody");
        await using var inbox = new SqlInbox(database, TimeProvider.System);

        (await Should.ThrowAsync<InboxUnavailableException>(inbox.AppendAsync(ServerFaults.Event("m1"), Stop))).Cause.ShouldBe("NpgsqlException ConnectionRefused");
    }

    [Fact]
    public void A_full_disk_is_called_so() =>
        SqlErrors.Name(new PostgresException("could not extend file", "ERROR", "ERROR", PostgresErrorCodes.DiskFull)).ShouldBe("53100 disk_full");
}
