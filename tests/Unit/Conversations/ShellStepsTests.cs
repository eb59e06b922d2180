using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.ReadModel;
using OutletBot.Unit.Simulation;
using static OutletBot.Unit.Conversations.CalmWorld;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Conversations;

/// <summary>What the shell reads in GHL, commits, records and waits for, step by step.</summary>
public sealed class ShellStepsTests
{
    private static readonly DateTimeOffset Now = new VirtualTime().GetUtcNow();

    private static readonly Lead Complete = new() { Name = "Ana", BusinessType = "b", Problem = "p", Goal = "g", MonthlyBudgetUsd = 500, Email = "ana@example.com" };

    private static readonly CrmException Unavailable = new(CrmFailure.Unavailable, "503");

    [Fact]
    public void A_message_that_comes_again_while_its_answer_waits_stays_in_the_inbox()
    {
        var world = World(new Conversation { ContactRead = true });
        var down = true;
        world.Ghl.Refusals["send"] = () => down ? Unavailable : null;
        Deliver(world, 1, "hola");
        world.At(TimeSpan.FromSeconds(20), () => world.Deliver(world.Sql.Unhandled.Single()));
        var waiting = 0;
        world.At(TimeSpan.FromMinutes(2), () => (waiting, down) = (world.Sql.Unhandled.Count, false));

        world.Run(TimeSpan.FromMinutes(10));

        waiting.ShouldBe(1, "after a crash it has the conversation woken");
        world.Sql.Unhandled.ShouldBeEmpty();
        world.Ghl.Sent.ShouldHaveSingleItem();
    }

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
    public void A_turn_is_committed_when_it_is_decided_and_when_all_of_it_is_done()
    {
        var world = World(new Conversation { ContactRead = true, Lead = Complete, Stage = Stage.Offering, OfferCount = 1, Offer = [Now.AddDays(1)] });

        Write(world, "STOP");

        world.Ghl.Tags.ShouldBe([Tags.OptedOut]);
        world.Ghl.Patches.ShouldHaveSingleItem().DoNotDisturb.ShouldBe(true);
        world.Sql.Commits.ShouldBe(2);
    }

