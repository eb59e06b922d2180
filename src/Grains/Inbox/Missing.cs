using OutletBot.Conversations;
using OutletBot.Crm;

namespace OutletBot.Inbox;

/// <summary>Compares what GHL holds of a conversation with what the inbox does.</summary>
internal static class Missing
{
    /// <summary>GHL's clock and ours may differ, and a webhook may have come before GHL dated its message.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    /// <summary>Webhooks' texts are cut there.</summary>
    private const int LongestText = 4_096;

    /// <summary>
    /// What the lead wrote in [from, to] and no event tells of, oldest first, whatever came after it. What a person answered is left
    /// to them.
    /// </summary>
    /// <param name="messages">GHL's messages, in any order.</param>
    /// <param name="events">The inbox's messages of the lead, in any order.</param>
    /// <param name="from">Older messages are left alone.</param>
    /// <param name="to">The webhooks of younger ones may still come.</param>
    public static IReadOnlyList<CrmMessage> Among(IReadOnlyList<CrmMessage> messages, IReadOnlyList<InboxEvent> events, DateTimeOffset from, DateTimeOffset to)
    {
        CrmMessage[] written = [.. messages.Where(m => m.Inbound && m.Channel is not null && (m.Text.Trim().Length > 0 || m.Attachment is not null)).OrderBy(m => m.At)];
        var ids = written.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        var came = events.Select(e => e.MessageId).ToHashSet(StringComparer.Ordinal);
        // A webhook that named no message is known by its words, and stands for one message.
        var nameless = events.Where(e => !ids.Contains(e.MessageId)).OrderBy(e => e.ReceivedAt).ToList();
        var answeredByPerson = messages.Where(m => m.IsByPerson()).Select(m => m.At).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        var missing = new List<CrmMessage>();
        foreach (var message in written.Where(m => !came.Contains(m.Id)))
        {
            var match = nameless.FindIndex(e => e.ReceivedAt >= message.At - ClockTolerance && IsSame(e.Text, message.Text.Trim()));
            if (match >= 0) nameless.RemoveAt(match);
            else if (message.At >= from && message.At <= to && message.At > answeredByPerson) missing.Add(message);
        }

        return missing;
    }

    /// <summary>What came may have been cut.</summary>
    private static bool IsSame(string came, string written) =>
        came == written || (came.Length >= LongestText && written.StartsWith(came, StringComparison.Ordinal));
}
