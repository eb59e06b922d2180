using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace OutletBot.Bench.Processes;

internal enum StoreKind
{
    Sqlite,
    PostgreSql,
}

/// <summary>An empty database for one measurement.</summary>
internal sealed record Store(StoreKind Kind, string ConnectionString)
{
    public string Name => Kind == StoreKind.Sqlite ? "sqlite" : "postgresql";

    /// <summary>A connection with the durability that the product asks for.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        DbConnection connection = Kind == StoreKind.Sqlite ? new SqliteConnection(ConnectionString) : new NpgsqlConnection($"{ConnectionString};Maximum Pool Size=150");
        await connection.OpenAsync(cancellation);
        if (Kind != StoreKind.Sqlite) return connection;
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000;";
        await command.ExecuteNonQueryAsync(cancellation);
        return connection;
    }
}
