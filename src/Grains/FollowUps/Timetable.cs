using NodaTime;
using OutletBot.Conversations;
using OutletBot.Inbox;
using OutletBot.Locations;

namespace OutletBot.FollowUps;

/// <summary>Finds the moment at which a lead may be written to unasked: by quiet hours, by the channel's window, and not long after it was due.</summary>
/// <param name="location">The location.</param>
/// <param name="channel">The lead's channel.</param>
/// <param name="leadWroteAt">When the lead wrote last, null when never.</param>
/// <param name="now">Now.</param>
internal sealed class Timetable(LocationSettings location, Channel channel, DateTimeOffset? leadWroteAt, DateTimeOffset now)
{
    /// <summary>What could not be said for so long is not said any more: the silo was down, or GHL was.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(3);

    /// <summary>WhatsApp's customer-service window: free text reaches a lead only so long after their last message.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Meta's clock and ours may differ, and a message takes its time through GHL.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>What waited for the end of quiet hours goes out spread over so long.</summary>
    private static readonly TimeSpan Spread = TimeSpan.FromMinutes(10);

    private readonly DateTimeZone _zone = LocalTimes.Zone(location.TimeZone);

    /// <summary>Places a follow-up; null when its time is over or nothing leads to the lead.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="step">Its step in the plan.</param>
    /// <param name="due">When it is due.</param>
    /// <param name="notBefore">What else it must wait for.</param>
    /// <param name="notAfter">What it must come before.</param>
    public FollowUp? Place(FollowUpKind kind, int step, DateTimeOffset due, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        var asked = due > notBefore ? due : notBefore;
        var free = AfterQuiet(asked);
        if (free > asked) free = Scattered(free);
        var at = AfterQuiet(free > now ? free : now);
        if (WayAt(at, kind) is not { } way) return null;
        DateTimeOffset[] ends = [free + Patience, notAfter, NextQuiet(at) ?? DateTimeOffset.MaxValue, way.Closes ?? DateTimeOffset.MaxValue];
        var until = ends.Min();
        return at < until ? new FollowUp { Kind = kind, Step = step, Due = due, At = at, Until = until, Way = way } : null;
    }

    private Way? WayAt(DateTimeOffset at, FollowUpKind kind)
    {
        if (channel != Channel.WhatsApp) return new Way(channel);
        var closes = leadWroteAt + Window - Margin;
        if (at < closes) return new Way(Channel.WhatsApp, Closes: closes);
        var settings = location.FollowUps;
        var template = kind == FollowUpKind.Reminder ? settings.ReminderWorkflowId ?? settings.TemplateWorkflowId : settings.TemplateWorkflowId;
        return template is not null ? new Way(Channel.WhatsApp, template)
            : settings.SmsOutsideWindow ? new Way(Channel.Sms)
            : null;
    }

    /// <summary>Many wait for the same end of quiet hours. Which minute a lead gets is decided by when they wrote, and the same whenever it is asked.</summary>
    private DateTimeOffset Scattered(DateTimeOffset free)
    {
        var later = free + (Spread * Fraction((ulong)(leadWroteAt ?? free).Ticks));
        return location.FollowUps.QuietHours.Hold(Instant.FromDateTimeOffset(later), _zone) ? free : later;
    }

    /// <summary>A number below 1 that looks like chance, the same for the same bits.</summary>
    private static double Fraction(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return ((bits ^ (bits >> 31)) >> 11) / (double)(1UL << 53);
    }

    private DateTimeOffset AfterQuiet(DateTimeOffset at) => location.FollowUps.QuietHours.EndFrom(Instant.FromDateTimeOffset(at), _zone).ToDateTimeOffset();

    private DateTimeOffset? NextQuiet(DateTimeOffset at) => location.FollowUps.QuietHours.NextStart(Instant.FromDateTimeOffset(at), _zone)?.ToDateTimeOffset();
}
