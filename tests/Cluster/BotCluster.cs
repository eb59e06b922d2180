using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.TestingHost;
using OutletBot.Agent;
using OutletBot.Booking;
using OutletBot.Calendars;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.FollowUps;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.Options;
using OutletBot.ReadModel;

namespace OutletBot.Cluster;

/// <summary>Two silos in this process with the real grains, and doubles of everything outside.</summary>
public sealed class BotCluster : IAsyncLifetime
{
    public const int RequestsPer10Seconds = 5;

    /// <summary>A location that nudges silent leads after <see cref="QuickNudge"/>.</summary>
    public const string QuickLocation = "quick";

    public static readonly TimeSpan QuickNudge = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan CollectionAge = TimeSpan.FromSeconds(3);

    private readonly InProcessTestCluster cluster;
    private long events;

    public BotCluster()
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.UseSystemTextJsonGrainStorageSerializer();
            silo.AddMemoryGrainStorageAsDefault();
            silo.UseInMemoryReminderService();
            silo.AddActivityPropagation();
            silo.Configure<GrainCollectionOptions>(o => (o.CollectionQuantum, o.CollectionAge) = (TimeSpan.FromSeconds(1), CollectionAge));
            silo.Services.AddLogging(logging => logging.ClearProviders());
            silo.Services.Configure<ConversationOptions>(o => (o.QuietPeriod, o.MaxWait) = (TimeSpan.Zero, TimeSpan.Zero));
            silo.Services.Configure<CrmOptions>(o => o.RequestsPer10Seconds = RequestsPer10Seconds);
            silo.Services.AddSingleton(TimeProvider.System);
            silo.Services.AddSingleton<ICrm>(Ghl);
            silo.Services.AddSingleton<IBrain>(Brain);
            silo.Services.AddSingleton<IConversationLog>(Log);
            silo.Services.AddSingleton<ILocations, OneLocation>();
            silo.Services.AddSingleton<ICalendar, CalendarClient>();
        });
        cluster = builder.Build();
    }

    internal GhlDouble Ghl { get; } = new();

    internal BrainDouble Brain { get; } = new();

    internal LogDouble Log { get; } = new();

    public IGrainFactory Grains => cluster.Client;

    public IReadOnlyList<IGrainFactory> Silos => [.. cluster.Silos.Select(silo => silo.ServiceProvider.GetRequiredService<IGrainFactory>())];

    public async ValueTask InitializeAsync() => await cluster.DeployAsync();

    public async ValueTask DisposeAsync() => await cluster.DisposeAsync();

    /// <summary>An event as the gateway has committed it.</summary>
    public InboxEvent Written(string contact, string text, string? traceParent = null, string location = "loc") => new()
    {
        Id = Interlocked.Increment(ref events),
        Kind = InboxEventKind.LeadMessage,
        Conversation = new ConversationId(location, contact),
        MessageId = Guid.NewGuid().ToString(),
        HasProviderId = true,
        Text = text,
        Channel = Channel.WhatsApp,
        SentAt = TimeProvider.System.GetUtcNow(),
        ReceivedAt = TimeProvider.System.GetUtcNow(),
        TraceParent = traceParent,
    };

    /// <summary>Something else than a lead's message, as the gateway has committed it.</summary>
    public InboxEvent Happened(string contact, InboxEventKind kind, string text) => Written(contact, text) with { Kind = kind };

    /// <summary>Delivers it and waits until it is handled.</summary>
    public async Task HappensAsync(string contact, InboxEventKind kind, string text)
    {
        var happened = Happened(contact, kind, text);
        await DeliverAsync(happened);
        await Log.HandledAsync(happened.Id);
    }

    /// <summary>Delivers a message and waits until it is handled.</summary>
    public async Task SayAsync(string contact, string text)
    {
        var written = Written(contact, text);
        await DeliverAsync(written);
        await Log.HandledAsync(written.Id);
    }

    /// <summary>Delivers until a silo takes it: on a busy machine an answer may come late, and what a sweep does then is done here.</summary>
    private async Task DeliverAsync(InboxEvent e)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await Grains.DeliverAsync(e);
                return;
            }
            catch (TimeoutException) when (tries < 10)
            {
            }
        }
    }

    public ICalendarGrain Calendar(string id) => Grains.GetGrain<ICalendarGrain>($"loc/{id}");

    /// <summary>Waits until no activation of a grain is left.</summary>
    public async Task CollectedAsync(GrainId grain)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (await IsActiveAsync(grain))
        {
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(30), $"{grain} is never collected");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    /// <summary>Asks the silos themselves: the directory may remember what is gone.</summary>
    public async Task<bool> IsActiveAsync(GrainId grain) =>
        (await Grains.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics()).Any(activation => activation.GrainId == grain);

    private sealed class OneLocation : ILocations
    {
        public string? DefaultLocationId => "loc";

        public LocationSettings Get(string locationId) => new()
        {
            LocationId = locationId,
            TimeZone = "America/Chicago",
            Language = "es",
            MinimumBudget = 300,
            AgentName = "María",
            CalendarId = "cal",
            FollowUps = locationId == QuickLocation ? new() { Plan = [QuickNudge], QuietHours = QuietHours.None } : new(),
        };
    }
}