    [Fact]
    public void The_read_model_shows_what_is_known()
    {
        var start = new Conversation { ContactRead = true, Lead = Complete, Stage = Stage.Booked, Appointment = new("a0", Now.AddHours(9)), Language = "en", Turn = 4, InputTokens = 5, OutputTokens = 7, CostUsd = 0.5m, NeedsHuman = "why" };
        var world = World(start);

        Write(world, "thanks", until: TimeSpan.FromMinutes(1));

        var row = world.Sql.Row.ShouldNotBeNull();
        (row.LocationId, row.ContactId, row.Turn, row.Stage, row.Language).ShouldBe(("loc", "ana", world.Sql.Committed.Turn, "Booked", "en"));
        (row.LeadName, row.MonthlyBudgetUsd, row.AppointmentAt).ShouldBe(("Ana", 500m, Now.AddHours(9)));
        (row.InputTokens, row.OutputTokens, row.CostUsd, row.NeedsHuman).ShouldBe((5, 7, 0.5m, "why"));
        (row.FollowUpAt, row.FollowUpKind).ShouldBe((Now.AddHours(8), "Reminder"));
        row.UpdatedAt.ShouldBe(world.Sql.Committed.UpdatedAt);
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
    public void What_is_left_to_record_is_recorded_when_the_conversation_comes_up()
    {
        var row = new MessageRow { MessageId = "m0", Author = Author.Lead, Text = "hola", At = Now };
        var world = World(new Conversation { ContactRead = true, Turn = 1, Unrecorded = [row] });
        world.ComeUp();

        world.Run(TimeSpan.FromMinutes(1));

        world.Sql.Transcript.ShouldBe([row]);
    }

    [Fact]
    public void The_wake_up_is_set_before_the_inbox_forgets_the_message()
    {
        var world = World(new Conversation { ContactRead = true });
        List<int> set = [];
        world.Sql.Recording = _ => set.Add(world.Sql.WakeUpsSet);

        Write(world, "hola", until: TimeSpan.FromMinutes(1));

        set.ShouldBe([1]);
    }

    [Fact]
    public void A_step_that_fails_is_tried_four_times_before_another_activation_tries()
    {
        var world = World(new Conversation { ContactRead = true });
        var tries = 0;
        world.Sql.Recording = _ => throw new IOException($"SQL is gone {++tries}");

        Write(world, "hola", until: TimeSpan.FromMinutes(5));

        tries.ShouldBe(4);
        world.Log.ShouldContain(line => line.EndsWith("gives up", StringComparison.Ordinal));
        world.Ghl.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_no_activation_can_do_in_GHL_is_seen_by_operators_though_nobody_writes()
    {
        var send = new SendReply { Id = "1-0", Since = Now, Channel = Channel.WhatsApp, Text = "¡Hola!" };
        var world = World(new Conversation { ContactRead = true, Turn = 1, Effects = [send] });
        world.Ghl.Refusals["messages"] = () => throw new InvalidOperationException("half an emoji");
        world.ComeUp();

        world.Run(TimeSpan.FromMinutes(5));

        world.Sql.Row.ShouldNotBeNull().NeedsHuman.ShouldBe("A message cannot be answered now: InvalidOperationException");
        world.Sql.Committed.Effects.ShouldBe([send]);
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

    [Fact]
    public void What_follows_from_a_booking_is_committed_before_it_is_done()
    {
        var world = World(new Conversation { ContactRead = true, Lead = Complete with { Email = null }, Stage = Stage.Offering, OfferCount = 1, Offer = [Now.AddDays(1)] });
        List<bool> committed = [];
        world.Ghl.Refusals["update"] = () => Unavailable;
        world.Ghl.Refusals["send"] = () =>
        {
            committed.Add(world.Sql.Committed.Effects.Any(effect => effect is SendReply));
            return null;
        };

        Write(world, "la 1, mi correo es ana@example.com", until: TimeSpan.FromMinutes(1));

        world.Ghl.Appointments.ShouldHaveSingleItem();
        committed.ShouldBe([true]);
    }

    [Fact]
    public void What_is_marked_as_handled_late_is_marked_once()
    {
        var world = World(new Conversation { ContactRead = true });
        Write(world, "hola", until: TimeSpan.FromMinutes(1));
        var records = 0;
        world.Sql.Recording = _ => records++;
        Write(world, "hola", until: TimeSpan.FromMinutes(2));
        records.ShouldBe(1);

        Deliver(world, 2, "soy Ana");
        world.Run(TimeSpan.FromMinutes(3));

        records.ShouldBe(2);
    }

    [Fact]
    public void A_tag_that_concerns_nobody_ends_no_quiet_period()
    {
        var world = World(new Conversation { ContactRead = true });
        Deliver(world, 1, "hola");
        world.At(TimeSpan.FromSeconds(1), () => Happens(world, 2, InboxEventKind.TagsChanged, "vip"));

        world.Run(TimeSpan.FromMinutes(5));

        (world.Ghl.Sent.ShouldHaveSingleItem().At - Now).TotalSeconds.ShouldBeInRange(3, 6);
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
    public void Fragments_are_read_in_the_order_in_which_they_were_written()
    {
        var world = World(new Conversation { ContactRead = true });
        world.At(TimeSpan.FromSeconds(10), () =>
        {
            Happens(world, 3, InboxEventKind.LeadMessage, null, "tres", secondsAgo: 1);
            Happens(world, 2, InboxEventKind.LeadMessage, null, "dos", secondsAgo: 1);
            Happens(world, 4, InboxEventKind.LeadMessage, null, "uno", secondsAgo: 3);
        });

        world.Run(TimeSpan.FromMinutes(1));

        world.Sql.Committed.History[0].Text.ShouldBe("uno\ndos\ntres");
    }

    [Fact]
    public void A_lead_who_writes_on_while_a_model_thinks_is_answered_after_five_new_beginnings()
    {
        var brain = new SlowBrain { Takes = TimeSpan.FromSeconds(4) };
        var world = new SimulatedWorld(1, new Conversation { ContactRead = true }) { Brain = brain, FaultRate = 0 };
        brain.Time = world.Time;
        for (var n = 1; n <= 40; n++)
        {
            var number = n;
            world.At(TimeSpan.FromSeconds(3.5 * n), () => Deliver(world, number, $"y otra cosa {number}"));
        }

        world.Run(TimeSpan.FromSeconds(139));

        world.Ghl.Sent.ShouldNotBeEmpty("they still write");
        brain.Thoughts.Count(thought => thought.Text.Split('\n')[0] == "y otra cosa 1").ShouldBe(6);
    }

    [Fact]
    public void A_lead_who_writes_on_while_a_model_thinks_is_waited_for_and_the_next_turn_may_ask_it_again()
    {
        var brain = new SlowBrain { Takes = TimeSpan.FromSeconds(5) };
        var world = new SimulatedWorld(1, new Conversation { ContactRead = true }) { Brain = brain, FaultRate = 0 };
        brain.Time = world.Time;
        Deliver(world, 1, "hola");
        world.At(TimeSpan.FromSeconds(4), () => Deliver(world, 2, "me llamo Ana"));
        world.At(TimeSpan.FromSeconds(6), () => Deliver(world, 3, "y tengo una panadería"));
        world.At(TimeSpan.FromSeconds(60), () => Deliver(world, 4, "¿siguen ahí?"));

        world.Run(TimeSpan.FromMinutes(2));

        brain.Thoughts.Select(thought => (thought.Text.Split('\n').Length, thought.Interrupted)).ShouldBe([(1, false), (3, true), (1, false)]);
        brain.BrokenOff.ShouldBe(1);
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

    /// <summary>Thinks as the rules do, but takes its time.</summary>
    private sealed class SlowBrain : IBrain
    {
        public List<Thought> Thoughts { get; } = [];

        public int BrokenOff { get; private set; }

        public TimeSpan Takes { get; init; }

        public TimeProvider Time { get; set; } = TimeProvider.System;

        public async Task<Proposal> ThinkAsync(Thought thought, CancellationToken cancellation)
        {
            Thoughts.Add(thought);
            await using var told = cancellation.Register(() => BrokenOff++);
            await Task.Delay(Takes, Time, cancellation);
            return await new RuleBrain().ThinkAsync(thought, cancellation);
        }
    }
}
