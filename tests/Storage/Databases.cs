using OutletBot.Support;

[assembly: AssemblyFixture(typeof(OutletBot.Storage.PostgresFixture))]

namespace OutletBot.Storage;

public sealed class PostgresFixture : IAsyncLifetime
{
    public PostgresServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await PostgresServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

public sealed class PostgreSqlStorage(PostgresFixture postgres) : StorageCompliance
{
    protected override Task<string> CreateDatabaseAsync() => postgres.Server.CreateDatabaseAsync();
}

public sealed class SqliteStorage : StorageCompliance
{
    protected override Task<string> CreateDatabaseAsync() =>
        Task.FromResult($"Data Source={Path.Combine(Directory.CreateTempSubdirectory("outletbot-").FullName, "test.db")}");
}
