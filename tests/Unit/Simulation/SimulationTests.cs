using System.Collections.Immutable;
using OutletBot.Conversations;
using OutletBot.Inbox;

namespace OutletBot.Unit.Simulation;

/// <summary>
/// Thousands of histories of one conversation, each decided by its seed: duplicates, reordering, failures of SQL, GHL and the
/// brain, processes that die or hang at any await. Run more of them with OUTLETBOT_SEEDS=100000, one alone with OUTLETBOT_SEED=n.
/// </summary>
public sealed class SimulationTests
{
    private const int SeedsInCi = 10_000;

    [Fact]
    public void Whatever_fails_each_acked_message_is_answered_exactly_once()
    {
        foreach (var seed in Seeds.UpTo(SeedsInCi))
        {
            var world = new SimulatedWorld(seed, new Conversation
            {
                ContactRead = true,
                Stage = Stage.Booked,
                Appointment = new BookedAppointment("a0", new DateTimeOffset(2026, 12, 24, 15, 0, 0, TimeSpan.Zero)),
            });
            var messages = Play(world, _ => "");

            foreach (var message in messages)
                world.Ghl.Sent.Count(s => $"{s.Text} ".Contains($" {message.Text} ", StringComparison.Ordinal)).ShouldBe(1, Failure(seed, world, $"answers to {message.Text}"));
            world.Sql.Committed.NeedsHuman.ShouldBeNull(Failure(seed, world, "operators"));
            world.Sql.Row!.NeedsHuman.ShouldBeNull(Failure(seed, world, "operators' queue"));
            world.Sql.Unhandled.ShouldBeEmpty(Failure(seed, world, "unhandled"));
            world.Sql.Transcript.Count.ShouldBe(messages.Count + world.Ghl.Sent.Count, Failure(seed, world, "transcript"));
        }
    }

    [Fact]
    public void Whatever_fails_one_choice_books_one_appointment_with_one_confirmation_and_one_note()
    {
        foreach (var seed in Seeds.UpTo(SeedsInCi))
        {
            var world = new SimulatedWorld(seed, new Conversation
            {
                ContactRead = true,
                Stage = Stage.Offering,
                OfferCount = 1,
                Lead = new Lead { Name = "Ana", Problem = "p", Goal = "g", MonthlyBudgetUsd = 500, Email = "ana@example.com" },
                AskCounts = ImmutableDictionary<Field, int>.Empty.Add(Field.BusinessType, 1),
                Offer = [new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(-6))],
            });
            var messages = Play(world, n => n == 1 ? " elijo" : "");

            world.Ghl.Appointments.Count.ShouldBe(1, Failure(seed, world, "appointments"));
            world.Ghl.Sent.Count(s => s.Text.Contains("quedó para", StringComparison.Ordinal)).ShouldBe(1, Failure(seed, world, "confirmations"));
            world.Ghl.Notes.Count.ShouldBe(1, Failure(seed, world, "notes"));
            world.Sql.Unhandled.ShouldBeEmpty(Failure(seed, world, "unhandled"));
            world.Sql.Transcript.Count.ShouldBe(messages.Count + world.Ghl.Sent.Count, Failure(seed, world, "transcript"));
        }
    }

    /// <summary>A lead writes a few messages; deliveries repeat and overtake each other; processes come and go.</summary>
    private static List<InboxEvent> Play(SimulatedWorld world, Func<int, string> suffix)
    {
        List<InboxEvent> messages = [];
        var when = TimeSpan.Zero;
        for (var n = 1; n <= world.Random.Next(2, 6); n++)
        {
            when += world.Happens(0.5) ? world.Between(0.2, 3) : world.Between(5, 40);
            var message = new InboxEvent
            {
                Id = n,
                Kind = InboxEventKind.LeadMessage,
                Conversation = SimulatedWorld.Id,
                MessageId = $"m{n}",
                HasProviderId = true,
                Text = $"m{n}{suffix(n)}",
                SentAt = world.Time.GetUtcNow() + when,
                ReceivedAt = world.Time.GetUtcNow() + when,
            };
            messages.Add(message);
            world.At(when, () =>
            {
                world.Sql.Insert(message);
                if (world.Happens(0.85)) world.Deliver(message);
                if (world.Happens(0.2)) world.At(world.Between(0, 5), () => world.Deliver(message));
            });
        }

        for (var n = world.Random.Next(4); n > 0; n--) world.At(world.Between(0, 60), world.LoseTheProcess);
        for (var sweep = 1; sweep <= 120; sweep++)
        {
            world.At(TimeSpan.FromSeconds(5 * sweep), () =>
            {
                foreach (var e in world.Sql.Unhandled.ToArray()) world.Deliver(e);
            });
        }

        // The world heals, so that whatever can be finished is.
        world.At(TimeSpan.FromSeconds(120), () => world.FaultRate = 0);
        world.Run(TimeSpan.FromSeconds(900));
        return messages;
    }

    private static string Failure(int seed, SimulatedWorld world, string what) =>
        $"{what}; replay with OUTLETBOT_SEED={seed}\n{string.Join('\n', world.Log)}";
}
