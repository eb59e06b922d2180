using System.Data.Common;
using System.Reflection;
using DbUp;
using DbUp.Builder;
using DbUp.Engine.Output;
using DbUp.Sqlite.Helpers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace OutletBot.Persistence.Migrations;

/// <summary>Brings a database's tables up to date, however many processes start at once.</summary>
public static partial class Migrator
{
    private const string Journal = "outletbot_schema";

    // Any number does that nothing else in the database takes as an advisory lock.
    private const long LockNumber = 0x4F75_746C_6574_426F;

    /// <summary>Applies the scripts that the database has not seen. Returns at once when it has seen the newest.</summary>
    /// <exception cref="DbException">The database cannot be reached, or refuses a script; nothing of that script remains.</exception>
    public static async Task MigrateAsync(this Database database, ILogger logger, CancellationToken cancellation)
    {
        var scripts = Scripts(database.Kind);
        var applied = database.Kind == DatabaseKind.PostgreSql
            ? await MigratePostgreSqlAsync(database, scripts, cancellation)
            : await MigrateSqliteAsync(database, scripts, cancellation);
        if (applied.Count > 0) LogMigrated(logger, database.Kind, string.Join(", ", applied));
    }

    private static async Task<IReadOnlyList<string>> MigratePostgreSqlAsync(Database database, SortedDictionary<string, string> scripts, CancellationToken cancellation)
    {
        await using var connection = await database.Npgsql.OpenConnectionAsync(cancellation);
        if (await KnowsAsync(connection, scripts.Last().Key, "SELECT to_regclass(@table) IS NOT NULL", cancellation)) return [];

        // The lock is the session's: it ends with this connection, even when the process dies.
        await using var locked = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await locked.OpenAsync(cancellation);
        await using (var command = new NpgsqlCommand($"SELECT pg_advisory_lock({LockNumber})", locked)) await command.ExecuteNonQueryAsync(cancellation);

        return await Task.Run(() => Upgrade(DeployChanges.To
            .PostgresqlDatabase(database.ConnectionString)
            .JournalToPostgresqlTable(null, Journal)
            .WithTransactionPerScript(), scripts), cancellation);
    }

    private static async Task<IReadOnlyList<string>> MigrateSqliteAsync(Database database, SortedDictionary<string, string> scripts, CancellationToken cancellation)
    {
        await using var connection = await database.Sqlite.OpenInLineAsync(cancellation);
        const string exists = "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = @table)";
        if (await KnowsAsync(connection, scripts.Last().Key, exists, cancellation)) return [];

        return await Task.Run(() =>
        {
            Execute(connection, "BEGIN EXCLUSIVE");
            using var shared = new SharedConnection(connection);
            var applied = Upgrade(DeployChanges.To.SqliteDatabase(shared).JournalToSqliteTable(Journal), scripts);
            Execute(connection, "COMMIT");
            return applied;
        }, cancellation);
    }

    private static List<string> Upgrade(UpgradeEngineBuilder builder, SortedDictionary<string, string> scripts)
    {
        // Query texts are full of dollar quotes, which DbUp would take for its variables.
        var result = builder
            .WithScripts(scripts.Select(s => new DbUp.Engine.SqlScript(s.Key, s.Value)))
            .WithVariablesDisabled()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        return result.Successful ? [.. result.Scripts.Select(s => s.Name)] : throw result.Error;
    }

    private static async Task<bool> KnowsAsync(DbConnection connection, string script, string tableExists, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = tableExists;
        Add(command, "table", Journal);
        if (!Convert.ToBoolean(await command.ExecuteScalarAsync(cancellation), null)) return false;

        command.CommandText = $"SELECT count(*) FROM {Journal} WHERE scriptname = @script";
        command.Parameters.Clear();
        Add(command, "script", script);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), null) > 0;
    }

    private static SortedDictionary<string, string> Scripts(DatabaseKind kind)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var folder = kind == DatabaseKind.PostgreSql ? "PostgreSql" : "Sqlite";
        var scripts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            scripts.Add(name[(folder.Length + 1)..], reader.ReadToEnd());
        }

        return scripts;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    [LoggerMessage(1001, LogLevel.Information, "Migrated {Kind}: {Scripts}")]
    private static partial void LogMigrated(ILogger logger, DatabaseKind kind, string scripts);
}
