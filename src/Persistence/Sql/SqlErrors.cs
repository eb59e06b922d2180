using System.Data.Common;
using System.Net.Sockets;
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
        PostgresException e => e.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.AdminShutdown,
        NpgsqlException { InnerException: TimeoutException } => false,
        NpgsqlException => true,
        _ => false,
    };

    private const int Busy = 5, Locked = 6, OutOfMemory = 7, ReadOnly = 8, InputOutput = 10, Full = 13, CannotOpen = 14;
}
