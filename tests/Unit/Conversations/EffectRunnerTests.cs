using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.ReadModel;

namespace OutletBot.Unit.Conversations;

/// <summary>What each effect does in GHL, and what is left of it in the conversation.</summary>
public sealed class EffectRunnerTests
{
    private readonly EffectRuns _runs = new();

    private SendReply Reply => new() { Id = "1-0", Since = _runs.Now, Channel = Channel.WhatsApp, Text = "Hola" };

    [Fact]
    public async Task What_is_done_is_no_longer_to_be_done_and_the_rest_still_is()
    {
        var other = new AddNote { Id = "1-1", Since = _runs.Now, Body = "later" };

        var after = await _runs.RunAsync(Reply, conversation: new Conversation { Effects = [other] });

        after.Effects.ShouldBe([other]);
        _runs.Ghl.Sent.ShouldHaveSingleItem().Text.ShouldBe("Hola");
        _runs.Ghl.Sent[0].Channel.ShouldBe(Channel.WhatsApp);
    }

    [Theory]
    [InlineData(BrainKind.Model, "model")]
    [InlineData(BrainKind.Rules, "rules")]
    public async Task The_transcript_says_what_was_said_and_who_thought_of_it(BrainKind brain, string written)
    {
        var after = await _runs.RunAsync(Reply with { Brain = brain });

        var row = after.Unrecorded.ShouldHaveSingleItem();
        (row.MessageId, row.Author, row.Text, row.Brain).ShouldBe(("1-0", Author.Bot, "Hola", written));
        row.At.ShouldBe(_runs.Now);
    }

    [Fact]
    public async Task Six_of_our_latest_messages_are_kept_by_ghls_ids()
    {
        var after = await _runs.RunAsync(Reply, conversation: new Conversation { SentIds = ["s1", "s2", "s3", "s4", "s5", "s6"] });

        after.SentIds.ShouldBe(["s2", "s3", "s4", "s5", "s6", _runs.Ghl.Sent[0].Id]);
    }

    [Fact]
    public async Task The_silence_begins_when_the_lead_can_read_us_and_not_when_we_decided()
    {
        var decided = _runs.Now.AddMinutes(-10);

        (await _runs.RunAsync(Reply, conversation: new Conversation { SilentSince = decided })).SilentSince.ShouldBe(_runs.Now);
    }

    [Fact]
    public async Task A_nudge_begins_no_silence_of_its_own_and_is_remembered_once_it_is_said()
    {
        var decided = _runs.Now.AddHours(-2);

        var after = await _runs.RunAsync(Reply with { Until = _runs.Now.AddHours(1) }, conversation: new Conversation { SilentSince = decided });

        after.SilentSince.ShouldBe(decided);
        after.LastReply.ShouldBe("Hola");
    }

    [Fact]
    public async Task A_reply_is_remembered_by_the_decision_and_not_again_when_it_leaves() => (await _runs.RunAsync(Reply)).History.ShouldBeEmpty();

    [Fact]
    public async Task A_reply_to_who_is_not_waited_for_begins_no_silence() => (await _runs.RunAsync(Reply)).SilentSince.ShouldBeNull();

    [Fact]
    public async Task A_reply_that_ghl_has_already_is_not_sent_again_and_is_in_the_transcript()
    {
        _runs.Ghl.Written.Add(Ours);

        var after = await _runs.RunAsync(Reply, mayBeDone: true);

        _runs.Ghl.Sent.ShouldBeEmpty();
        after.SentIds.ShouldBe([Ours.Id]);
        after.Unrecorded.ShouldHaveSingleItem().Text.ShouldBe("Hola");
    }

    [Fact]
    public async Task A_reply_that_ghl_shows_only_a_moment_later_is_not_sent_again()
    {
        _runs.After(TimeSpan.FromSeconds(3), () => _runs.Ghl.Written.Add(Ours));

        var after = await _runs.RunAsync(Reply, mayBeDone: true);

        _runs.Ghl.Sent.ShouldBeEmpty();
        after.SentIds.ShouldBe([Ours.Id]);
    }

