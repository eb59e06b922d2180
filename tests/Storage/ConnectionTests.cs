using Npgsql;
using OutletBot.Persistence;

namespace OutletBot.Storage;

/// <summary>What stands in a connection string that its operator left open.</summary>
public sealed class ConnectionTests
{
    [Theory]
    [InlineData("", 20, 5, "outletbot")]
    [InlineData("Maximum Pool Size=7;Timeout=15;Application Name=clinic", 7, 15, "clinic")]
    [InlineData("MaxPoolSize=70;ApplicationName=clinic", 70, 5, "clinic")]
    [InlineData("Minimum Pool Size=30", 30, 5, "outletbot")]
    public async Task A_process_takes_a_share_of_the_servers_connections_waits_briefly_and_has_a_name_unless_its_operator_says_otherwise(
        string given, int most, int seconds, string name)
    {
        await using var database = Database.Open($"Host=127.0.0.1;Database=outletbot;Username=nobody;{given}");

        var connection = new NpgsqlConnectionStringBuilder(database.DataSource.ConnectionString);
        connection.MaxPoolSize.ShouldBe(most);
        connection.Timeout.ShouldBe(seconds);
        connection.ApplicationName.ShouldBe(name);
    }
}
