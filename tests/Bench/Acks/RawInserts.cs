using System.Data.Common;
using OutletBot.Bench.Processes;

namespace OutletBot.Bench.Acks;

/// <summary>What the database does by itself: one row, one transaction, as fast as so many connections can.</summary>
internal static class RawInserts
{
    private const string Row = "Hola, quiero informes";

    public static async Task PrepareAsync(Store store, CancellationToken cancellation)
    {
        await using var connection = await store.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = store.Kind == StoreKind.Sqlite
            ? "CREATE TABLE raw (id INTEGER PRIMARY KEY, contact TEXT NOT NULL, message TEXT NOT NULL, text TEXT NOT NULL)"
            : "CREATE TABLE raw (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, contact text NOT NULL, message text NOT NULL, text text NOT NULL)";
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Rows a second.</summary>
    public static async Task<double> RateAsync(Store store, int connections, TimeSpan length, CancellationToken cancellation)
    {
        var open = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => store.OpenAsync(cancellation)));
        var began = TimeProvider.System.GetTimestamp();
        var counts = await Task.WhenAll(open.Select((connection, i) => Task.Run(() => InsertAsync(connection, i, began, length, cancellation), cancellation)));
        var took = TimeProvider.System.GetElapsedTime(began);
        foreach (var connection in open) await connection.DisposeAsync();
        return counts.Sum() / took.TotalSeconds;
    }

    private static async Task<int> InsertAsync(DbConnection connection, int number, long began, TimeSpan length, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO raw (contact, message, text) VALUES (@contact, @message, @text)";
        foreach (var name in new[] { "contact", "message", "text" })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, name == "text" ? Row : "");
            command.Parameters.Add(parameter);
        }

        await command.PrepareAsync(cancellation);
        var count = 0;
        while (TimeProvider.System.GetElapsedTime(began) < length)
        {
            command.Parameters[0].Value = $"c-{number}";
            command.Parameters[1].Value = $"m-{number}-{count}";
            await command.ExecuteNonQueryAsync(cancellation);
            count++;
        }

        return count;
    }
}
