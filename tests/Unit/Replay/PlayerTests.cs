using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.Options;
using OutletBot.Playbooks;
using OutletBot.ReadModel;
using OutletBot.Replay;
using OutletBot.Unit.Conversations;

namespace OutletBot.Unit.Replay;

public sealed class PlayerTests
{
    private static readonly string[] Script =
        ["Hola", "soy Carlos, tengo un restaurante", "no me llegan clientes", "llenar las mesas", "unos quinientos al mes", "carlos@example.com", "el segundo"];

    [Fact]
    public async Task The_same_brain_books_the_same_time_again_and_nothing_differs()
    {
        var played = await PlayAsync(Record(Script));

        played.Changed.ShouldBe(0, played.Told());
        played.Turns.Count.ShouldBe(Script.Length);
        played.Now.Stage.ShouldBe(Stage.Booked);
        played.Now.Appointment.ShouldBe(played.Then.Appointment);
        played.WritesKept[nameof(BookSlot)].ShouldBe(1);
        played.AssumedTimes.ShouldBeFalse();
    }

    [Fact]
    public async Task Another_minimum_shows_as_another_stage_from_the_turn_on_where_it_matters()
    {
        var played = await PlayAsync(Record(Script), location => location with { MinimumBudget = 900 });

        played.Turns[3].Differences.ShouldBeEmpty();
        played.Turns[4].Differences.ShouldContain("stage: Qualifying → Nurture");
        played.Turns[4].Differences.ShouldContain("reply");
        played.Now.Stage.ShouldBe(Stage.Nurture);
        played.Now.Appointment.ShouldBeNull();
    }

    [Fact]
    public async Task Another_playbook_asks_its_own_fields_at_times_of_the_record()
    {
        var dental = PlaybookSource.Read("dental-clinic").Playbook!;

        var played = await PlayAsync(Record([.. Script[..5], "una limpieza dental", "no tengo seguro", "carlos@example.com"]), location => location with { Playbook = dental });

        played.Turns[0].Differences.ShouldContain("reply");
        played.Changed.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Another_brain_is_shown_with_its_words_and_its_cost()
    {
        var played = await PlayAsync(Record(Script[..2]), brain: new Wordy());

        played.Turns[0].Now.Brain.ShouldBe("model");
        played.Turns[0].Then.Brain.ShouldBe("rules");
        played.CostNow.ShouldBe(0.004m);
        played.CostThen.ShouldBeNull();
    }

    [Fact]
    public async Task What_GHL_knew_of_the_contact_is_known_again()
    {
        var played = await PlayAsync(Record(Script[..1], new ContactFacts(new Contact { Id = "ana", Name = "Lucía", Email = "lucia@example.com", Phone = null })));

        played.Changed.ShouldBe(0, played.Told());
        played.Now.Lead!.Name.ShouldBe("Lucía");
    }

    [Fact]
    public async Task A_conversation_of_an_earlier_version_is_played_from_its_transcript()
    {
        var record = Record(Script);
        var bare = record with { Grounds = TranscriptGrounds.Of(record.Transcript), FromTranscript = true };

        var played = await PlayAsync(bare);

        played.Turns.Count.ShouldBe(Script.Length);
        played.Turns.Take(5).ShouldAllBe(turn => turn.Differences.Count == 0, played.Told());
        played.Turns.ShouldAllBe(turn => turn.Then.Replies.Count > 0, played.Told());
        played.AssumedTimes.ShouldBeTrue();
        played.Now.Stage.ShouldBe(Stage.Booked);
    }

    /// <summary>Plays the script by the rules and keeps what the shell would record.</summary>
    private static RecordedConversation Record(string[] script, ContactFacts? facts = null)
    {
        var now = Talk.Monday;
        var rehearsal = new Rehearsal { State = new Conversation(), Free = [.. Enumerable.Range(1, 4).Select(day => Talk.Monday.AddDays(day))] };
        var transcript = new List<MessageRow>();
        var grounds = new List<GroundsRow>();
        for (var i = 0; i < script.Length; i++)
        {
            var setting = new Setting { Location = new Talk().Location, Now = now };
            var message = new InboxEvent
            {
                Id = i + 1,
                Kind = InboxEventKind.LeadMessage,
                Conversation = Records.Id,
                MessageId = $"m{i}",
                HasProviderId = true,
                Text = script[i],
                SentAt = now,
                ReceivedAt = now,
            };
            var done = rehearsal.Done.Count;
            if (rehearsal.Hear([message], setting, i == 0 ? facts ?? new ContactFacts(null) : null) is { } thought) rehearsal.Answer(RuleBrain.Propose(thought.Listen()), setting);
            transcript.AddRange(rehearsal.State.Unrecorded);
            transcript.AddRange(rehearsal.Done.Skip(done).OfType<SendReply>().Select(send => new MessageRow { MessageId = send.Id, Author = Author.Bot, Text = send.Text, At = now, Brain = "rules" }));
            grounds.AddRange(rehearsal.State.Grounds.Select(g => new GroundsRow { GroundsId = g.Id, At = g.At, Body = g.ToJson() }));
            now = now.AddMinutes(1);
        }

        return Records.Of(transcript, grounds);
    }

    private static Task<ReplayedConversation> PlayAsync(
        RecordedConversation record, Func<OutletBot.Locations.LocationSettings, OutletBot.Locations.LocationSettings>? differently = null, IBrain? brain = null) =>
        Player.PlayAsync(record, brain ?? new RuleBrain(), (differently ?? (location => location))(new Talk().Location), new ConversationOptions(), TestContext.Current.CancellationToken);

    private sealed class Wordy : IBrain
    {
        public Task<Proposal> ThinkAsync(Thought thought, CancellationToken cancellation) => Task.FromResult(new Proposal
        {
            Reading = thought.Listen(),
            Reply = $"Cuénteme, {thought.Missing[0].Key}?",
            ReplyAsks = thought.Missing[0],
            Brain = BrainKind.Model,
            Usage = new ModelUsage(1000, 20, 0.002m),
        });
    }
}
