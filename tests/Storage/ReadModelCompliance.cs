using Microsoft.Extensions.Logging.Abstractions;
using OutletBot.Persistence;
using OutletBot.Persistence.Migrations;
using OutletBot.ReadModel;

namespace OutletBot.Storage;

public abstract partial class StorageCompliance
{
    private static readonly ConversationId Ana = new("loc", "ana");

    private static ConversationRow Row(long turn, string contact = "ana", string stage = "Qualifying", double second = 0, string? needsHuman = null) => new()
    {
        LocationId = "loc",
        ContactId = contact,
        Turn = turn,
        Stage = stage,
        Language = "es",
        LeadName = "Ana",
        MonthlyBudgetUsd = 512.50m,
        AppointmentAt = Noon.AddDays(1),
        FollowUpAt = Noon.AddHours(turn),
        FollowUpKind = "Nudge",
        NeedsHuman = needsHuman,
        InputTokens = 1000,
        OutputTokens = 50,
        CostUsd = 0.00001234m,
        UpdatedAt = Noon.AddSeconds(second),
    };

    private static MessageRow Line(string id, double second, string text = "hola") =>
        new() { MessageId = id, Author = Author.Bot, Text = text, At = Noon.AddSeconds(second), Brain = "rules" };

    private static GroundsRow Ground(string id, double second) => new() { GroundsId = id, At = Noon.AddSeconds(second), Body = """{"Id":"ñ"}""" };

