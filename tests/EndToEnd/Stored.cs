using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace OutletBot.EndToEnd;

/// <summary>What stands in the bot's database.</summary>
internal static class Stored
{
    /// <summary>The number of <c>SiloStatus.Dead</c> in Orleans' table of members.</summary>
    private const int Dead = 6;

    /// <summary>The providers' ids of all events in the inbox.</summary>
    public static Task<IReadOnlySet<string>> MessageIdsAsync(string connectionString) => ReadAsync(connectionString, "SELECT message_id FROM inbox");

    /// <summary>The trace parents of all events in the inbox that have one.</summary>
    public static Task<IReadOnlySet<string>> TraceParentsAsync(string connectionString) =>
        ReadAsync(connectionString, "SELECT trace_parent FROM inbox WHERE trace_parent IS NOT NULL ORDER BY id");

    /// <summary>By which names programs are connected to a PostgreSQL database.</summary>
    public static Task<IReadOnlySet<string>> ProgramsAsync(string connectionString) => ReadAsync(
        connectionString, "SELECT application_name FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()");

    /// <summary>Sizes of the conversations' states in bytes.</summary>
    public static async Task<IReadOnlyList<int>> StateSizesAsync(string connectionString, string contactId) =>
        [.. (await ReadAsync(connectionString, $"SELECT CAST(length(PayloadBinary) AS TEXT) FROM OrleansStorage WHERE GrainIdExtensionString LIKE '%/{contactId}'")).Select(int.Parse)];

    /// <summary>The versions of the conversation's state, which rise with every write.</summary>
    public static async Task<string> StateVersionAsync(string connectionString, string contactId) => string.Join(
        ',', (await ReadAsync(connectionString, $"SELECT GrainTypeString || CAST(Version AS TEXT) FROM OrleansStorage WHERE GrainIdExtensionString LIKE '%/{contactId}'")).Order(StringComparer.Ordinal));

    /// <summary>Whether the cluster has declared a silo dead.</summary>
    public static async Task<bool> HasLostASiloAsync(string connectionString) =>
        (await ReadAsync(connectionString, $"SELECT CAST(Port AS TEXT) FROM OrleansMembershipTable WHERE Status = {Dead}")).Count > 0;

    /// <summary>Empties Orleans' table of reminders, as when a backup without them is restored.</summary>
    public static Task ForgetWakeUpsAsync(string connectionString) => ReadAsync(connectionString, "DELETE FROM OrleansRemindersTable");

    /// <summary>Has operators see a conversation that nobody has had.</summary>
    public static Task AddConversationAsync(string connectionString, string locationId, string contactId) => ReadAsync(
        connectionString,
        $"""
        INSERT INTO conversations (location_id, contact_id, turn, stage, language, input_tokens, output_tokens, cost_usd, updated_at)
        VALUES ('{locationId}', '{contactId}', 1, 'Qualifying', 'es', 0, 0, 0, CURRENT_TIMESTAMP)
        """);

    private static async Task<IReadOnlySet<string>> ReadAsync(string connectionString, string sql)
    {
        await using DbConnection connection = connectionString.Contains("Host=", StringComparison.Ordinal) ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var texts = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) texts.Add(reader.GetString(0));
        return texts;
    }
}
