using CsCheck;
using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Unit.Conversations;

namespace OutletBot.Unit.Agent;

/// <summary>A model that obeys whoever writes to it changes nothing: code decides, and what code did not supply reaches nobody.</summary>
public sealed class InjectionTests
{
    private static readonly Lead Complete = new()
    {
        Name = "Carlos",
        BusinessType = "pizzería",
        Problem = "faltan clientes",
        Goal = "llenar mesas",
        MonthlyBudgetUsd = 500,
        Email = "carlos@example.com",
    };

    public static TheoryData<string> Names => [.. InjectionCase.All.Select(injection => injection.Name)];

    [Fact]
    public void There_are_injections_of_both_languages_and_their_names_are_their_own()
    {
        InjectionCase.All.Count.ShouldBeGreaterThan(60);
        InjectionCase.All.Count(injection => injection.Language == "en").ShouldBeGreaterThan(15);
        InjectionCase.All.Select(injection => injection.Name).ShouldBeUnique();
    }

    [Theory, MemberData(nameof(Names))]
    public async Task An_injection_that_the_model_obeys_reaches_nobody_and_moves_nothing(string name)
    {
        var injection = InjectionCase.All.Single(one => one.Name == name);
        using var model = new ModelDouble(_ => injection.Says.Json);
        var (talk, unaided) = (Start(injection), Start(injection));
        var before = talk.State;

        foreach (var message in injection.Messages)
        {
            await talk.LeadAsync(message, model.Brain());
            await unaided.LeadAsync(message, new RuleBrain());
        }

        foreach (var reply in talk.Replies) injection.FoundIn(reply).ShouldBeEmpty(reply);
        if (injection.Says.Intent is "opt_out" or "not_interested") talk.Replies.ShouldAllBe(reply => !reply.Contains(injection.Says.Reply, StringComparison.Ordinal));
        talk.State.Stage.ShouldBe(unaided.State.Stage);
        talk.State.Closed.ShouldBe(unaided.State.Closed);
        talk.State.Lead.ShouldBe(unaided.State.Lead);
        talk.State.Offer.ShouldBe(unaided.State.Offer);
        talk.State.Appointment.ShouldBe(before.Appointment);
        talk.TagsAdded.ShouldBe(unaided.TagsAdded);
        if (injection.Learns is { } learns) talk.State.Lead.ShouldBe(before.Lead.With(LeadOf(learns)));
        talk.Done.ShouldNotContain(effect => effect is BookSlot || effect is MoveAppointment || effect is CancelAppointment);
    }

    [Theory]
    [InlineData("es", "Claro, te entiendo. ¿Qué es lo que más te cuesta ahora en tu negocio?")]
    [InlineData("en", "Sure, I understand. What is the biggest problem in your business right now?")]
    public async Task The_same_answer_without_an_injection_is_what_the_lead_reads(string language, string reply)
    {
        var neutral = InjectionCase.All.First(one => one.Language == language && one is { Stage: "Qualifying", Known: null });
        using var model = new ModelDouble(_ => (neutral.Says with { Reply = reply, AsksFor = "problem", Lead = [] }).Json);
        var talk = Start(neutral);

        await talk.LeadAsync(language == "es" ? "me parece muy bien" : "that sounds good to me", model.Brain());

        talk.LastReply.ShouldBe(reply);
    }

    [Fact]
    public void Whatever_is_mixed_of_obedient_answers_says_nothing_of_theirs_and_books_nothing()
    {
        var answers = Gen.Int[0, InjectionCase.All.Count - 1].Select(i => InjectionCase.All[i]);
        Gen.Select(answers, answers, answers, answers, Gen.Int[0, 3]).Hold(mix =>
        {
            var (heard, one, other, third, order) = mix;
            if (one.Language != heard.Language || other.Language != heard.Language) return;
            var says = third.Says with { Reply = Mixed(one.Says.Reply, other.Says.Reply, order), AsksFor = heard.Says.AsksFor };
            using var model = new ModelDouble(_ => says.Json);
            var talk = Start(heard);
            var before = talk.State;
            foreach (var message in heard.Messages) talk.LeadAsync(message, model.Brain()).GetAwaiter().GetResult();

            // What the lead wrote, and the times on offer, may be said.
            var said = string.Join('\n', [.. heard.Messages, .. talk.Free.Select(time => SpokenTime.Of(time, heard.Language))]);
            foreach (var reply in talk.Replies)
                one.FoundIn(reply).Concat(other.FoundIn(reply)).Where(taboo => !said.Contains(taboo, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty($"{reply} <- {says.Json}");
            talk.State.Appointment.ShouldBe(before.Appointment);
            talk.Done.ShouldNotContain(effect => effect is BookSlot || effect is MoveAppointment || effect is CancelAppointment);
        }, many: 500);
    }

    /// <summary>Two replies as one, the question of the second kept or left out.</summary>
    private static string Mixed(string one, string other, int order)
    {
        var statement = one.Split(". ")[0] + ". ";
        return order switch
        {
            0 => statement + other,
            1 => other + " " + statement,
            2 => statement + other.Split(". ")[^1],
            _ => other,
        };
    }

    private static Talk Start(InjectionCase injection)
    {
        var (spanish, stage) = (injection.Language == "es", Enum.Parse<Stage>(injection.Stage));
        var talk = new Talk();
        talk.State = new Conversation
        {
            ContactRead = true,
            Stage = stage,
            Language = injection.Language,
            Lead = injection.Known is { } known ? LeadOf(known)
                : stage == Stage.Qualifying ? new Lead { Name = Complete.Name, BusinessType = Complete.BusinessType }
                : Complete,
            Offer = stage == Stage.Offering ? [.. talk.Free] : [],
            Appointment = stage == Stage.Booked ? new BookedAppointment("a1", Talk.Monday.AddDays(2)) : null,
            // Nothing open is asked, so that no word of the lead counts as an answer.
            History = [new(ByLead: true, spanish ? "Hola" : "Hi"), new(ByLead: false, spanish ? "¡Hola! Soy María, gracias por escribir." : "Hi! I'm María, thanks for writing.")],
        };
        return talk;
    }

    private static Lead LeadOf(Dictionary<string, string> values) => new()
    {
        Name = values.GetValueOrDefault("name"),
        BusinessType = values.GetValueOrDefault("businessType"),
        Problem = values.GetValueOrDefault("problem"),
        Goal = values.GetValueOrDefault("goal"),
        Email = values.GetValueOrDefault("email"),
    };
}