    [Fact]
    public async Task A_turn_is_recorded_with_its_messages_and_its_events_as_handled()
    {
        var appended = await Inbox.AppendAsync(Message("hola", "m1"), Stop);
        await Log.RecordAsync(new() { Conversation = Row(1), Messages = [Line("a", 0), Line("b", 0), Line("c", 1)], HandledInboxIds = [appended.Event.Id] }, Stop);

        (await Log.FindAsync(Ana, Stop)).ShouldBe(Row(1));
        (await Log.TranscriptAsync(Ana, 2, Stop)).ShouldBe([Line("b", 0), Line("c", 1)]);
        (await Inbox.BacklogAsync(Stop)).Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_turn_recorded_again_adds_no_message_and_one_recorded_late_changes_no_row()
    {
        await Log.RecordAsync(new() { Conversation = Row(2), Messages = [Line("a", 0)] }, Stop);
        await Log.RecordAsync(new() { Conversation = Row(2, stage: "Booked"), Messages = [Line("a", 5, "otra")] }, Stop);
        await Log.RecordAsync(new() { Conversation = Row(1, stage: "Nurture"), Messages = [Line("0", -5)] }, Stop);

        // Within a turn the row may change: operators are told, a person takes over.
        (await Log.FindAsync(Ana, Stop)).ShouldBe(Row(2, stage: "Booked"));
        (await Log.TranscriptAsync(Ana, 10, Stop)).ShouldBe([Line("0", -5), Line("a", 0)]);
    }

    [Fact]
    public async Task A_person_who_is_called_for_a_conversation_changes_nothing_else_of_its_row_and_is_not_called_for_what_is_handled()
    {
        var waits = (await Inbox.AppendAsync(Message("hola", "m1"), Stop)).Event.Id;
        var handled = (await Inbox.AppendAsync(Message("hola", "m2"), Stop)).Event.Id;
        await Inbox.MarkHandledAsync([handled], Stop);
        var call = Row(0, stage: "HandedOff", second: 90, needsHuman: "cannot be reached") with { CostUsd = 0, LeadName = null, MonthlyBudgetUsd = null, AppointmentAt = null, FollowUpAt = null, FollowUpKind = null };

        await Log.CallPersonAsync(call, handled, Stop);
        (await Log.FindAsync(Ana, Stop)).ShouldBeNull();
        await Log.CallPersonAsync(call, waits, Stop);
        (await Log.FindAsync(Ana, Stop)).ShouldBe(call);

        await Log.RecordAsync(new() { Conversation = Row(0) }, Stop);
        await Log.CallPersonAsync(call, waits, Stop);
        (await Log.FindAsync(Ana, Stop)).ShouldBe(Row(0) with { NeedsHuman = "cannot be reached" });

        await Log.RecordAsync(new() { Conversation = Row(3, needsHuman: "asks for a person") }, Stop);
        await Log.CallPersonAsync(call, waits, Stop);
        (await Log.FindAsync(Ana, Stop)).ShouldBe(Row(3, needsHuman: "asks for a person"));
    }

    [Fact]
    public async Task Many_turns_at_once_are_all_recorded_and_the_last_one_stands()
    {
        await Task.WhenAll(Enumerable.Range(1, 300).Select(i =>
            Log.RecordAsync(new() { Conversation = Row(i, $"c{i % 3}"), Messages = [Line($"m{i}", i)] }, Stop)));

        (await Log.FindAsync(new("loc", "c0"), Stop))!.Turn.ShouldBe(300);
        (await Log.TranscriptAsync(new("loc", "c1"), 500, Stop)).Count.ShouldBe(100);
    }

    [Fact]
    public async Task What_turns_were_decided_on_is_kept_once_in_order_and_goes_with_the_conversation()
    {
        await Log.RecordAsync(new() { Conversation = Row(1), Grounds = [Ground("event-9", 1), Ground("effect-1-2", 0)] }, Stop);
        await Log.RecordAsync(new() { Conversation = Row(2), Grounds = [Ground("event-9", 5), Ground("event-10", 2)] }, Stop);
        await Log.RecordAsync(new() { Conversation = Row(1, "ben"), Grounds = [Ground("event-9", 3)] }, Stop);

        (await Log.GroundsAsync(Ana, 10, Stop)).ShouldBe([Ground("event-9", 1), Ground("effect-1-2", 0), Ground("event-10", 2)]);

        await using (var connection = await Database.DataSource.OpenConnectionAsync(Stop))
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "DELETE FROM conversations WHERE contact_id = 'ana'";
            await command.ExecuteNonQueryAsync(Stop);
        }

        (await Log.GroundsAsync(Ana, 10, Stop)).ShouldBeEmpty();
        (await Log.GroundsAsync(new("loc", "ben"), 10, Stop)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Words_that_SQL_would_refuse_do_not_lose_the_turn()
    {
        await Log.RecordAsync(new() { Conversation = Row(1), Messages = [Line("a", 0, "x\0y\uD800z")] }, Stop);

        (await Log.TranscriptAsync(Ana, 1, Stop))[0].Text.ShouldBe("xy\uFFFDz");
    }

    [Fact]
    public async Task Conversations_are_listed_by_what_is_asked_the_latest_first()
    {
        await Log.RecordAsync(new() { Conversation = Row(1, "a", "Booked", 1) }, Stop);
        await Log.RecordAsync(new() { Conversation = Row(1, "b", "Qualifying", 2, "asks for a person") }, Stop);
        await Log.RecordAsync(new() { Conversation = Row(2, "c", "Booked", 3) }, Stop);
        await Log.RecordAsync(new() { Conversation = Row(1, "d", "OptedOut", 0) with { FollowUpAt = null, FollowUpKind = null } }, Stop);

        (await ListAsync(new())).ShouldBe(["c", "b", "a", "d"]);
        (await ListAsync(new() { Stage = "Booked" })).ShouldBe(["c", "a"]);
        (await ListAsync(new() { NeedsHuman = true })).ShouldBe(["b"]);
        (await ListAsync(new() { LocationId = "loc", Before = Noon.AddSeconds(3), Limit = 1 })).ShouldBe(["b"]);
        (await ListAsync(new() { FollowUpBefore = Noon.AddHours(2) })).ShouldBe(["b", "a"]);
        (await ListAsync(new() { LocationId = "other" })).ShouldBeEmpty();

        async Task<IEnumerable<string>> ListAsync(ConversationFilter filter) => (await Log.ListAsync(filter, Stop)).Select(c => c.ContactId);
    }

    [Fact]
    public async Task Several_processes_may_migrate_at_once_and_again()
    {
        var fresh = await CreateDatabaseAsync();
        var starters = Enumerable.Range(0, 4).Select(_ => Database.Open(fresh)).ToArray();

        await Task.WhenAll(starters.Select(d => Task.Run(() => d.MigrateAsync(NullLogger.Instance, Stop), Stop)));
        await starters[0].MigrateAsync(NullLogger.Instance, Stop);

        foreach (var starter in starters) await starter.DisposeAsync();
    }
}
