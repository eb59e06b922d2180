using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Npgsql;
using OutletBot.Persistence.Sql;
using OutletBot.Persistence.Sqlite;

namespace OutletBot.Persistence;

/// <summary>Which database the connection string names.</summary>
public enum DatabaseKind
{
    /// <summary>A file, for one process.</summary>
    Sqlite,

    /// <summary>A server, for a cluster.</summary>
    PostgreSql,
}

/// <summary>The one SQL database of a process: inbox, read model and Orleans' own tables share it.</summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>The configuration key of the connection string.</summary>
    public const string ConfigurationKey = "ConnectionStrings:OutletBot";

    private const int MostConnections = 20;

    internal const string DefaultConnectionString = "Data Source=data/outletbot.db";

    private Database(DatabaseKind kind, DbDataSource dataSource, string connectionString)
    {
        SqlTypes.Register();
        Kind = kind;
        DataSource = dataSource;
        ConnectionString = connectionString;
    }

    /// <summary>PostgreSQL or SQLite.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>
    /// Where every connection comes from, Orleans' too. On SQLite it hands out one connection at a time, in order of asking,
    /// and the holder must dispose it before it asks for another.
    /// </summary>
    public DbDataSource DataSource { get; }

    /// <summary>The name by which Orleans' AdoNet providers know the database.</summary>
    public string OrleansInvariant => Kind == DatabaseKind.PostgreSql ? "Npgsql" : "System.Data.SQLite";

    /// <summary>With the password, which the data source keeps to itself.</summary>
    internal string ConnectionString { get; }

    internal NpgsqlDataSource Npgsql => (NpgsqlDataSource)DataSource;

    internal SqliteSource Sqlite => (SqliteSource)DataSource;

    /// <summary>What an operator is told about where the data is: a path, or a server and its database. No secrets.</summary>
    public string Describe()
    {
        if (Kind == DatabaseKind.Sqlite) return $"SQLite, {new SqliteConnectionStringBuilder(ConnectionString).DataSource}";
        var server = new NpgsqlConnectionStringBuilder(ConnectionString);
        return $"PostgreSQL, {server.Database} on {server.Host}:{server.Port}";
    }

    /// <summary>Which database a connection string names, without opening it; SQLite where it names none.</summary>
    public static DatabaseKind KindOf(string? connectionString)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = connectionString ?? "" }.ContainsKey("Host") ? DatabaseKind.PostgreSql : DatabaseKind.Sqlite;
        }
        catch (ArgumentException)
        {
            return DatabaseKind.Sqlite;
        }
    }

    /// <summary>Reads <c>ConnectionStrings:OutletBot</c>; without it the database is <c>data/outletbot.db</c>.</summary>
    /// <exception cref="OptionsValidationException">The value names neither database, or one that cannot be used.</exception>
    public static Database Open(IConfiguration configuration) => Open(configuration[ConfigurationKey]);

    /// <summary>Opens a database by its connection string; null or empty stands for the default.</summary>
    /// <exception cref="OptionsValidationException">The text names neither database, or one that cannot be used.</exception>
    public static Database Open(string? connectionString)
    {
        var text = string.IsNullOrWhiteSpace(connectionString) ? DefaultConnectionString : connectionString;
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = text };
            if (parts.ContainsKey("Host")) return OpenPostgreSql(text);
            if (parts.ContainsKey("Data Source")) return OpenSqlite(text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or NotSupportedException or IOException or UnauthorizedAccessException)
        {
            throw Wrong($"cannot be used: {e.Message.ReplaceLineEndings(" ")}");
        }

        throw Wrong("names neither 'Data Source' (SQLite) nor 'Host' (PostgreSQL)");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => DataSource.DisposeAsync();

    /// <summary>A connection for reading, which on SQLite waits for no writer.</summary>
    internal ValueTask<DbConnection> OpenForReadingAsync(CancellationToken cancellation) =>
        Kind == DatabaseKind.PostgreSql ? DataSource.OpenConnectionAsync(cancellation) : Sqlite.OpenForReadingAsync();

    private static Database OpenPostgreSql(string text)
    {
        var given = new NpgsqlConnectionStringBuilder(text);
        if (string.IsNullOrWhiteSpace(given.Host)) throw new FormatException("'Host' is empty.");

        // What an operator sets explicitly wins. The builder "contains" every key that it knows, set or not.
        // A server takes 100 connections by default, of all processes together.
        if (!given.ShouldSerialize("Maximum Pool Size")) given.MaxPoolSize = Math.Max(MostConnections, given.MinPoolSize);
        if (!given.ShouldSerialize("Timeout")) given.Timeout = 5;
        if (!given.ShouldSerialize("Application Name")) given.ApplicationName = "outletbot";

        var builder = new NpgsqlDataSourceBuilder(given.ConnectionString) { Name = "outletbot" };
        return new(DatabaseKind.PostgreSql, builder.Build(), given.ConnectionString);
    }

    private static Database OpenSqlite(string text)
    {
        var given = new SqliteConnectionStringBuilder(text);
        if (string.IsNullOrWhiteSpace(given.DataSource)) throw new FormatException("'Data Source' is empty.");
        if (given.DataSource.Contains(":memory:", StringComparison.Ordinal) || given.Mode == SqliteOpenMode.Memory)
            throw new FormatException("a database in memory would forget what was acknowledged.");

        given.DataSource = Path.GetFullPath(given.DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(given.DataSource)!);
        return new(DatabaseKind.Sqlite, new SqliteSource(given.ConnectionString), given.ConnectionString);
    }

    private static OptionsValidationException Wrong(string what) => new(ConfigurationKey, typeof(Database),
        [$"{ConfigurationKey} {what}. Examples: 'Data Source=data/outletbot.db', 'Host=localhost;Database=outletbot;Username=outletbot;Password=...'."]);
}
