using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OutletBot.Persistence;
using OutletBot.Persistence.Migrations;

namespace OutletBot.Storage;

public sealed class MembershipTests(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_silos_that_saw_the_same_version_exactly_one_joins_and_exactly_one_votes()
    {
        await using var database = Database.Open(await postgres.Server.CreateDatabaseAsync());
        await database.MigrateAsync(NullLogger.Instance, Stop);
        var queries = new Dictionary<string, string>();
        await using (var connection = await database.Npgsql.OpenConnectionAsync(Stop))
        await using (var command = new NpgsqlCommand("SELECT QueryKey, QueryText FROM OrleansQuery", connection))
        await using (var reader = await command.ExecuteReaderAsync(Stop))
        {
            while (await reader.ReadAsync(Stop)) queries.Add(reader.GetString(0), reader.GetString(1));
        }

        (await RunAsync("InsertMembershipVersionKey", 0, 0)).ShouldBe(1);
        (await RunAsync("InsertMembershipVersionKey", 0, 0)).ShouldBe(0);
        (await ReadVersionAsync()).ShouldBe((0, 0));
        for (var version = 0; version < 10; version++)
        {
            var seen = version;
            var joined = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => RunAsync("InsertMembershipKey", 100 + i + (seen * 10), seen)));
            joined.Sum().ShouldBe(1);
        }

        (await ReadVersionAsync()).ShouldBe((10, 10));
        await RunAsync("InsertMembershipKey", 5, 10);
        (await RunAsync("InsertMembershipKey", 5, 11)).ShouldBe(0);
        var voted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RunAsync("UpdateMembershipKey", 5, 11)));
        voted.Sum().ShouldBe(1);
        (await RunAsync("UpdateMembershipKey", 6, 12)).ShouldBe(0);
        (await ReadVersionAsync()).ShouldBe((12, 11));

        async Task<long> RunAsync(string key, int port, int version)
        {
            await using var connection = await database.Npgsql.OpenConnectionAsync(Stop);
            await using var command = new NpgsqlCommand(queries[key], connection);
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            foreach (var (name, value) in new (string, object)[]
            {
                ("DeploymentId", "d"), ("Address", "10.0.0.1"), ("Port", port), ("Generation", 1), ("SiloName", "s"), ("HostName", "h"), ("Status", 3),
                ("ProxyPort", 30000), ("SuspectTimes", ""), ("StartTime", now), ("IAmAliveTime", now), ("Version", version),
            })
            {
                if (queries[key].Contains($"@{name}", StringComparison.Ordinal)) command.Parameters.AddWithValue(name, value);
            }

            return (long)(await command.ExecuteScalarAsync(Stop))!;
        }

        async Task<(int Version, int Silos)> ReadVersionAsync()
        {
            await using var connection = await database.Npgsql.OpenConnectionAsync(Stop);
            await using var command = new NpgsqlCommand(queries["MembershipReadAllKey"], connection) { Parameters = { new("DeploymentId", "d") } };
            await using var reader = await command.ExecuteReaderAsync(Stop);
            var (version, silos) = (-1, 0);
            while (await reader.ReadAsync(Stop))
            {
                version = (int)reader["Version"];
                if (reader["Port"] is int) silos++;
            }

            return (version, silos);
        }
    }
}
