using System.Security.Cryptography;
using OutletBot.Inbox;

namespace OutletBot.Gateway.Webhooks.Verification;

/// <summary>Tells a signed event that somebody sends again: it is too old, or known by its bytes for as long as it is not.</summary>
internal static class Replays
{
    private static readonly TimeSpan OfAnEvent = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether an event is older than it may be: by its timestamp, or, as GHL's own examples have none, by the time of its message,
    /// beyond which nothing would know it again.
    /// </summary>
    public static bool IsTooOld(JsonFields signed, DateTimeOffset now) => signed.Find("timestamp") is not null
        ? signed.Time("timestamp") is not { } stated || (now - stated).Duration() > OfAnEvent
        : WrittenAt(signed) is { } written && now - written > IInbox.DedupeWindow;

    /// <summary>The events of a signed body. A message that GHL does not number is known by its bytes, which hold its time.</summary>
    public static IReadOnlyList<InboxEvent> Recognisable(IReadOnlyList<InboxEvent> events, JsonFields signed, byte[] body) =>
        WrittenAt(signed) is null || events[0].HasProviderId
            ? events
            : [.. events.Select(e => e with { WebhookId = $"body-{Convert.ToHexStringLower(SHA256.HashData(body))}" })];

    // The same field of other events is when their contact was made.
    private static DateTimeOffset? WrittenAt(JsonFields signed) => signed.Word("type") is "InboundMessage" or "OutboundMessage" ? signed.Time("dateAdded") : null;
}
