using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OutletBot.Inbox;
using OutletBot.Persistence;
using OutletBot.Persistence.Migrations;
using OutletBot.ReadModel;

namespace OutletBot.Storage;

/// <summary>What both databases must do alike. Each test has a database of its own.</summary>
public abstract partial class StorageCompliance : IAsyncLifetime
{
    private protected static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private protected FakeTimeProvider Clock { get; } = new(Noon);

    private protected string ConnectionString { get; private set; } = "";

    private protected Database Database { get; private set; } = null!;

    private protected SqlInbox Inbox { get; private set; } = null!;

    private protected SqlConversationLog Log { get; private set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await CreateDatabaseAsync();
        Database = Database.Open(ConnectionString);
        await Database.MigrateAsync(NullLogger.Instance, Stop);
        Inbox = new(Database, Clock);
        Log = new(Database, Clock);
    }

    public async ValueTask DisposeAsync()
    {
        await Inbox.DisposeAsync();
        await Log.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<string> CreateDatabaseAsync();

    private protected static InboxEvent Message(string text, string? id = null, string contact = "ana", double second = 0, string? webhook = null) => new()
    {
        Kind = InboxEventKind.LeadMessage,
        Conversation = new("loc", contact),
        MessageId = id ?? Guid.NewGuid().ToString("N"),
        HasProviderId = id is not null,
        WebhookId = webhook,
        Text = text,
        SentAt = Noon,
        ReceivedAt = Noon.AddSeconds(second),
    };

    private protected async Task<bool> IsDuplicateAsync(InboxEvent e) => (await Inbox.AppendAsync(e, Stop)).Duplicate;
}
