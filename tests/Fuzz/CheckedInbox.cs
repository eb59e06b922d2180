using System.Globalization;
using System.Text;
using OutletBot.Inbox;
using OutletBot.Understanding;

namespace OutletBot.Fuzz;

/// <summary>Takes what the webhooks accept, sees that the rest of the bot can live with it, and passes it on.</summary>
/// <param name="next">Where to store it, null for nowhere.</param>
internal sealed class CheckedInbox(IInbox? next) : IInbox
{
    private static readonly DateTimeOffset Now = new(2026, 10, 26, 9, 0, 0, TimeSpan.FromHours(-5));
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(5);
    private long ids;

    public long Accepted => Interlocked.Read(ref ids);

    public async Task<Appended> AppendAsync(InboxEvent inboxEvent, CancellationToken cancellation)
    {
        Check(inboxEvent);
        var id = Interlocked.Increment(ref ids);
        return next is null ? new(inboxEvent with { Id = id }, Duplicate: false) : await next.AppendAsync(inboxEvent, cancellation);
    }

    public Task<IReadOnlyList<InboxEvent>> UnhandledAsync(DateTimeOffset receivedBefore, long afterId, int limit, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<InboxEvent>> LeadMessagesAsync(ConversationId conversation, DateTimeOffset receivedSince, CancellationToken cancellation) => throw new NotSupportedException();

    public Task MarkHandledAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<int> PurgeAsync(DateTimeOffset receivedBefore, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<InboxBacklog> BacklogAsync(CancellationToken cancellation) => throw new NotSupportedException();

    private static void Check(InboxEvent e)
    {
        Expect(e.Conversation.IsValid(), "an id");
        Expect(e.Text.Length <= LeadText, "the text's length");
        Expect(e.Phone is not { Length: > 64 }, "the phone's length");
        foreach (var text in new[] { e.Text, e.MessageId, e.WebhookId, e.Phone, e.Detail, e.Attachment })
            Expect(text is null || (!text.Contains('\0', StringComparison.Ordinal) && IsWellFormed(text)), "text that SQL can store");
        foreach (var id in new[] { e.MessageId, e.WebhookId })
            Expect(id is null || (id.Length is > 0 and <= 256 && !id.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)), "an id of one line");
        Expect((e.SentAt - e.ReceivedAt).Duration() <= TimeSpan.FromDays(1), "a time that can be");

        var began = TimeProvider.System.GetTimestamp();
        _ = Reader.Read(new Utterance { Text = e.Text, LastReply = "¿Cuál es su presupuesto mensual en dólares?", Now = Now, Offered = [Now.AddDays(1), Now.AddDays(2)] });
        Expect(TimeProvider.System.GetElapsedTime(began) < LongestReading, "a text that is read in no time");
    }

    private const int LeadText = 4096;

    private static bool IsWellFormed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune == Rune.ReplacementChar && !text.Contains('\uFFFD', StringComparison.Ordinal)) return false;
        return true;
    }

    private static void Expect(bool holds, string what)
    {
        if (!holds) throw new InvalidOperationException($"The webhook accepted an event without {what}.");
    }
}
