using System.Collections.Frozen;
using System.Data.Common;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace OutletBot.Persistence.Sql;

/// <summary>What an error of the database says about trying again.</summary>
internal static class SqlErrors
{
    /// <summary>Whether the database as a whole cannot commit now, as against refusing one row.</summary>
    public static bool IsUnavailable(Exception error) => error switch
    {
        PostgresException e => e.IsTransient || e.SqlState[..2] is "08" or "25" or "53" or "55" or "57" or "58" or "3D" or "28",
        NpgsqlException => true,
        SqliteException e => e.SqliteErrorCode is Busy or Locked or ReadOnly or InputOutput or Full or CannotOpen or OutOfMemory,
        DbException or TimeoutException or IOException or SocketException or ObjectDisposedException => true,
        _ => false,
    };

    /// <summary>Whether the same statement may well succeed at once on a new connection.</summary>
    public static bool IsWorthRepeating(Exception error) => error switch
    {
        PostgresException e => e.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.ReadOnlySqlTransaction,
        NpgsqlException { InnerException: TimeoutException } => false,
        NpgsqlException => true,
        _ => false,
    };

    /// <summary>What an operator looks up: the database's own name of the error, or the exception's. Neither an address nor a value of a row.</summary>
    public static string Name(Exception error) => error switch
    {
        PostgresException e => PostgreSqlNames.TryGetValue(e.SqlState, out var name) ? $"{e.SqlState} {name}" : e.SqlState,
        SqliteException e => $"SQLite error {e.SqliteErrorCode}{(e.SqliteErrorCode == Full ? " disk full" : "")}",
        { InnerException: SocketException e } => $"{error.GetType().Name} {e.SocketErrorCode}",
        { InnerException: { } inner } => $"{error.GetType().Name} {inner.GetType().Name}",
        _ => error.GetType().Name,
    };

    /// <summary><c>disk_full</c> by <c>53100</c>, as PostgreSQL's manual has them.</summary>
    private static readonly FrozenDictionary<string, string> PostgreSqlNames = typeof(PostgresErrorCodes).GetFields()
        .Where(field => field.IsLiteral)
        .DistinctBy(field => field.GetRawConstantValue())
        .ToFrozenDictionary(field => (string)field.GetRawConstantValue()!, field => JsonNamingPolicy.SnakeCaseLower.ConvertName(field.Name));

    private const int Busy = 5, Locked = 6, OutOfMemory = 7, ReadOnly = 8, InputOutput = 10, Full = 13, CannotOpen = 14;
}
