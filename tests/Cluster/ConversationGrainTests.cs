using System.Diagnostics;
using Orleans.Core.Internal;
using OutletBot.Conversations;
using OutletBot.Inbox;

namespace OutletBot.Cluster;

public sealed class ConversationGrainTests(BotCluster bot) : IClassFixture<BotCluster>
{
    [Fact]
    public async Task Fifty_conversations_at_once_do_not_mix()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            var contact = $"many-{i}";
            foreach (var text in new[] { "Hola", $"soy {Name(i)}, tengo un taller", $"me faltan clientes del barrio {Name(i)}", "vender más", $"unos {1000 + i} al mes", $"{Name(i)}@example.com" })
                await bot.SayAsync(contact, text);
        }));

        for (var i = 0; i < 50; i++)
        {
            var contact = bot.Ghl.Of($"many-{i}");
            contact.Fields.Name.ShouldBe(Name(i));
            contact.Fields.MonthlyBudgetUsd.ShouldBe(1000 + i);
            contact.Fields.Email.ShouldBe($"{Name(i)}@example.com", StringCompareShould.IgnoreCase);
            contact.Fields.Problem!.ShouldContain(Name(i), Case.Insensitive);
            contact.Sent.Count.ShouldBe(6);
            var others = Enumerable.Range(0, 50).Where(other => other != i).Select(Name).ToList();
            foreach (var said in contact.Sent) others.ShouldNotContain(name => said.Contains(name, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task An_event_delivered_twice_is_handled_once()
    {
        var written = bot.Written("twice", "Hola");
        await Task.WhenAll(bot.Grains.DeliverAsync(written), bot.Silos[0].DeliverAsync(written), bot.Silos[1].DeliverAsync(written));
        await bot.Log.HandledAsync(written.Id);
        await bot.Grains.DeliverAsync(written);
        await bot.SayAsync("twice", "soy Ana");
        bot.Ghl.Of("twice").Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_that_arrives_while_the_brain_thinks_is_answered_together_with_the_first()
    {
        var release = new TaskCompletionSource();
        bot.Brain.Before = text => text == "primero" ? release.Task : Task.CompletedTask;
        var first = bot.Written("restart", "primero");
        await bot.Grains.DeliverAsync(first);
        await bot.Brain.Waits.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        var second = bot.Written("restart", "soy Ana");
        await bot.Grains.DeliverAsync(second);
        await bot.Log.HandledAsync(first.Id);
        await bot.Log.HandledAsync(second.Id);
        release.SetResult();
        bot.Ghl.Of("restart").Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Idle_collection_does_not_end_a_running_turn()
    {
        var release = new TaskCompletionSource();
        bot.Brain.Before = text => text == "espera" ? release.Task : Task.CompletedTask;
        var busy = bot.Grains.GetGrain<IConversationGrain>("loc/busy");
        var thoughts = bot.Brain.Thoughts;
        var written = bot.Written("busy", "espera");
        await bot.Grains.DeliverAsync(written);

        // Another grain, with nothing to do, shows that collection has been at work.
        await bot.Calendar("witness").FreeTimesAsync(fresh: false);
        await bot.CollectedAsync(bot.Calendar("witness").GetGrainId());
        (await bot.IsActiveAsync(busy.GetGrainId())).ShouldBeTrue();
        release.SetResult();
        await bot.Log.HandledAsync(written.Id);
        bot.Brain.Thoughts.ShouldBe(thoughts + 1);

    }

    [Fact]
    public async Task A_deactivated_conversation_goes_on_from_storage()
    {
        await bot.SayAsync("idle", "Hola, soy Ana");
        var grain = bot.Grains.GetGrain<IConversationGrain>("loc/idle");
        await grain.AsReference<IGrainManagementExtension>().DeactivateOnIdle(TestContext.Current.CancellationToken);
        await bot.CollectedAsync(grain.GetGrainId());

        await bot.SayAsync("idle", "tengo un taller");
        bot.Ghl.Of("idle").Sent.Count.ShouldBe(2);
        bot.Log.Turns.Last(turn => turn.Conversation.ContactId == "idle").Conversation.LeadName.ShouldBe("Ana");
    }

    [Fact]
    public async Task One_trace_leads_from_the_webhook_through_the_turn_to_the_call_of_GHL()
    {
        var turns = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("OutletBot", StringComparison.Ordinal),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (turns) turns.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var webhook = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);

        var written = bot.Written("traced", "Hola", $"00-{webhook.TraceId}-{webhook.SpanId}-01");
        await bot.Grains.DeliverAsync(written);
        await bot.Log.HandledAsync(written.Id);

        lock (turns)
        {
            var turn = turns.Where(activity => activity.TraceId == webhook.TraceId && activity.OperationName == "turn").ShouldHaveSingleItem();
            turn.ParentSpanId.ShouldBe(webhook.SpanId);
            turns.ShouldContain(activity => activity.ParentSpanId == turn.SpanId && activity.OperationName == "SendReply");
        }

        bot.Ghl.Traces.ShouldContain(webhook.TraceId);
    }

    // Names of letters alone, none of which is part of another.
    private static string Name(int i) => $"{(char)('B' + (i / 10))}{"aeiou"[i % 5]}{"lmnrs"[i % 10 / 2]}{"aeiou"[i / 10]}{"ndrst"[i % 10 / 2]}{"aeiou"[i % 5]}x";
}
