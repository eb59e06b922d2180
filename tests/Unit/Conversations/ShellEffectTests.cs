using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.Unit.Simulation;
using static OutletBot.Unit.Conversations.CalmWorld;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Conversations;

/// <summary>What becomes of effects that wait, and of those that an earlier activation began.</summary>
public sealed class ShellEffectTests
{
    private static readonly DateTimeOffset Now = new VirtualTime().GetUtcNow();

    private static readonly CrmException Unavailable = new(CrmFailure.Unavailable, "503");

    [Theory]
    [InlineData(InboxEventKind.PersonMessage, null, false)]
    [InlineData(InboxEventKind.TakeOver, null, false)]
    [InlineData(InboxEventKind.DoNotDisturb, "on", false)]
    [InlineData(InboxEventKind.TagsChanged, "vip,bot-off", false)]
    [InlineData(InboxEventKind.TagsChanged, "vip", true)]
    [InlineData(InboxEventKind.TagsChanged, null, true)]
    public void A_reply_that_waits_is_not_said_once_somebody_else_answers(InboxEventKind kind, string? detail, bool said)
    {
        var world = World(new Conversation { ContactRead = true });
        var down = true;
        world.Ghl.Refusals["send"] = () => down ? Unavailable : null;
        Deliver(world, 1, "hola");
        world.At(TimeSpan.FromSeconds(20), () => Happens(world, 2, kind, detail));
        world.At(TimeSpan.FromMinutes(2), () => down = false);

        world.Run(TimeSpan.FromMinutes(10));

        world.Ghl.Sent.Count.ShouldBe(said ? 1 : 0);
        world.Sql.Unhandled.ShouldBeEmpty();
        world.Sql.Row!.Stage.ShouldBe($"{world.Sql.Committed.Stage}");
    }

