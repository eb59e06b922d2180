using System.Reflection;
using Microsoft.Extensions.Time.Testing;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.ReadModel;

namespace OutletBot.Unit.Inbox;

public sealed class UndeliveredTests
{
    private const string Why = "An event could not be delivered for minutes: InvalidDataException";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly HeardLog<Undelivered> _log = new();
    private readonly List<(long InboxId, ConversationRow Row)> _called = [];
    private readonly Undelivered _undelivered;
    private bool _sqlIsAway;

    public UndeliveredTests() => _undelivered = new Undelivered(
        Double<IConversationLog>(args => Call((ConversationRow)args[0]!, (long)args[1]!)),
        Double<ILocations>(_ => new LocationSettings { LocationId = "loc", TimeZone = "America/Chicago", Language = "en", MinimumBudget = 300, AgentName = "María" }),
        _time,
        _log);

    [Fact]
    public async Task A_person_is_called_once_for_what_no_grain_takes_for_five_minutes()
    {
        await SweepForAsync(TimeSpan.FromMinutes(4.75), fails: [1, 2]);
        _called.ShouldBeEmpty();

        await SweepForAsync(TimeSpan.FromMinutes(10), fails: [1, 2]);

        _called.Select(call => call.InboxId).ShouldBe([1, 2]);
        _called[0].Row.ShouldBe(new ConversationRow
        {
            LocationId = "loc",
            ContactId = "lead-1",
            Turn = 0,
            Stage = "Qualifying",
            Language = "en",
            NeedsHuman = Why,
            UpdatedAt = _called[0].Row.UpdatedAt,
        });
        _log.Lines.Count(line => line.StartsWith("Error", StringComparison.Ordinal)).ShouldBe(2);
        _log.Lines.ShouldContain("Error: Event 1 of loc/lead-1 could not be delivered for minutes; it stands in the operators' queue and is tried further.");
    }

    [Fact]
    public async Task The_log_tells_of_thousands_that_fail_twice_a_minute_by_their_number_and_one_of_them()
    {
        await SweepForAsync(TimeSpan.FromMinutes(3), fails: [.. Enumerable.Range(1, 2_000)]);

        _log.Lines.Count.ShouldBe(7);
        _log.Lines.ShouldAllBe(line => line == "Warning: 2000 events could not be delivered and are tried again, among them 2000 of loc/lead-2000.");
    }

    [Fact]
    public async Task Rows_of_thousands_do_not_hold_up_a_sweep()
    {
        await SweepForAsync(TimeSpan.FromMinutes(5), fails: [.. Enumerable.Range(1, 250)]);
        _called.Count.ShouldBe(100);

        await SweepForAsync(TimeSpan.FromSeconds(30), fails: [.. Enumerable.Range(1, 250)]);
        _called.Select(call => call.InboxId).Distinct().Count().ShouldBe(250);
    }

    [Fact]
    public async Task Nobody_is_called_for_what_is_delivered_or_handled_meanwhile()
    {
        await SweepForAsync(TimeSpan.FromMinutes(4), fails: [1, 2]);
        // The first is delivered; the second is not there any more.
        await SweepAsync(fails: [], delivered: [1]);
        await SweepForAsync(TimeSpan.FromMinutes(4), fails: [1, 2]);

        _called.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_that_SQL_did_not_take_is_made_again()
    {
        _sqlIsAway = true;
        await Should.ThrowAsync<IOException>(() => SweepForAsync(TimeSpan.FromMinutes(6), fails: [1]));
        _sqlIsAway = false;

        await SweepAsync(fails: [1]);

        _called.ShouldHaveSingleItem().InboxId.ShouldBe(1);
    }

    [Fact]
    public async Task A_delivery_that_is_not_answered_counts_as_none()
    {
        for (var i = 0; i <= 10; i++)
        {
            _undelivered.Note(Event(1), new TaskCompletionSource().Task);
            await _undelivered.TellAsync(all: true, CancellationToken.None);
            _time.Advance(TimeSpan.FromSeconds(30));
        }

        _called.ShouldHaveSingleItem().Row.NeedsHuman.ShouldBe("An event could not be delivered for minutes: TimeoutException");
    }

    private static InboxEvent Event(long id) => new()
    {
        Id = id,
        Kind = InboxEventKind.LeadMessage,
        Conversation = new("loc", $"lead-{id}"),
        MessageId = $"m{id}",
        SentAt = DateTimeOffset.UnixEpoch,
        ReceivedAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>Sweeps every 15 seconds, from now to the end of the time.</summary>
    private async Task SweepForAsync(TimeSpan duration, int[] fails)
    {
        for (var end = _time.GetUtcNow() + duration; _time.GetUtcNow() <= end; _time.Advance(TimeSpan.FromSeconds(15))) await SweepAsync(fails);
    }

    private Task SweepAsync(int[] fails, int[]? delivered = null)
    {
        foreach (var id in delivered ?? []) _undelivered.Note(Event(id), Task.CompletedTask);
        foreach (var id in fails) _undelivered.Note(Event(id), Task.FromException(new InvalidDataException("The row cannot be read.")));
        return _undelivered.TellAsync(all: true, CancellationToken.None);
    }

    private Task Call(ConversationRow row, long inboxId)
    {
        if (_sqlIsAway) return Task.FromException(new IOException("SQL is away"));
        _called.Add((inboxId, row));
        return Task.CompletedTask;
    }

    private static T Double<T>(Func<object?[], object?> answer)
        where T : class
    {
        var proxy = DispatchProxy.Create<T, MissedMessagesTests.Answering>();
        ((MissedMessagesTests.Answering)(object)proxy).Answer = (_, args) => answer(args);
        return proxy;
    }
}
