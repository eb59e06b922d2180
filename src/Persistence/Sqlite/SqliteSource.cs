using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace OutletBot.Persistence.Sqlite;

/// <summary>
/// SQLite connections, one at a time. Several writers would wait for each other by sleeping, which shows as a long tail;
/// here they wait in a line and the next begins the moment the one before has closed.
/// </summary>
internal sealed class SqliteSource(string connectionString) : DbDataSource
{
    // WAL stays with the file, the others with a connection. FULL is what makes a commit survive a power cut.
    private const string Settings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;";

    private readonly SemaphoreSlim line = new(1, 1);

    /// <inheritdoc/>
    public override string ConnectionString => connectionString;

    /// <summary>A connection outside the line, which must not write.</summary>
    public async ValueTask<DbConnection> OpenForReadingAsync()
    {
        await LeaveCallersSchedulerAsync();
        return Open(new SqliteConnection(connectionString));
    }

    /// <summary>The next turn in the line.</summary>
    public async Task<SqliteConnection> OpenInLineAsync(CancellationToken cancellation)
    {
        await line.WaitAsync(cancellation).ConfigureAwait(false);
        var connection = new QueuedConnection(connectionString, line);
        try
        {
            Open(connection);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    protected override DbConnection CreateDbConnection() => new QueuedConnection(connectionString, null);

    /// <inheritdoc/>
    protected override DbConnection OpenDbConnection()
    {
        line.Wait(CancellationToken.None);
        return Open(new QueuedConnection(connectionString, line));
    }

    /// <inheritdoc/>
    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
    {
        await LeaveCallersSchedulerAsync();
        return await OpenInLineAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            using var connection = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(connection);
            line.Dispose();
        }

        base.Dispose(disposing);
    }

    // SQLite blocks its thread however it is called: that thread must not be the one that runs a grain's turn.
    private static ConfiguredTaskAwaitable LeaveCallersSchedulerAsync() =>
        Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);

    private static T Open<T>(T connection)
        where T : SqliteConnection
    {
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>A connection that lets the next one in when it closes, and that never goes back to the pool inside a transaction.</summary>
    private sealed class QueuedConnection(string connectionString, SemaphoreSlim? line) : SqliteConnection(connectionString)
    {
        private SemaphoreSlim? turn = line;

        public override void Close()
        {
            try
            {
                // A write that failed leaves its transaction open, and with it the lock that every other writer needs.
                if (State == ConnectionState.Open && SQLitePCL.raw.sqlite3_get_autocommit(Handle) == 0)
                    SQLitePCL.raw.sqlite3_exec(Handle, "ROLLBACK");
                base.Close();
            }
            finally
            {
                Interlocked.Exchange(ref turn, null)?.Release();
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) Close();
            base.Dispose(disposing);
        }
    }
}
