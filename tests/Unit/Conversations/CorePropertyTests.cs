using CsCheck;
using OutletBot.Conversations;
using OutletBot.Inbox;
using OutletBot.Unit.Playbooks;

namespace OutletBot.Unit.Conversations;

/// <summary>What holds in every conversation, whatever a lead writes and whatever a brain makes of it.</summary>
public sealed class CorePropertyTests
{
    private static readonly Gen<Lead> Fields = Gen.Select(
        OneOf<string?>(null, null, "Carlos", "Ana María"),
        OneOf<string?>(null, null, "restaurante"),
        OneOf<string?>(null, "pocos clientes"),
        OneOf<string?>(null, "crecer"),
        OneOf<decimal?>(null, null, 100m, 299.99m, 300m, 5_000m),
        OneOf<string?>(null, "ana@example.com"),
        OneOf(FieldValues.None, FieldValues.None, Others("Cleaning", null), Others(null, "Cigna"), Others("una guarda", "No insurance")),
        (name, business, problem, goal, budget, email, others) => new Lead
        {
            Name = name,
            BusinessType = business,
            Problem = problem,
            Goal = goal,
            MonthlyBudgetUsd = budget,
            Email = email,
            Others = others,
        });

    private static readonly Gen<SlotReading> Slots = Gen.Select(
        Gen.Enum<SlotMatch>(),
        Gen.Int[-1, 8].Array[0, 3],
        (match, matches) => new SlotReading(match, matches, match == SlotMatch.NotOffered ? new SlotWish(new DateOnly(2026, 11, 25), new TimeOnly(16, 0)) : null));

    private static readonly Gen<Reading> AnyReading = Gen.Select(Gen.Enum<Intent>(), Fields, Slots, OneOf<Topic?>(null, null, Topic.Price, Topic.Bot, Topic.Other),
        OneOf<string?>(null, "es", "en"), OneOf<string?>(null, null, "MXN"),
        (intent, fields, slot, topic, language, currency) => new Reading
        {
            Intent = intent,
            Fields = fields,
            Slot = slot,
            Question = topic,
            Language = language,
            ForeignCurrency = currency,
        });

    private static readonly Gen<(Reading Reading, int Event)[]> Histories =
        Gen.Select(AnyReading, Gen.Int[0, 20], (reading, e) => (reading, e)).Array[1, 25];

    public static TheoryData<string> Playbooks => Samples.Playbooks;

    [Theory, MemberData(nameof(Playbooks))]
    public void Every_reply_asks_at_most_one_question_and_is_short(string playbook) => Play(playbook, talk =>
    {
        foreach (var reply in talk.Replies)
        {
            reply.Count(c => c == '?').ShouldBeLessThanOrEqualTo(1, reply);
            string.Join(' ', reply.Split('\n').Where(line => !char.IsAsciiDigit(line.FirstOrDefault('x')))).Length.ShouldBeLessThanOrEqualTo(500, reply);
            reply.ShouldNotContain("{");
        }
    });

    [Theory, MemberData(nameof(Playbooks))]
    public void Only_a_time_that_was_on_offer_is_ever_booked(string playbook) => Play(playbook, talk =>
    {
        foreach (var start in talk.Done.OfType<BookSlot>().Select(b => b.Start).Concat(talk.Done.OfType<MoveAppointment>().Select(m => m.Start)))
            talk.Replies.ShouldContain(r => r.Contains(LocalTimes.Write(start, "es"), StringComparison.Ordinal) || r.Contains(LocalTimes.Write(start, "en"), StringComparison.Ordinal));
    });

    [Theory, MemberData(nameof(Playbooks))]
    public void Nothing_is_booked_before_all_that_a_booking_needs_is_known_and_the_budget_suffices(string playbook) => Play(playbook, talk =>
    {
        if (!talk.Done.OfType<BookSlot>().Any()) return;
        talk.Location.Playbook.Fields.Where(spec => spec.Required && !talk.State.Lead.Has(spec.Field)).ShouldBeEmpty();
    });

    [Theory, MemberData(nameof(Playbooks))]
    public void Nobody_is_nursed_where_no_budget_is_asked(string playbook) => Play(playbook, talk =>
    {
        if (talk.Location.BudgetGate is null) talk.TagsAdded.ShouldNotContain(talk.Location.Playbook.Tags.Nurture);
    });

    [Theory, MemberData(nameof(Playbooks))]
    public void What_is_known_is_never_asked(string playbook) => Play(playbook, talk =>
    {
        if (talk.State.Asked is { } asked) talk.State.Lead.Has(asked).ShouldBeFalse(asked.Key);
    });

    [Theory, MemberData(nameof(Playbooks))]
    public void After_an_opt_out_nothing_is_sent_until_the_lead_asks_for_it(string playbook)
    {
        var location = Samples.Location(playbook);
        Histories.Hold(history =>
        {
            var talk = new Talk { Location = location };
            talk.Lead("x", Readings.Of(Intent.OptOut));
            var sent = talk.Done.OfType<SendReply>().Count();
            foreach (var (reading, _) in history.Where(h => h.Reading.Intent != Intent.OptIn)) talk.Lead("x", reading);
            talk.Done.OfType<SendReply>().Count().ShouldBe(sent);
        }, many: 2_000);
    }

    [Theory, MemberData(nameof(Playbooks))]
    public void The_stored_conversation_stays_small(string playbook) => Play(playbook, talk =>
        System.Text.Json.JsonSerializer.Serialize(talk.State with { Unrecorded = [] }).Length.ShouldBeLessThan(10_000));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static FieldValues Others(string? treatment, string? insurance) =>
        FieldValues.None.With(DentalClinic.Treatment, treatment).With(DentalClinic.Insurance, insurance);

    private static void Play(string playbook, Action<Talk> holds)
    {
        var location = Samples.Location(playbook);
        Histories.Hold(history => Play(history, new Talk { Location = location }, holds), many: 2_000);
    }

    private static void Play((Reading Reading, int Event)[] history, Talk talk, Action<Talk> holds)
    {
        foreach (var (reading, e) in history)
        {
            if (e == 0) talk.Happens(InboxEventKind.TakeOver, "ana");
            if (e is 1 or 2) talk.Happens(InboxEventKind.Release);
            if (e == 3) talk.Happens(InboxEventKind.PersonMessage, text: "yo sigo");
            talk.Lead(new string('x', (e + 1) * 40), reading);
        }

        holds(talk);
    }
}