    [Fact]
    public async Task The_first_try_looks_nothing_up()
    {
        _runs.Ghl.Written.Add(Ours);

        await _runs.RunAsync(Reply);

        _runs.Ghl.Sent.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("\r\nHola  ", "Hola")]
    [InlineData("Elige:\r\n1. lunes", "Elige:\n1. lunes")]
    [InlineData("Elige:\n1. lunes", "Elige:\r\n1. lunes")]
    public async Task A_provider_that_folds_line_ends_and_trims_has_sent_the_same(string inGhl, string text)
    {
        _runs.Ghl.Written.Add(Ours with { Text = inGhl });

        await _runs.RunAsync(Reply with { Text = text }, mayBeDone: true);

        _runs.Ghl.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ghls_clock_may_be_two_minutes_behind_ours()
    {
        _runs.Ghl.Written.Add(Ours with { At = _runs.Now.AddMinutes(-2) });

        await _runs.RunAsync(Reply, mayBeDone: true);

        _runs.Ghl.Sent.ShouldBeEmpty();
    }

    public static TheoryData<string> Others => ["older", "lead's", "person's", "known", "other words", "joined lines"];

    [Theory, MemberData(nameof(Others))]
    public async Task What_only_resembles_the_reply_does_not_stand_for_it(string other)
    {
        _runs.Ghl.Written.Add(other switch
        {
            "older" => Ours with { At = _runs.Now.AddMinutes(-2).AddSeconds(-1) },
            "lead's" => Ours with { Inbound = true },
            "person's" => Ours with { UserId = "luis", Source = "app" },
            "known" => Ours with { Id = "known" },
            "joined lines" => Ours with { Text = "Hola\nAna" },
            _ => Ours with { Text = "hola" },
        });
        var reply = other == "joined lines" ? Reply with { Text = "HolaAna" } : Reply;

        await _runs.RunAsync(reply, mayBeDone: true, conversation: new Conversation { SentIds = ["known"] });

        _runs.Ghl.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_withdrawn_reply_is_noted_where_it_was_sent_and_never_sent()
    {
        (await _runs.RunAsync(Reply with { Withdrawn = true }, mayBeDone: true)).Unrecorded.ShouldBeEmpty();
        _runs.Ghl.Sent.ShouldBeEmpty();

        _runs.Ghl.Written.Add(Ours);
        (await _runs.RunAsync(Reply with { Withdrawn = true }, mayBeDone: true)).Unrecorded.ShouldHaveSingleItem();
        _runs.Ghl.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_contact_gets_what_is_new()
    {
        await _runs.RunAsync(new UpdateContact { Id = "1-0", Since = _runs.Now, Patch = new ContactPatch { Name = "Ana" } });

        _runs.Ghl.Patches.ShouldHaveSingleItem().Name.ShouldBe("Ana");
    }

    [Fact]
    public async Task Tags_are_added_and_taken_off()
    {
        await _runs.RunAsync(new AddTags { Id = "1-0", Since = _runs.Now, Tags = ["qualified-lead"] });
        await _runs.RunAsync(new RemoveTags { Id = "1-1", Since = _runs.Now, Tags = ["nurture-lead"] });

        _runs.Ghl.Tags.ShouldBe(["qualified-lead"]);
        _runs.Ghl.Untagged.ShouldBe(["nurture-lead"]);
    }

    [Fact]
    public async Task A_switch_that_we_take_off_stands_no_longer_and_older_news_of_it_says_nothing()
    {
        var switched = new Conversation { SwitchTags = ["bot-off", "bot-on"] };

        var after = await _runs.RunAsync(new RemoveTags { Id = "1-0", Since = _runs.Now, Tags = ["bot-off", "nurture-lead"] }, conversation: switched);

        after.SwitchTags.ShouldBe(["bot-on"]);
        after.SwitchedAt.ShouldBe(_runs.Now);
    }

    [Fact]
    public async Task Another_tag_taken_off_tells_nothing_about_the_switch() =>
        (await _runs.RunAsync(new RemoveTags { Id = "1-0", Since = _runs.Now, Tags = ["nurture-lead"] }, conversation: new Conversation { SwitchTags = ["bot-off"] }))
            .SwitchedAt.ShouldBeNull();

    [Fact]
    public async Task A_note_is_written_once_however_often_it_is_tried()
    {
        var note = new AddNote { Id = "3-1", Since = _runs.Now, Body = "summary " };
        await _runs.RunAsync(note);
        await _runs.RunAsync(note, mayBeDone: true);
        _runs.Ghl.Notes.ShouldBe(["summary [3-1]"]);

        await _runs.RunAsync(note with { Id = "4-1" }, mayBeDone: true);
        _runs.Ghl.Notes.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_greeting_workflow_is_started_and_says_nothing_that_we_know()
    {
        (await _runs.RunAsync(Greeting)).Unrecorded.ShouldBeEmpty();

        _runs.Ghl.Workflows.ShouldBe(["wf"]);
    }

    [Fact]
    public async Task A_greeting_of_unknown_outcome_is_left_to_a_person()
    {
        var failure = await Should.ThrowAsync<CrmException>(() => _runs.RunAsync(Greeting, mayBeDone: true));

        failure.IsTransient.ShouldBeFalse();
        failure.Message.ShouldContain("greeting workflow");
        _runs.Ghl.Workflows.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_template_that_follows_up_is_in_the_transcript_and_never_started_twice()
    {
        var template = Greeting with { Until = _runs.Now.AddHours(1) };

        var row = (await _runs.RunAsync(template)).Unrecorded.ShouldHaveSingleItem();
        (row.MessageId, row.Author, row.Text, row.At).ShouldBe(("1-0", Author.Bot, "[template]", _runs.Now));

        (await _runs.RunAsync(template, mayBeDone: true)).Effects.ShouldBeEmpty();
        _runs.Ghl.Workflows.ShouldBe(["wf"]);
    }

    [Fact]
    public async Task A_cancelled_appointment_is_cancelled_in_ghl()
    {
        (await _runs.RunAsync(Cancels)).Effects.ShouldBeEmpty();

        _runs.Ghl.Cancelled.ShouldBe(["a1"]);
    }

    [Fact]
    public async Task An_appointment_that_somebody_deleted_is_cancelled_as_wanted()
    {
        _runs.Ghl.Refusals["cancel"] = () => new CrmException(CrmFailure.NotFound, "404");

        (await _runs.RunAsync(Cancels)).Effects.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancellation_that_failed_is_not_taken_for_done()
    {
        _runs.Ghl.Refusals["cancel"] = () => new CrmException(CrmFailure.Unavailable, "503");

        await Should.ThrowAsync<CrmException>(() => _runs.RunAsync(Cancels));
    }

    private CrmMessage Ours => new("g9", Inbound: false, "Hola", _runs.Now, "api", null, Channel.WhatsApp, Failed: false);

    private StartWorkflow Greeting => new() { Id = "1-0", Since = _runs.Now, WorkflowId = "wf" };

    private CancelAppointment Cancels => new() { Id = "1-0", Since = _runs.Now, AppointmentId = "a1" };
}
