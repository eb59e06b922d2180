using OutletBot.Inbox;
using OutletBot.Persistence;

namespace OutletBot.Storage;

public abstract partial class StorageCompliance
{
    [Fact]
    public async Task What_a_lead_wrote_is_found_since_a_time_handled_or_not()
    {
        var first = (await Inbox.AppendAsync(Message("¿siguen ahí?", "held1"), Stop)).Event;
        var second = (await Inbox.AppendAsync(Message("hola", "held2", second: 60), Stop)).Event;
        await Inbox.AppendAsync(Message("", "held3", second: 61) with { Kind = InboxEventKind.PersonMessage }, Stop);
        await Inbox.MarkHandledAsync([first.Id], Stop);

        (await Inbox.LeadMessagesAsync(first.Conversation, first.ReceivedAt, Stop)).ShouldBe([first, second]);
        (await Inbox.LeadMessagesAsync(first.Conversation, second.ReceivedAt, Stop)).ShouldBe([second]);
        (await Inbox.LeadMessagesAsync(new ConversationId("loc", "somebody-else"), first.ReceivedAt, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_comes_back_as_it_was_given()
    {
        var given = Message("hola, señor 😀", "m1", webhook: "w1") with
        {
            Phone = "+15550100",
            Channel = Channel.WhatsApp,
            Detail = "{}",
            TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            Attachment = "audio",
        };

        var appended = await Inbox.AppendAsync(given, Stop);

        appended.Event.ShouldBe(given with { Id = appended.Event.Id });
        appended.Event.Id.ShouldBeGreaterThan(0);
        (await Inbox.UnhandledAsync(Noon.AddSeconds(1), 0, 10, Stop)).ShouldBe([appended.Event]);
    }

    [Fact]
    public async Task The_same_provider_id_is_a_duplicate_however_late()
    {
        (await IsDuplicateAsync(Message("hola", "m1"))).ShouldBeFalse();
        (await IsDuplicateAsync(Message("otro texto", "m1", second: 86400))).ShouldBeTrue();
        (await IsDuplicateAsync(Message("hola", "m2"))).ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_webhook_id_is_a_duplicate()
    {
        (await IsDuplicateAsync(Message("hola", "m1", webhook: "w1"))).ShouldBeFalse();
        (await IsDuplicateAsync(Message("hola", "m2", webhook: "w1"))).ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_id_in_another_location_is_another_event()
    {
        (await IsDuplicateAsync(Message("hola", "m1"))).ShouldBeFalse();
        (await IsDuplicateAsync(Message("hola", "m1") with { Conversation = new("loc2", "ana") })).ShouldBeFalse();
    }

    [Fact]
    public async Task An_equal_text_without_id_is_a_duplicate_for_less_than_five_seconds()
    {
        (await IsDuplicateAsync(Message("sí"))).ShouldBeFalse();
        (await IsDuplicateAsync(Message("sí", second: 4.999))).ShouldBeTrue();
        (await IsDuplicateAsync(Message("sí", second: 4, contact: "luis"))).ShouldBeFalse();
        (await IsDuplicateAsync(Message("no", second: 4))).ShouldBeFalse();
        (await IsDuplicateAsync(Message("sí", second: 5))).ShouldBeFalse();
    }

    [Fact]
    public async Task An_event_without_id_repeats_an_equal_one_with_id_but_not_the_other_way_round()
    {
        (await IsDuplicateAsync(Message("sí", "m1"))).ShouldBeFalse();
        (await IsDuplicateAsync(Message("sí", second: 1))).ShouldBeTrue();
        (await IsDuplicateAsync(Message("sí", "m2", second: 2))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("sí", 0.9, true)]
    [InlineData("sí", 1, false)]
    [InlineData("no", 0, false)]
    public async Task A_webhook_that_names_no_message_is_known_by_the_moment_it_was_sent_where_the_message_was_found_before(string text, double second, bool duplicate)
    {
        await Inbox.AppendAsync(Message("sí", "found"), Stop);
        var late = Message(text, "w1", webhook: "w1") with { SentAt = Noon.AddSeconds(second), ReceivedAt = Noon.AddMinutes(10) };

        (await IsDuplicateAsync(late)).ShouldBe(duplicate);
        (await IsDuplicateAsync(Message(text, webhook: "w2") with { SentAt = Noon.AddSeconds(second), ReceivedAt = Noon.AddMinutes(11) })).ShouldBe(duplicate);
        (await IsDuplicateAsync(Message(text, "m3", webhook: "w3") with { SentAt = Noon.AddSeconds(second), ReceivedAt = Noon.AddMinutes(12) })).ShouldBeFalse("it names another message");
    }

    [Fact]
    public async Task Equal_events_of_one_batch_are_committed_once()
    {
        await using IInboxWriter writer = Database.Kind == DatabaseKind.PostgreSql ? new PostgreSqlInboxWriter(Database) : new SqliteInboxWriter(Database);
        await writer.AppendAsync([Message("antes", "old")]);

        var results = await writer.AppendAsync(
        [
            Message("sí"), Message("sí", second: 1), Message("sí", second: 5.5), Message("a", "m1"), Message("b", "m1"),
            Message("nuevo", "old", second: 60), Message("nuevo", second: 60), Message("nuevo", second: 61),
        ]);

        results.Select(r => r.Duplicate).ShouldBe([false, true, false, false, true, true, false, true]);
    }

    [Fact]
    public async Task Equal_events_without_id_through_two_gateways_at_once_are_committed_once()
    {
        await using var otherDatabase = Database.Open(ConnectionString);
        await using var other = new SqlInbox(otherDatabase, Clock);

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i =>
            (i % 2 == 0 ? Inbox : other).AppendAsync(Message($"texto {i / 10}", contact: $"c{i / 10}"), Stop)));

        results.Count(r => !r.Duplicate).ShouldBe(10);
    }

    [Fact]
    public async Task Five_hundred_events_at_once_all_get_their_own_id_in_order_of_each_conversation()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Inbox.AppendAsync(Message($"m{i}", $"id{i}", $"c{i % 7}"), Stop)));

        results.ShouldAllBe(r => !r.Duplicate);
        results.Select(r => r.Event.Id).Distinct().Count().ShouldBe(500);
        foreach (var conversation in results.GroupBy(r => r.Event.Conversation)) conversation.Select(r => r.Event.Id).ShouldBeInOrder();
    }

    [Fact]
    public async Task An_event_that_cannot_be_stored_fails_alone()
    {
        var good = Enumerable.Range(0, 20).Select(i => Inbox.AppendAsync(Message($"m{i}", $"id{i}"), Stop)).ToArray();
        var bad = Inbox.AppendAsync(Message("a\0b", "bad"), Stop);

        await Should.ThrowAsync<ArgumentException>(bad);
        (await Task.WhenAll(good)).ShouldAllBe(r => !r.Duplicate);
    }

    [Fact]
    public async Task Handled_events_leave_the_backlog()
    {
        var first = await Inbox.AppendAsync(Message("uno", "m1"), Stop);
        var second = await Inbox.AppendAsync(Message("dos", "m2", second: 10), Stop);
        (await Inbox.BacklogAsync(Stop)).ShouldBe(new(2, Noon));

        await Inbox.MarkHandledAsync([first.Event.Id], Stop);
        await Inbox.MarkHandledAsync([first.Event.Id], Stop);

        (await Inbox.BacklogAsync(Stop)).ShouldBe(new(1, Noon.AddSeconds(10)));
        (await Inbox.UnhandledAsync(Noon.AddMinutes(1), 0, 10, Stop)).ShouldBe([second.Event]);
        (await Inbox.UnhandledAsync(Noon.AddSeconds(10), 0, 10, Stop)).ShouldBeEmpty();
        await Inbox.MarkHandledAsync([second.Event.Id], Stop);
        (await Inbox.BacklogAsync(Stop)).ShouldBe(new(0, null));
    }

    [Fact]
    public async Task Only_handled_events_older_than_the_week_of_dedupe_are_purged()
    {
        const double day = 86400;
        var old = await Inbox.AppendAsync(Message("uno", "m1", second: -8 * day), Stop);
        await Inbox.AppendAsync(Message("sin responder", "m2", second: -8 * day), Stop);
        var young = await Inbox.AppendAsync(Message("dos", "m3", second: -6 * day), Stop);
        await Inbox.MarkHandledAsync([old.Event.Id, young.Event.Id], Stop);

        (await Inbox.PurgeAsync(Noon, Stop)).ShouldBe(1);

        (await Inbox.BacklogAsync(Stop)).Count.ShouldBe(1);
        (await IsDuplicateAsync(Message("dos", "m3"))).ShouldBeTrue();
        (await IsDuplicateAsync(Message("uno", "m1"))).ShouldBeFalse();
    }
}
