using OutletBot.Crm;
using OutletBot.Inbox;

namespace OutletBot.Conversations;

internal sealed partial class ConversationShell
{
    private const int MessagesReadForARecording = 20;

    // GHL shows what a WhatsApp message carries a few seconds after the webhook.
    private static readonly TimeSpan[] UntilItShows = [.. new[] { 1, 2, 3 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    /// <summary>What recordings said, by event, for turns that begin anew: nothing is heard twice.</summary>
    private readonly Dictionary<long, InboxEvent> _heard = [];

    /// <summary>The events, with the words of recordings in their place where they can be had.</summary>
    private async Task<IReadOnlyList<InboxEvent>> HearAsync(IReadOnlyList<InboxEvent> events)
    {
        if (world.Voice is null) return events;
        var heard = new List<InboxEvent>();
        foreach (var e in events)
        {
            if (IsUnheard(e) && !_heard.ContainsKey(e.Id)) _heard[e.Id] = await HearAsync(e);
            heard.Add(_heard.GetValueOrDefault(e.Id, e));
        }

        foreach (var over in _heard.Keys.Except(events.Select(e => e.Id)).ToArray()) _heard.Remove(over);
        return heard;
    }

    private async Task<InboxEvent> HearAsync(InboxEvent e)
    {
        if (await AttachmentAsync(e.MessageId) is not { } address) return e;
        var kind = AttachmentKind.Of(address);
        if (kind != AttachmentKind.Audio || !Uri.TryCreate(address, UriKind.Absolute, out var at)) return e with { Attachment = kind };
        var day = DateOnly.FromDateTime(LocalTimes.In(LocalTimes.Zone(SettingNow().Location.TimeZone), world.Time.GetUtcNow()).DateTime);
        return await world.Voice!.HearAsync(new(at, id, day), _stop.Token) is { } words ? e with { Text = words, Attachment = null } : e with { Attachment = kind };
    }

    /// <summary>The address of what a message carries, as GHL shows it; null when it shows nothing.</summary>
    private async Task<string?> AttachmentAsync(string messageId)
    {
        for (var attempt = 0; ; attempt++)
        {
            var messages = await UnlessRefusedAsync(() => world.Crm.MessagesAsync(id.LocationId, id.ContactId, MessagesReadForARecording, _stop.Token), []);
            if (messages.FirstOrDefault(message => message.Id == messageId) is { AttachmentAddress: { } address }) return address;
            if (attempt == UntilItShows.Length) return null;
            await Task.Delay(UntilItShows[attempt], world.Time, _stop.Token);
        }
    }

    private static bool IsUnheard(InboxEvent e) =>
        e is { Kind: InboxEventKind.LeadMessage, Text.Length: 0, Attachment: AttachmentKind.Audio or AttachmentKind.File, HasProviderId: true };
}
