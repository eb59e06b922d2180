using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
using OutletBot.Agent;
using OutletBot.Costs;
using OutletBot.Locations;
using OutletBot.Options;
using OutletBot.Persistence;
using OutletBot.ReadModel;

namespace OutletBot.Replay;

/// <summary>All that a replay runs on: the store, opened for reading only, the settings and a brain. There is no CRM in it.</summary>
internal sealed class Stand : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Stand(ServiceProvider services, IBrain brain) => (_services, Brain) = (services, brain);

    public IBrain Brain { get; }

    public string BrainName => Brain is RuleBrain ? "rules" : _services.GetRequiredService<BrainDescription>().Name;

    public IConversationLog Store => _services.GetRequiredService<IConversationLog>();

    public ILocations Locations => _services.GetRequiredService<ILocations>();

    public ConversationOptions Conversation => _services.GetRequiredService<IOptions<ConversationOptions>>().Value;

    /// <exception cref="ReplayException">The model is asked for and none is configured, or a key is malformed.</exception>
    public static Stand Open(ReplayRequest request)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        if (request.Settings is { } file) builder.Configuration.AddJsonFile(Path.GetFullPath(file), optional: false);
        builder.Configuration.AddEnvironmentVariables();
        builder.AddOutletBotConfiguration();
        builder.Configuration.AddInMemoryCollection(Overrides(request, builder.Configuration));
        if (request.UseModel && string.IsNullOrWhiteSpace(builder.Configuration["Agent:ApiKey"]))
            throw new ReplayException("No model is configured: set Agent__ApiKey (or OPENAI_API_KEY).");

        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IConfiguration>(builder.Configuration);
        services.AddOutletBotOptions(builder.Configuration);
        services.AddPersistence(builder.Configuration);
        services.AddAgent(builder.Configuration);
        // A replay is no part of what the location's leads cost: its calls are counted here alone.
        services.AddSingleton<IModelLedger, MemoryModelLedger>();
        var provider = services.BuildServiceProvider();
        return new(provider, request.UseModel ? provider.GetRequiredService<IBrain>() : new RuleBrain());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static Dictionary<string, string?> Overrides(ReplayRequest request, ConfigurationManager configuration)
    {
        var keys = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in request.Set)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw new ReplayException(string.Create(CultureInfo.InvariantCulture, $"--set '{pair}' is not KEY=VALUE. Example: --set Conversation:MinimumBudget=500"));
            keys[pair[..equals].Replace("__", ":", StringComparison.Ordinal)] = pair[(equals + 1)..];
        }

        if (request.Model is { } model) keys["Agent:Model"] = model;
        if (request.Playbook is { } playbook)
        {
            // A location's own playbook would go before the one for all.
            keys["Conversation:Playbook"] = playbook;
            foreach (var location in configuration.GetSection("Locations").GetChildren()) keys[$"Locations:{location.Key}:Playbook"] = playbook;
        }

        keys[Database.ConfigurationKey] = ForReading(keys.GetValueOrDefault(Database.ConfigurationKey) ?? configuration[Database.ConfigurationKey]);
        return keys;
    }

    /// <summary>A connection string by which the store cannot be changed.</summary>
    private static string ForReading(string? connection)
    {
        if (Database.KindOf(connection) == DatabaseKind.PostgreSql)
            return new NpgsqlConnectionStringBuilder(connection) { Options = "-c default_transaction_read_only=on" }.ConnectionString;
        var text = string.IsNullOrWhiteSpace(connection) ? Database.DefaultConnectionString : connection;
        var sqlite = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(text) { Mode = Microsoft.Data.Sqlite.SqliteOpenMode.ReadOnly };
        return File.Exists(sqlite.DataSource) ? sqlite.ConnectionString : throw new ReplayException($"There is no database {Path.GetFullPath(sqlite.DataSource)}: name it by --set {Database.ConfigurationKey}=…");
    }
}
