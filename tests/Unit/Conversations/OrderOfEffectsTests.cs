using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.Unit.Simulation;
using static OutletBot.Unit.Conversations.CalmWorld;

namespace OutletBot.Unit.Conversations;

/// <summary>What waits for GHL, and what must not come before it meanwhile.</summary>
public sealed class OrderOfEffectsTests
{
    private static readonly CrmException Unavailable = new(CrmFailure.Unavailable, "503");

    [Fact]
    public void A_budget_that_is_put_right_is_not_overwritten_by_the_one_that_waited()
    {
        var world = World(new Conversation { ContactRead = true, Asked = Field.Budget, Lead = new Lead { Name = "Ana", Problem = "p", Goal = "g" } });
        var down = true;
        world.Ghl.Refusals["update"] = () => down ? Unavailable : null;
        Deliver(world, 1, "unos 300 al mes");
        world.At(TimeSpan.FromSeconds(35), () => Deliver(world, 2, "no, espera, son 500"));
        world.At(TimeSpan.FromSeconds(37), () => down = false);

        world.Run(TimeSpan.FromMinutes(10));

        world.Ghl.Patches.Select(patch => patch.MonthlyBudgetUsd).ShouldBe([300m, 500m]);
    }

    [Fact]
    public void Do_not_disturb_is_not_set_before_the_last_word_that_waits()
    {
        var world = World(new Conversation { ContactRead = true });
        var down = true;
        world.Ghl.Refusals["send"] = () => down ? Unavailable : null;
        world.Ghl.Refusals["update"] = () => down ? new CrmException(CrmFailure.Rejected, "before the last word") : null;
        world.At(TimeSpan.FromSeconds(30), () => down = false);

        Write(world, "STOP");

        world.Ghl.Sent.ShouldHaveSingleItem();
        world.Ghl.Patches.ShouldHaveSingleItem().DoNotDisturb.ShouldBe(true);
        world.Sql.Committed.NeedsHuman.ShouldBeNull();
    }

    [Fact]
    public void What_is_done_while_something_else_waits_is_committed_and_need_not_be_looked_for()
    {
        var world = World(new Conversation { ContactRead = true });
        var committed = new List<int>();
        world.Ghl.Refusals["update"] = () =>
        {
            committed.Add(world.Sql.Committed.SentIds.Count);
            return committed.Count < 3 ? Unavailable : null;
        };

        Write(world, "soy Ana");

        committed.ShouldBe([0, 1, 1]);
    }

    [Fact]
    public void A_hundred_messages_while_the_record_waits_are_each_answered_once()
    {
        var world = new SimulatedWorld(1, new Conversation
        {
            ContactRead = true,
            Stage = Stage.Booked,
            Appointment = new BookedAppointment("a0", new DateTimeOffset(2026, 12, 24, 15, 0, 0, TimeSpan.Zero)),
            Effects = [new UpdateContact { Id = "0-0", Since = new DateTimeOffset(2026, 11, 23, 15, 0, 0, TimeSpan.Zero), Patch = new ContactPatch { Name = "Ana" } }],
        })
        {
            FaultRate = 0,
        };
        world.Ghl.Refusals["update"] = () => world.Time.GetUtcNow() < new DateTimeOffset(2026, 11, 23, 18, 0, 0, TimeSpan.Zero) ? Unavailable : null;
        Deliver(world, 1, "m1");
        for (var n = 2; n <= 100; n++)
        {
            var number = n;
            world.At(TimeSpan.FromMinutes(number), () => Deliver(world, number, $"m{number}"));
        }

        for (var sweep = 1; sweep <= 800; sweep++)
        {
            world.At(TimeSpan.FromSeconds(15 * sweep), () =>
            {
                foreach (var e in world.Sql.Unhandled.ToArray()) world.Deliver(e);
            });
        }

        world.Run(TimeSpan.FromHours(4));

        world.Ghl.Sent.Select(sent => sent.Text).ShouldBe(Enumerable.Range(1, 100).Select(n => $"re: m{n}"));
        world.Sql.Unhandled.ShouldBeEmpty();
    }
}
