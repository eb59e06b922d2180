using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OutletBot.Crm;
using OutletBot.Locations;
using OutletBot.Options;

namespace OutletBot.Inbox;

/// <inheritdoc cref="IMissedMessagesGrain"/>
/// <remarks>Its activation stays between looks, however rare they are: it remembers what need not be asked again.</remarks>
[KeepAlive]
internal sealed partial class MissedMessagesGrain(MissedMessages missed, ILocations locations, IOptions<RecoveryOptions> options, ILogger<MissedMessagesGrain> logger)
    : Grain, IMissedMessagesGrain, IRemindable
{
    private const string ReminderName = "missed-messages";

    /// <summary>Orleans' reminders come no oftener.</summary>
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMinutes(1);

    private static readonly Counter<long> Found = new Meter("OutletBot.Inbox").CreateCounter<long>("outletbot.missed", "{message}", "Messages found in GHL whose webhook never came.");

    /// <summary>GHL dropped what came while nobody listened: the first look follows a start closely.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(5);

    private readonly LookedThrough _looked = new();

    private string Location => this.GetPrimaryKeyString()["loc/".Length..];

    public async Task WatchAsync()
    {
        var interval = options.Value.Interval;
        if (interval > TimeSpan.Zero)
        {
            await this.RegisterOrUpdateReminder(ReminderName, AfterStart, interval > ShortestInterval ? interval : ShortestInterval);
        }
        else
        {
            await ForgetAsync();
        }
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (!locations.Configured.Contains(Location))
        {
            // It was taken out of the configuration, and the reminder outlived that.
            await ForgetAsync();
            return;
        }

        try
        {
            var found = await missed.FindAsync(Location, _looked, CancellationToken.None);
            if (found == 0) return;
            Found.Add(found);
            LogFound(found, Location);
        }
        catch (Exception e) when (e is CrmException or InboxUnavailableException)
        {
            LogPostponed(e, Location);
        }
    }

    private async Task ForgetAsync()
    {
        if (await this.GetReminder(ReminderName) is { } reminder) await this.UnregisterReminder(reminder);
    }

    [LoggerMessage(2111, LogLevel.Warning, "Found {Count} messages in location {Location} whose webhook never came; they are answered now.")]
    private partial void LogFound(int count, string location);

    [LoggerMessage(2112, LogLevel.Warning, "Location {Location} could not be looked through for missed messages; the next look will.")]
    private partial void LogPostponed(Exception exception, string location);
}

/// <summary>Has every configured location watched, once this silo has joined.</summary>
internal sealed partial class MissedMessagesWatch(IGrainFactory grains, ILocations locations, TimeProvider time, ILogger<MissedMessagesWatch> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var location in locations.Configured)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(BetweenTries, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                try
                {
                    await grains.GetGrain<IMissedMessagesGrain>($"loc/{location}").WatchAsync();
                    break;
                }
                catch (Exception e)
                {
                    // No silo has it yet, or this one ends.
                    LogNotYet(e, location);
                }
            }
        }
    }

    [LoggerMessage(2113, LogLevel.Debug, "Location {Location} is not watched for missed messages yet.")]
    private partial void LogNotYet(Exception exception, string location);
}
