using OutletBot.Calendars;

namespace OutletBot.Cluster;

public sealed class CalendarGrainTests(BotCluster bot) : IClassFixture<BotCluster>
{
    [Fact]
    public async Task Two_leads_never_get_one_time()
    {
        var wanted = bot.Ghl.Times[0];
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => bot.Silos[i % 2].GetGrain<ICalendarGrain>("loc/one").BookAsync(Request($"lead-{i}", wanted))));

        answers.Count(answer => answer.Outcome == CalendarOutcome.Done).ShouldBe(1);
        answers.Count(answer => answer.Outcome == CalendarOutcome.Taken).ShouldBe(9);
        (await bot.Calendar("one").FreeTimesAsync(fresh: false)).Times.ShouldNotContain(wanted);
    }

    [Fact]
    public async Task Concurrent_reads_become_one_request()
    {
        var release = new TaskCompletionSource();
        bot.Ghl.ReadsWaitFor = release.Task;
        var before = bot.Ghl.SlotReads;
        var reads = Enumerable.Range(0, 20).Select(_ => bot.Calendar("shared").FreeTimesAsync(fresh: false)).ToList();
        release.SetResult();
        foreach (var answer in await Task.WhenAll(reads)) answer.Times.ShouldNotBeEmpty();
        bot.Ghl.SlotReads.ShouldBe(before + 1);
        bot.Ghl.ReadsWaitFor = Task.CompletedTask;
    }

    [Fact]
    public async Task A_time_taken_in_GHL_meanwhile_is_answered_taken_and_not_tried()
    {
        var wanted = bot.Ghl.Times[^1];
        (await bot.Calendar("stale").FreeTimesAsync(fresh: false)).Times.ShouldContain(wanted);
        bot.Ghl.Take(wanted);
        var bookings = bot.Ghl.Bookings;
        (await bot.Calendar("stale").BookAsync(Request("late", wanted))).Outcome.ShouldBe(CalendarOutcome.Taken);
        bot.Ghl.Bookings.ShouldBe(bookings);
    }

    [Fact]
    public async Task A_booking_that_its_conversation_does_not_stand_by_is_not_made()
    {
        var wanted = bot.Ghl.Times[5];
        var bookings = bot.Ghl.Bookings;
        var answer = await bot.Calendar("orphaned").BookAsync(Request("moved", wanted) with { Ticket = "of-another-activation" });

        answer.Outcome.ShouldBe(CalendarOutcome.Failed);
        answer.OutcomeUnknown.ShouldBeFalse();
        bot.Ghl.Bookings.ShouldBe(bookings);
    }

    private static BookingRequest Request(string contact, DateTimeOffset start) => new() { ContactId = contact, Start = start, Title = "Llamada" };
}
