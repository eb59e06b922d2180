using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Playbooks;
using OutletBot.Unit.Conversations;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Playbooks;

/// <summary>The conversation's rules hold whatever is sold.</summary>
public sealed class EveryPlaybookTests
{
    public static TheoryData<string> Playbooks => Samples.Playbooks;

    [Theory, MemberData(nameof(Playbooks))]
    public void What_is_missing_is_asked_one_question_a_message_in_order(string name)
    {
        var (talk, playbook) = Of(name);
        talk.Lead("Hola", Readings.Of(Intent.Greeting));

        foreach (var spec in playbook.Fields)
        {
            talk.State.Asked.ShouldBe(spec.Field);
            talk.Lead("respuesta", Gives(Samples.Of(spec)));
        }

        talk.State.Stage.ShouldBe(Stage.Offering);
        talk.Replies.ShouldAllBe(reply => reply.Count(c => c == '?') <= 1);
    }

    [Theory, MemberData(nameof(Playbooks))]
    public void What_the_crm_knows_is_never_asked(string name)
    {
        var (talk, playbook) = Of(name);
        var known = Samples.Complete(playbook);
        talk.State = new Conversation().Know(
            new Contact { Id = "c", Name = known.Name, BusinessType = known.BusinessType, Problem = known.Problem, Goal = known.Goal, MonthlyBudgetUsd = known.MonthlyBudgetUsd, Others = known.Others }, playbook.Tags);

        talk.Lead("hola", Readings.Of(Intent.Greeting));

        talk.State.Asked.ShouldBe(Field.Email);
    }

    [Theory, MemberData(nameof(Playbooks))]
    public void All_in_one_message_brings_the_times_at_once_and_a_choice_books(string name)
    {
        var (talk, playbook) = Of(name);
        talk.Lead("todo", Gives(Samples.Complete(playbook))).Lead("la segunda", Chooses(1));

        talk.State.Stage.ShouldBe(Stage.Booked);
        talk.TagsAdded.ShouldBe([playbook.Tags.Qualified, playbook.Tags.Scheduled]);
        var note = talk.Done.OfType<AddNote>().ShouldHaveSingleItem().Body;
        foreach (var spec in playbook.Fields)
            note.ShouldContain($"{spec.Label["es"]}: {talk.State.Lead[spec.Field]}");
    }

    [Theory, MemberData(nameof(Playbooks))]
    public void New_values_are_written_to_the_contact_once(string name)
    {
        var (talk, playbook) = Of(name);
        var lead = Samples.Complete(playbook);
        talk.Lead("todo", Gives(lead)).Lead("todo otra vez", Gives(lead));

        var patch = talk.Done.OfType<UpdateContact>().ShouldHaveSingleItem().Patch;
        patch.Others.ShouldBe(lead.Others);
        patch.Email.ShouldBe(lead.Email);
    }

    [Theory, MemberData(nameof(Playbooks))]
    public void A_field_asked_three_times_without_an_answer_calls_a_person(string name)
    {
        var (talk, playbook) = Of(name);
        foreach (var spec in playbook.Fields.Where(spec => spec.Required))
        {
            var tries = new Talk { Location = talk.Location, State = new Conversation { ContactRead = true, Lead = Without(playbook, spec.Field) } };
            for (var i = 0; i < 4; i++) tries.Lead("mmm", Readings.Of(Intent.Other));

            tries.Replies.Take(3).Distinct().Count().ShouldBe(3, $"{spec.Field}: {string.Join(" | ", tries.Replies)}");
            tries.TagsAdded.ShouldBe([playbook.Tags.NeedsHuman]);
        }
    }

    [Theory, MemberData(nameof(Playbooks))]
    public void Stop_is_final_and_carries_the_playbooks_tag(string name)
    {
        var (talk, playbook) = Of(name);
        talk.Lead("STOP").Lead("hola").Lead("¿cuánto cuesta?");

        talk.Done.OfType<SendReply>().Count().ShouldBe(1);
        talk.TagsAdded.ShouldBe([playbook.Tags.OptedOut]);
    }

    [Theory, MemberData(nameof(Playbooks))]
    public void Only_who_is_asked_for_a_budget_can_fall_short_of_it(string name)
    {
        var (talk, playbook) = Of(name);
        talk.Lead("100 al mes", Gives(Samples.Complete(playbook) with { MonthlyBudgetUsd = 100 }));

        talk.State.Stage.ShouldBe(playbook.Asks(Field.Budget) ? Stage.Nurture : Stage.Offering);
        talk.TagsAdded.Contains(playbook.Tags.Nurture).ShouldBe(playbook.Asks(Field.Budget));
    }

    [Theory, MemberData(nameof(Playbooks))]
    public void The_email_comes_after_a_budget_that_suffices_or_in_its_turn(string name)
    {
        var (talk, playbook) = Of(name);
        talk.State = talk.State with { Lead = Without(playbook, Field.Email) };
        talk.State.Missing(talk.Location).ShouldBe([Field.Email]);
        if (!playbook.Asks(Field.Budget)) return;

        (talk.State with { Lead = Without(playbook, Field.Email) with { MonthlyBudgetUsd = 100 } }).Missing(talk.Location).ShouldBeEmpty();
        var first = talk.Location with { Playbook = playbook with { Fields = [.. playbook.Fields.OrderBy(spec => spec.Field != Field.Email)] } };
        new Conversation().Missing(first)[^1].ShouldBe(Field.Email, "before the budget is known, all else comes first");
    }

    private static Lead Without(Playbook playbook, Field field) =>
        playbook.Fields.Where(spec => spec.Field != field).Aggregate(Lead.Unknown, (lead, spec) => lead.With(Samples.Of(spec)));

    private static (Talk Talk, Playbook Playbook) Of(string name)
    {
        var location = Samples.Location(name);
        return (new Talk { Location = location }, location.Playbook);
    }
}
