using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Unit.Simulation;
using static OutletBot.Unit.Conversations.CalmWorld;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Conversations;

/// <summary>When what failed is tried again, and who is told when that does not help.</summary>
public sealed class RetryTests
{
    private static readonly CrmException Unavailable = new(CrmFailure.Unavailable, "503");

    [Fact]
    public void A_reply_that_failed_is_tried_again_after_half_a_second_then_one_two_five_and_ten()
    {
        var world = World(new Conversation());
        var tries = Refuse(world, "send", Unavailable, times: 5);

        Write(world, "hola");

        double[] waits = [0.5, 1, 2, 5, 10];
        for (var n = 0; n < waits.Length; n++) (tries[n + 1] - tries[n]).TotalSeconds.ShouldBeInRange(waits[n], waits[n] + 0.9);
        world.Ghl.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public void Ghl_that_asks_to_come_again_later_is_not_asked_before()
    {
        var world = World(new Conversation());
        var tries = Refuse(world, "send", new CrmException(CrmFailure.RateLimited, "429") { RetryAfter = TimeSpan.FromSeconds(40) }, times: 1);

        Write(world, "hola");

        (tries[1] - tries[0]).TotalSeconds.ShouldBeInRange(40, 41);
    }

    [Fact]
    public void Operators_see_a_reply_that_failed_four_times_until_it_has_gone_out()
    {
        var world = World(new Conversation());
        var told = new List<string?>();
        var tries = Refuse(world, "send", Unavailable, times: 6, () => told.Add(world.Sql.Row?.NeedsHuman));

        Write(world, "hola");

        tries.Count.ShouldBe(7);
        told.Take(4).ShouldAllBe(reason => reason == null);
        told.Skip(4).ShouldAllBe(reason => reason == "SendReply waits for GHL: 503");
        world.Sql.Committed.NeedsHuman.ShouldBeNull();
    }

    [Fact]
    public void A_reply_that_failed_for_a_day_is_left_to_a_person_and_not_tried_any_more()
    {
        var world = World(new Conversation());
        var tries = Refuse(world, "send", Unavailable, times: int.MaxValue);

        Write(world, "hola", until: TimeSpan.FromHours(26));

        (tries[^1] - tries[0]).TotalHours.ShouldBeInRange(23.9, 24.1);
        world.Sql.Committed.NeedsHuman.ShouldBe("SendReply failed: 503");
        world.Sql.Committed.Effects.ShouldBeEmpty();
        world.Ghl.Tags.ShouldBe([Tags.NeedsHuman]);
    }

    [Fact]
    public void A_tag_that_ghl_refuses_is_told_and_no_other_tag_is_tried_for_it()
    {
        var world = World(new Conversation { ContactRead = true });
        Refuse(world, "tags", new CrmException(CrmFailure.Rejected, "no tags"), times: int.MaxValue);

        Write(world, "STOP");

        world.Sql.Committed.NeedsHuman.ShouldBe("AddTags failed: no tags");
        world.Sql.Committed.Effects.ShouldBeEmpty();
        world.Sql.Committed.Stage.ShouldBe(Stage.OptedOut);
    }

    [Fact]
    public void A_nudge_that_ghl_refuses_concerns_nobody()
    {
        var world = World(new Conversation { ContactRead = true });
        var tries = Refuse(world, "send", new CrmException(CrmFailure.Rejected, "not now"), times: int.MaxValue, from: 2);

        Write(world, "hola", until: TimeSpan.FromHours(3));

        tries.Count.ShouldBe(2);
        world.Sql.Committed.NeedsHuman.ShouldBeNull();
        world.Sql.Committed.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void A_message_that_waits_for_ghl_is_seen_by_operators_at_the_fifth_failure_and_answered_when_it_is_back()
    {
        var world = World(new Conversation());
        var told = new List<string?>();
        Refuse(world, "contact", Unavailable, times: 6, () => told.Add(world.Sql.Row?.NeedsHuman));

        Write(world, "hola");

        told.Take(5).ShouldAllBe(reason => reason == null);
        told.Skip(5).ShouldAllBe(reason => reason == "A message waits for GHL: 503");
        world.Ghl.Sent.ShouldHaveSingleItem();
        world.Sql.Row!.NeedsHuman.ShouldBeNull();
    }

    [Fact]
    public void Whoever_keeps_typing_is_answered_twelve_seconds_after_the_first_fragment()
    {
        var world = World(new Conversation());
        for (var n = 1; n <= 10; n++)
        {
            var number = n;
            world.At(TimeSpan.FromSeconds(2 * n), () => Deliver(world, number, $"mmm {number}"));
        }

        var began = world.Time.GetUtcNow().AddSeconds(2);
        world.Run(TimeSpan.FromMinutes(5));

        (world.Ghl.Sent[0].At - began).TotalSeconds.ShouldBeInRange(12, 15);
        world.Ghl.Sent.Count.ShouldBe(2);
        world.Sql.Unhandled.ShouldBeEmpty();
    }

    [Fact]
    public void A_fragment_is_waited_after_for_three_seconds()
    {
        var world = World(new Conversation());
        var began = world.Time.GetUtcNow();

        Write(world, "hola");

        (world.Ghl.Sent[0].At - began).TotalSeconds.ShouldBeInRange(3, 6);
    }

    [Fact]
    public void An_answered_message_that_still_stands_in_the_inbox_is_taken_out_of_it_and_not_answered_again()
    {
        var world = World(new Conversation());
        Write(world, "hola");

        Write(world, "hola", until: TimeSpan.FromMinutes(20));

        world.Sql.Unhandled.ShouldBeEmpty();
        world.Ghl.Sent.ShouldHaveSingleItem();
    }

    /// <summary>Has GHL fail the calls from a number on, so many times; returns when each was made.</summary>
    private static List<DateTimeOffset> Refuse(SimulatedWorld world, string call, CrmException failure, int times, Action? seen = null, int from = 1)
    {
        List<DateTimeOffset> calls = [];
        world.Ghl.Refusals[call] = () =>
        {
            calls.Add(world.Time.GetUtcNow());
            seen?.Invoke();
            return calls.Count >= from && calls.Count - from < times ? failure : null;
        };
        return calls;
    }
}
