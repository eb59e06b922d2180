using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutletBot.Costs;
using OutletBot.Inbox;
using OutletBot.Persistence.PageKeys;
using OutletBot.ReadModel;

namespace OutletBot.Persistence;

/// <summary>Registers the process's database and what stands on it.</summary>
public static class PersistenceRegistration
{
    /// <summary>
    /// Adds <see cref="Database"/>, <see cref="IInbox"/>, <see cref="IConversationLog"/>, <see cref="IModelLedger"/>, <see cref="ICostReport"/> and the store of
    /// the keys of pages. Disposing the container commits what
    /// waits, then closes the database. Tables are brought up to date when the
    /// host starts.
    /// </summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException"><c>ConnectionStrings:OutletBot</c> is wrong.</exception>
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        var database = Database.Open(configuration);
        services.TryAddSingleton(TimeProvider.System);

        // By factory, so that the container disposes them, the database last.
        services.AddSingleton(_ => database);
        services.AddSingleton<IInbox>(s => new SqlInbox(s.GetRequiredService<Database>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IConversationLog>(s => new SqlConversationLog(s.GetRequiredService<Database>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IModelLedger>(s => new SqlModelLedger(s.GetRequiredService<Database>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICostReport>(s => new SqlCostReport(s.GetRequiredService<Database>()));
        services.AddSingleton<IXmlRepository>(s => new SqlPageKeys(s.GetRequiredService<Database>(), s.GetRequiredService<TimeProvider>()));
        services.AddHostedService<Migrations.MigrationAtStart>();
        return services;
    }
}
