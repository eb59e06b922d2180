using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.Unit.Simulation;
using static OutletBot.Unit.Conversations.CalmWorld;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Conversations;

/// <summary>What the shell reads in GHL before it answers, and when it reads again what failed.</summary>
public sealed class ShellReadingTests
{
    private static readonly DateTimeOffset Now = new VirtualTime().GetUtcNow();

    private static readonly Lead Complete = new() { Name = "Ana", BusinessType = "b", Problem = "p", Goal = "g", MonthlyBudgetUsd = 500, Email = "ana@example.com" };

    private static readonly CrmException Unavailable = new(CrmFailure.Unavailable, "503");

    [Fact]
    public void GHL_that_cannot_be_read_is_asked_again_after_half_a_second_then_one_two_and_five()
    {
        var world = World(new Conversation());
        List<DateTimeOffset> reads = [];
        world.Ghl.Refusals["contact"] = () =>
        {
            reads.Add(world.Time.GetUtcNow());
            return reads.Count < 5 ? Unavailable : null;
        };

        Write(world, "hola");

        double[] waits = [0.5, 1, 2, 5];
        for (var n = 0; n < waits.Length; n++) (reads[n + 1] - reads[n]).TotalSeconds.ShouldBeInRange(waits[n], waits[n] + 0.9);
    }

    [Fact]
    public void GHL_that_asks_for_a_pause_is_not_read_before()
    {
        var world = World(new Conversation());
        List<DateTimeOffset> reads = [];
        world.Ghl.Refusals["contact"] = () =>
        {
            reads.Add(world.Time.GetUtcNow());
            return reads.Count == 1 ? new CrmException(CrmFailure.RateLimited, "429") { RetryAfter = TimeSpan.FromSeconds(40) } : null;
        };

        Write(world, "hola");

        (reads[1] - reads[0]).TotalSeconds.ShouldBeInRange(40, 41);
    }

    [Fact]
    public void Failures_that_lie_in_the_past_make_no_later_wait_longer()
    {
        var world = World(new Conversation { ContactRead = true, Lead = Complete });
        List<DateTimeOffset> reads = [];
        world.Ghl.Refusals["free"] = () =>
        {
            reads.Add(world.Time.GetUtcNow());
            return reads.Count is < 4 or 5 ? Unavailable : null;
        };
        Write(world, "hola", until: TimeSpan.FromSeconds(50));
        Deliver(world, 2, "ninguna me queda, ¿qué otras hay?");

        world.Run(TimeSpan.FromSeconds(100));

        reads.Count.ShouldBe(6);
        (reads[5] - reads[4]).TotalSeconds.ShouldBeInRange(0.5, 1.4);
    }

    [Theory]
    [InlineData(true, "confirmed", 24, true)]
    [InlineData(true, "cancelled", 24, false)]
    [InlineData(true, "confirmed", -1, false)]
    [InlineData(false, "confirmed", 24, false)]
    public void An_appointment_that_somebody_else_made_is_looked_for_where_a_tag_tells_of_one(bool tagged, string status, int hours, bool known)
    {
        var world = World(new Conversation());
        world.Ghl.Contact = world.Ghl.Contact with { Tags = tagged ? [Tags.Scheduled] : [] };
        world.Ghl.Appointments.Add(new("later", "cal", Now.AddDays(9), "confirmed"));
        world.Ghl.Appointments.Insert(0, new("far", "cal", Now.AddDays(8), "confirmed"));
        world.Ghl.Appointments.Add(new("a1", "cal", Now.AddHours(hours), status));

        Write(world, "hola", until: TimeSpan.FromMinutes(1));

        (world.Sql.Committed.Appointment?.Id).ShouldBe(known ? "a1" : tagged ? "far" : null);
    }

    [Fact]
    public void Whoever_comes_back_after_days_is_read_again_with_what_was_booked_for_them()
    {
        var world = World(new Conversation { ContactRead = true, Turn = 3, UpdatedAt = Now.AddDays(-4) });
        world.Ghl.Appointments.Add(new("a1", "cal", Now.AddDays(1), "confirmed"));

        Write(world, "hola", until: TimeSpan.FromMinutes(1));

        (world.Sql.Committed.Appointment?.Id).ShouldBe("a1");
    }

    [Fact]
    public void Whoever_comes_back_only_by_a_tag_is_not_read_again()
    {
        var world = World(new Conversation { ContactRead = true, Turn = 3, UpdatedAt = Now.AddDays(-4) });
        world.Ghl.Appointments.Add(new("a1", "cal", Now.AddDays(1), "confirmed"));
        world.At(TimeSpan.Zero, () => Happens(world, 1, InboxEventKind.TagsChanged, "vip"));

        world.Run(TimeSpan.FromMinutes(1));

        world.Sql.Committed.Appointment.ShouldBeNull();
        world.Sql.Unhandled.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, Channel.Sms, 1)]
    [InlineData(Channel.WhatsApp, Channel.WhatsApp, 0)]
    public void A_channel_that_no_webhook_names_is_the_one_that_GHL_shows_the_lead_on(Channel? known, Channel answeredOn, int asked)
    {
        var world = World(new Conversation { Channel = known });
        var looks = 0;
        world.Ghl.Refusals["messages"] = () =>
        {
            looks++;
            return null;
        };
        world.Ghl.Written.Add(new("g3", false, "hi", Now, "app", "u1", Channel.WhatsApp, false));
        world.Ghl.Written.Add(new("g2", true, "call", Now.AddSeconds(-1), "app", null, null, false));
        world.Ghl.Written.Add(new("g1", true, "hola", Now.AddSeconds(-2), "app", null, Channel.Sms, false));
        world.At(TimeSpan.Zero, () => Happens(world, 1, InboxEventKind.LeadMessage, null, "hola"));

        world.Run(TimeSpan.FromMinutes(1));

        world.Ghl.Sent.ShouldHaveSingleItem().Channel.ShouldBe(answeredOn);
        looks.ShouldBe(asked);
    }

    [Fact]
    public void Whom_GHL_shows_no_message_of_is_answered_all_the_same()
    {
        var world = World(new Conversation());
        world.At(TimeSpan.Zero, () => Happens(world, 1, InboxEventKind.LeadMessage, null, "hola"));

        world.Run(TimeSpan.FromMinutes(1));

        world.Ghl.Sent.ShouldHaveSingleItem().Channel.ShouldBe(Channel.WhatsApp);
    }

    [Fact]
    public void Free_times_to_offer_need_not_be_fresh()
    {
        var world = World(new Conversation { ContactRead = true, Lead = Complete });

        Write(world, "hola", until: TimeSpan.FromMinutes(1));

        world.Ghl.Fresh.ShouldBe([false]);
    }

    [Fact]
    public void Operators_who_cannot_be_told_keep_nothing_from_being_tried_again()
    {
        var world = World(new Conversation());
        var (reads, records) = (0, 0);
        world.Ghl.Refusals["contact"] = () => ++reads == 1 ? new CrmException(CrmFailure.Unauthorized, "Invalid JWT") : null;
        world.Sql.Recording = _ =>
        {
            if (++records == 1) throw new IOException("SQL is gone");
        };

        Write(world, "hola", until: TimeSpan.FromMinutes(1));

        world.Ghl.Sent.ShouldHaveSingleItem();
        world.Sql.Unhandled.ShouldBeEmpty();
    }
}
