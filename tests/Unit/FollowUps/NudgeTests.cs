using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.FollowUps;
using OutletBot.Inbox;
using OutletBot.Unit.Conversations;
using OutletBot.Unit.Playbooks;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.FollowUps;

public sealed class NudgeTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static TheoryData<string> Playbooks => Samples.Playbooks;

    [Fact]
    public void A_silent_lead_is_asked_again_after_two_hours_and_after_twenty_and_then_left_alone()
    {
        var talk = new Talk().Lead("hola", Of(Intent.Greeting));

        talk.Waits(2 * Hour - TimeSpan.FromMinutes(2)).Replies.Count.ShouldBe(1);
        talk.Waits(Hour).Replies.Count.ShouldBe(2);
        talk.LastReply.ShouldContain("nombre");
        talk.Waits(16 * Hour).Replies.Count.ShouldBe(2);
        // Twenty hours after nine in the morning is five: it waits until eight.
        talk.Waits(5 * Hour).Replies.Count.ShouldBe(3);
        talk.Waits(30 * Day).Replies.Count.ShouldBe(3);
        talk.Replies.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void An_answer_begins_the_plan_anew()
    {
        var talk = new Talk().Lead("hola", Of(Intent.Greeting)).Waits(3 * Hour).Lead("soy Ana", Gives(new Lead { Name = "Ana" }));

        talk.State.NextFollowUp(talk.Setting)!.Step.ShouldBe(0);
        talk.Waits(3 * Hour);
        talk.Replies.Count.ShouldBe(4);
        talk.LastReply.ShouldContain("Ana");
        talk.LastReply.ShouldContain("negocio");
    }

    [Theory, MemberData(nameof(Playbooks))]
    public void Each_nudge_asks_for_what_was_last_asked_in_words_that_a_yes_does_not_answer(string playbook)
    {
        foreach (var language in new[] { "es", "en" })
        {
            var location = Samples.Location(playbook);
            foreach (var spec in location.Playbook.Fields)
            {
                for (var nudges = 0; nudges < 6; nudges++)
                {
                    var talk = Silent(location, language, spec.Field);
                    talk.State = talk.State with { Nudges = nudges };
                    talk.Waits(3 * Hour);

                    talk.Replies.Count.ShouldBe(1, $"{spec.Field} {language}");
                    talk.LastReply.Count(c => c == '?').ShouldBe(1, talk.LastReply);
                    talk.LastReply.Length.ShouldBeLessThan(Phrases.LongestReply);
                    talk.LastReply.ShouldNotContain("{");
                    talk.State.Asked.ShouldBe(spec.Field);
                    talk.State.LastReply.ShouldBe(talk.LastReply);
                    var known = talk.State.Lead;
                    talk.Lead(language == "es" ? "sí" : "yes");
                    // A yes to "which insurance do you have?" tells that they have one.
                    if (spec.Options.Count == 0) talk.State.Lead.ShouldBe(known, talk.Replies[0]);
                }
            }
        }
    }

    [Fact]
    public void Times_on_offer_are_asked_about_and_fresh_ones_where_they_have_passed()
    {
        var talk = new Talk().Lead("todo", Gives(Samples.Complete(new Talk().Location.Playbook)));
        talk.State.Stage.ShouldBe(Stage.Offering);
        talk.Waits(3 * Hour).LastReply.ShouldContain("¿Cuál te queda mejor?");

        talk.State = talk.State with { Offer = [Talk.Monday.AddMinutes(30)], SilentSince = talk.Now, NudgesBehind = 0, NudgedAt = null, Nudges = 0 };
        talk.Waits(3 * Hour).LastReply.ShouldContain("¿Te busco otros?");
        talk.Lead("sí").LastReply.ShouldContain("1. ");
    }

    [Fact]
    public void A_time_that_was_proposed_is_proposed_again_and_a_yes_books_it()
    {
        var talk = new Talk().Lead("todo", Gives(Samples.Complete(new Talk().Location.Playbook))).Lead("la que sea", new Reading { Intent = Intent.ChooseSlot, Slot = new SlotReading(SlotMatch.Any, []) });
        talk.Waits(3 * Hour).LastReply.ShouldContain(LocalTimes.Write(talk.State.Proposed!.Value, "es"));
        talk.Lead("sí");
        talk.Done.OfType<BookSlot>().ShouldHaveSingleItem();
    }

    [Fact]
    public void What_is_due_at_night_waits_for_the_morning()
    {
        var talk = new Talk { Now = Talk.Monday.AddHours(11) }.Lead("hola", Of(Intent.Greeting));

        var next = talk.State.NextFollowUp(talk.Setting)!;

        next.At.ShouldBeInRange(Talk.Monday.AddDays(1).AddHours(-1), Talk.Monday.AddDays(1).AddHours(-1).AddMinutes(10));
    }

    [Fact]
    public void Leads_who_wait_for_the_same_morning_are_not_written_to_in_the_same_minute() => Enumerable.Range(0, 60)
        .Select(minute => new Talk { Now = Talk.Monday.AddHours(12).AddMinutes(minute) }.Lead("hola", Of(Intent.Greeting)))
        .GroupBy(talk => talk.State.NextFollowUp(talk.Setting)!.At.Minute).Max(same => same.Count()).ShouldBeLessThan(15);

    [Fact]
    public void What_could_not_be_said_for_hours_is_left_out_and_the_next_step_is_waited_for()
    {
        var talk = new Talk().Lead("hola", Of(Intent.Greeting));
        talk.Now = talk.Now.AddHours(6);

        var next = talk.State.NextFollowUp(talk.Setting)!;

        next.Step.ShouldBe(1);
        talk.State.FollowUp(talk.Setting).ShouldBeSameAs(talk.State);
        talk.Now = talk.Now.AddDays(3);
        talk.State.NextFollowUp(talk.Setting).ShouldBeNull();
    }

    [Fact]
    public void Whatsapps_window_is_counted_from_the_leads_last_message_and_then_only_a_template_or_sms_goes_out()
    {
        var plan = new FollowUpSettings { Plan = [TimeSpan.FromHours(48)] };

        Next(plan).ShouldBeNull();
        Next(plan with { SmsOutsideWindow = true })!.Way.ShouldBe(new Way(Channel.Sms));
        Next(plan with { SmsOutsideWindow = true, TemplateWorkflowId = "wf" })!.Way.ShouldBe(new Way(Channel.WhatsApp, "wf"));
        Next(plan, Channel.Sms)!.Way.ShouldBe(new Way(Channel.Sms));
        Next(plan with { Plan = [TimeSpan.FromHours(23)] })!.Way.Channel.ShouldBe(Channel.WhatsApp);

        static FollowUp? Next(FollowUpSettings settings, Channel channel = Channel.WhatsApp)
        {
            var talk = new Talk { Location = Samples.Location("agency") with { FollowUps = settings } };
            talk.State = talk.State with { Channel = channel };
            talk.Lead("hola", Of(Intent.Greeting));
            return talk.State.NextFollowUp(talk.Setting);
        }
    }

    [Fact]
    public void Who_opted_out_is_not_nudged() => Unnudged(talk => talk.Lead("STOP", Of(Intent.OptOut)));

    [Fact]
    public void Who_is_not_interested_is_not_nudged() => Unnudged(talk => talk.Lead("no me interesa", Of(Intent.NotInterested)));

    [Fact]
    public void Whom_a_person_answers_is_not_nudged() => Unnudged(talk => talk.Happens(InboxEventKind.PersonMessage, text: "yo sigo"));

    [Fact]
    public void Who_was_given_back_is_not_nudged_before_they_write() => Unnudged(talk => talk.Happens(InboxEventKind.PersonMessage, text: "yo sigo").Happens(InboxEventKind.Release));

    [Fact]
    public void Who_has_do_not_disturb_on_is_not_nudged() => Unnudged(talk => talk.Happens(InboxEventKind.DoNotDisturb, "on"));

    [Fact]
    public void Whose_budget_is_too_small_is_not_nudged() => Unnudged(talk => talk.Lead("100", Gives(new Lead { MonthlyBudgetUsd = 100 })));

    [Fact]
    public void Who_asked_for_a_person_is_not_nudged() => Unnudged(talk => talk.Lead("una persona", Of(Intent.Human)));

    [Fact]
    public void Whoever_wants_no_nudges_configures_none() =>
        new Talk { Location = Samples.Location("agency") with { FollowUps = new() { Plan = [] } } }.Lead("hola", Of(Intent.Greeting)).Waits(Day).Replies.Count.ShouldBe(1);

    [Fact]
    public void What_ghl_shows_right_before_holds_a_nudge_back()
    {
        var talk = new Talk().Lead("hola", Of(Intent.Greeting));
        talk.Now = talk.Now.AddHours(3);
        var due = talk.State.NextFollowUp(talk.Setting)!;
        var contact = new Contact { Id = "ana" };
        talk.Sees(due, contact).NextFollowUp(talk.Setting).ShouldNotBeNull();

        talk.Sees(due, null).NextFollowUp(talk.Setting)!.Step.ShouldBe(1, "the contact cannot be read");
        talk.Sees(due, contact with { DoNotDisturb = [Channel.WhatsApp] }).NextFollowUp(talk.Setting).ShouldBeNull("do-not-disturb");
        talk.Sees(due, contact with { DoNotDisturb = [Channel.Sms] }).NextFollowUp(talk.Setting).ShouldNotBeNull("of another channel");
        talk.Sees(due, contact with { Tags = ["bot-off"] }).Stage.ShouldBe(Stage.HandedOff);
        talk.Sees(due, contact, Said(inbound: false, 100)).Stage.ShouldBe(Stage.HandedOff);
        talk.Sees(due, contact, Said(inbound: true, 100)).NextFollowUp(talk.Setting).ShouldBeNull("an answer that no webhook brought");
        talk.Sees(due, contact, Said(inbound: false, -100)).NextFollowUp(talk.Setting).ShouldNotBeNull("older than our last word");
    }

    private static CrmMessage Said(bool inbound, int minute) => new("g1", inbound, "hola", Talk.Monday.AddMinutes(minute), "app", inbound ? null : "u1", Channel.WhatsApp, false);

    private static void Unnudged(Action<Talk> happens)
    {
        var talk = new Talk().Lead("hola", Of(Intent.Greeting));
        happens(talk);
        var replies = talk.Replies.Count;
        talk.State.NextFollowUp(talk.Setting).ShouldBeNull();
        talk.Waits(3 * Day).Replies.Count.ShouldBe(replies);
    }

    private static Talk Silent(Locations.LocationSettings location, string language, Field asked)
    {
        var others = location.Playbook.Fields.Where(spec => spec.Field != asked).Aggregate(Lead.Unknown, (lead, spec) => lead.With(Samples.Of(spec)));
        return new Talk
        {
            Location = location,
            State = new Conversation { ContactRead = true, Language = language, Lead = others, Asked = asked, SilentSince = Talk.Monday, LeadWroteAt = Talk.Monday },
        };
    }
}