    [Fact]
    public void An_activation_stays_for_as_long_as_it_waits_for_GHL()
    {
        var world = World(new Conversation { ContactRead = true });
        var refusals = 1;
        world.Ghl.Refusals["send"] = () => refusals-- > 0 ? new CrmException(CrmFailure.RateLimited, "429") { RetryAfter = TimeSpan.FromMinutes(50) } : null;

        Write(world, "hola", until: TimeSpan.FromHours(1));

        world.Ghl.Sent.ShouldHaveSingleItem();
        world.KeptAlive.Max().TotalMinutes.ShouldBeInRange(51, 52.1);
        world.KeptAlive.Min().ShouldBe(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void What_was_done_before_a_long_wait_is_committed_before_it()
    {
        var world = World(new Conversation { ContactRead = true });
        world.Ghl.Refusals["update"] = () => Unavailable;

        Write(world, "STOP", until: TimeSpan.FromSeconds(15));

        world.Ghl.Sent.ShouldHaveSingleItem();
        world.Sql.Committed.Effects.Select(effect => effect.GetType()).ShouldBe([typeof(UpdateContact)]);
    }

    [Fact]
    public void What_an_earlier_activation_may_have_done_is_looked_up_once_its_lease_is_over()
    {
        var send = new SendReply { Id = "1-0", Since = Now, Channel = Channel.WhatsApp, Text = "¡Hola!" };
        var world = World(new Conversation { ContactRead = true, Turn = 1, Effects = [send] });
        List<DateTimeOffset> looks = [];
        world.Ghl.Refusals["messages"] = () =>
        {
            looks.Add(world.Time.GetUtcNow());
            return null;
        };
        var early = 0;
        world.At(TimeSpan.FromSeconds(1), () => early = world.Sql.Commits);
        world.Wake();

        world.Run(TimeSpan.FromMinutes(1));

        early.ShouldBe(1, "so that the earlier activation cannot renew its lease");
        (looks[0] - Now).TotalSeconds.ShouldBeInRange(2, 3);
        world.Ghl.Sent.ShouldHaveSingleItem().Text.ShouldBe("¡Hola!");
    }

    [Fact]
    public void A_person_who_writes_twice_while_a_reply_waits_at_the_gate_is_not_talked_over()
    {
        var log = new HeardLog<ConversationShell>();
        var world = new SimulatedWorld(1, new Conversation { ContactRead = true }) { Brain = new RuleBrain(), FaultRate = 0, Logger = log };
        world.Ghl.Gate = TimeSpan.FromSeconds(8);
        world.Ghl.AtTheGate = () =>
        {
            Happens(world, 2, InboxEventKind.PersonMessage, null, "Hola, soy Luis");
            Happens(world, 3, InboxEventKind.PersonMessage, null, "¿en qué te ayudo?");
        };

        Write(world, "hola", until: TimeSpan.FromMinutes(5));

        world.Ghl.Sent.ShouldBeEmpty();
        world.Sql.Unhandled.ShouldBeEmpty();
        log.Lines.ShouldNotContain(line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public void An_activation_that_is_asked_to_end_begins_nothing_more()
    {
        var world = World(new Conversation { ContactRead = true });
        world.Ghl.Gate = TimeSpan.FromSeconds(1);
        world.Ghl.AtTheGate = () => world.At(TimeSpan.FromSeconds(0.5), world.End);

        Write(world, "hola", until: TimeSpan.FromMinutes(1));

        world.Ghl.Sent.ShouldBeEmpty();
        world.Sql.Unhandled.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_happens_while_a_reply_waits_is_taken_in_its_own_order()
    {
        var world = World(new Conversation { ContactRead = true });
        world.Ghl.Refusals["send"] = () => Unavailable;
        Deliver(world, 1, "hola");
        world.At(TimeSpan.FromSeconds(20), () =>
        {
            Happens(world, 4, InboxEventKind.PersonMessage, null, "tres", secondsAgo: 1);
            Happens(world, 3, InboxEventKind.PersonMessage, null, "dos", secondsAgo: 1);
            Happens(world, 5, InboxEventKind.PersonMessage, null, "uno", secondsAgo: 3);
        });

        world.Run(TimeSpan.FromMinutes(1));

        world.Sql.Committed.History.Where(spoken => spoken.Overheard).Select(spoken => spoken.Text).ShouldBe(["uno", "dos", "tres"]);
    }

    [Fact]
    public void Each_of_two_effects_that_wait_is_tried_at_its_own_time()
    {
        var world = World(new Conversation { ContactRead = true });
        var tags = 0;
        world.Ghl.Refusals["update"] = () => new CrmException(CrmFailure.RateLimited, "429") { RetryAfter = TimeSpan.FromMinutes(10) };
        world.Ghl.Refusals["tags"] = () => ++tags == 1 ? Unavailable : null;

        Write(world, "STOP", until: TimeSpan.FromMinutes(1));

        world.Ghl.Tags.ShouldBe([Tags.OptedOut]);
    }

    [Fact]
    public void Somebody_who_interrupts_while_GHL_is_down_costs_one_commit()
    {
        var world = World(new Conversation { ContactRead = true });
        world.Ghl.Refusals["tags"] = () => Unavailable;
        world.Ghl.Refusals["update"] = () => Unavailable;
        Deliver(world, 1, "STOP");
        world.Run(TimeSpan.FromSeconds(20));
        var before = world.Sql.Commits;
        Happens(world, 2, InboxEventKind.PersonMessage, null, "Hola, soy Luis");

        world.Run(TimeSpan.FromSeconds(21));

        world.Sql.Commits.ShouldBeInRange(before + 1, before + 3);
    }

    [Fact]
    public void A_reply_whose_fate_is_unknown_twice_is_looked_for_both_times()
    {
        var world = World(new Conversation { ContactRead = true });
        var tries = 0;
        world.Ghl.Refusals["send"] = () =>
        {
            if (++tries > 2) return null;
            if (tries == 2) world.Ghl.Sent.Add(new("g9", false, world.Sql.Committed.Effects.OfType<SendReply>().Single().Text, world.Time.GetUtcNow(), "api", null, Channel.WhatsApp, false));
            return new CrmException(CrmFailure.Unavailable, "reset") { OutcomeUnknown = true };
        };

        Write(world, "hola", until: TimeSpan.FromMinutes(2));

        tries.ShouldBe(2);
        world.Ghl.Sent.ShouldHaveSingleItem();
        world.Sql.Committed.SentIds.ShouldBe(["g9"]);
    }

    [Fact]
    public void A_ticket_is_good_while_its_effect_is_under_way_and_no_longer()
    {
        var world = World(new Conversation { ContactRead = true });
        string? ticket = null;
        List<TimeSpan?> proved = [];
        world.Ghl.Refusals["send"] = () =>
        {
            ticket = ((ConversationShell.EffectClearance)world.Ghl.Clearances[^1]).Ticket;
            Ask(ticket!);
            Ask("another");
            return null;
        };
        world.At(TimeSpan.FromSeconds(30), () => Ask(ticket!));

        Write(world, "hola", until: TimeSpan.FromMinutes(1));

        proved.Count.ShouldBe(3);
        proved[0].ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromMilliseconds(1), ConversationShell.Lease);
        (proved[1], proved[2]).ShouldBe((null, null));

        void Ask(string asked) => world.Everybody.Post(() => _ = AskAsync(asked));

        async Task AskAsync(string asked) => proved.Add(await world.ProveAsync(asked));
    }
}
