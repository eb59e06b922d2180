using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.ReadModel;

namespace OutletBot.Unit.Conversations;

/// <summary>
/// Rows of every released version must be read by the next: during a rolling upgrade both run side by side. A release adds a
/// file to <c>golden</c>; none is ever changed.
/// </summary>
public sealed class StoredStateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(-6));

    /// <summary>A conversation with every field and every kind of effect.</summary>
    private static StoredConversation Full => new()
    {
        Value = new Conversation
        {
            Stage = Stage.Offering,
            Language = "en",
            Lead = new Lead { Name = "Ana", BusinessType = "bakery", Problem = "few clients", Goal = "grow", MonthlyBudgetUsd = 450.5m, Email = "ana@example.com", Others = FieldValues.None.With(new Field("treatment"), "Cleaning") },
            Asked = Field.Email,
            AskCounts = Field.Standard.ToImmutableDictionary(f => f, f => f == Field.Email ? 2 : 1).Add(new Field("treatment"), 1),
            Tries = 1,
            OpensWith = "welcomeBack",
            HandedOffSince = Noon,
            SwitchTags = ["bot-off"],
            SwitchedAt = Noon,
            ReadIds = ["g2"],
            LeadWroteAt = Noon,
            SilentSince = Noon,
            NudgesBehind = 1,
            NudgedAt = Noon,
            Nudges = 2,
            AppointmentSince = Noon,
            RemindedFor = Noon,
            Missed = new MissedAppointment("a0", Noon) { Said = true },
            Offer = [Noon.AddDays(1)],
            OfferCount = 1,
            Proposed = Noon.AddDays(1),
            Appointment = new BookedAppointment("a1", Noon.AddDays(2)),
            Moving = true,
            Closed = true,
            History = [new Spoken(true, "hi"), new Spoken(false, "hello") { Overheard = true }],
            Summary = "earlier",
            Unanswered = "one more thing",
            UnansweredAttachment = "audio",
            MustGreet = true,
            Channel = Channel.WhatsApp,
            TagsSet = ["nurture-lead"],
            HandedOffAt = Noon,
            StageBefore = Stage.Booked,
            NeedsHuman = "asked",
            Turn = 7,
            Handled = [1, 2],
            Unmarked = [2],
            Unrecorded = [new MessageRow { MessageId = "m", Author = Author.Lead, Text = "hi", At = Noon, Brain = "rules" }],
            SentIds = ["g1"],
            ContactRead = true,
            InputTokens = 10,
            OutputTokens = 5,
            CostUsd = 0.001m,
            UpdatedAt = Noon,
            Grounds =
            [
                new TurnGrounds
                {
                    Id = "event-2",
                    At = Noon,
                    Contact = new ContactFacts(new Contact { Id = "c", Name = "Ana", Tags = ["a"], DoNotDisturb = [Channel.Sms] }, new Appointment("a1", "cal", Noon, "confirmed"), Channel.Sms),
                    SwitchedOn = true,
                    Events = [new Occurrence { InboxId = 2, Kind = InboxEventKind.TagsChanged, MessageId = "m", SentAt = Noon, Channel = Channel.Sms, Detail = "bot-on", Attachment = "audio" }],
                    Meanwhile = [new CrmMessage("g2", true, "hi", Noon, "app", "u1", Channel.WhatsApp, false)],
                    Free = new FreeTimes([Noon, Noon.AddHours(1)]),
                    Booking = new BookingOutcome("7-6", Noon, "a1", "refused"),
                    Conclusion = new Conclusion { Turn = 7, Stage = Stage.Booked, Lead = new Lead { Name = "Ana" }, Appointment = Noon, CostUsd = 0.001m },
                },
            ],
            Effects =
            [
                new SendReply { Id = "7-0", Since = Noon, Channel = Channel.Sms, Text = "hello", Brain = BrainKind.Model, Withdrawn = true, Until = Noon },
                new StartWorkflow { Id = "7-1", Since = Noon, WorkflowId = "w" },
                new UpdateContact { Id = "7-2", Since = Noon, Patch = new ContactPatch { Name = "Ana", DoNotDisturb = true, Others = FieldValues.None.With(new Field("treatment"), "Cleaning") } },
                new AddTags { Id = "7-3", Since = Noon, Tags = ["a"] },
                new RemoveTags { Id = "7-4", Since = Noon, Tags = ["b"] },
                new AddNote { Id = "7-5", Since = Noon, Body = "note" },
                new BookSlot { Id = "7-6", Since = Noon, Start = Noon },
                new MoveAppointment { Id = "7-7", Since = Noon, AppointmentId = "a1", Start = Noon },
                new CancelAppointment { Id = "7-8", Since = Noon, AppointmentId = "a1" },
            ],
        },
    };

    private static string[] Files => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "golden"), "*.json").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Releases => [.. Files];

    [Theory]
    [MemberData(nameof(Releases))]
    public void What_a_release_wrote_is_read_without_loss(string file)
    {
        var json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", file));

        var read = JsonSerializer.Deserialize<StoredConversation>(json)!;

        Contains(JsonSerializer.SerializeToNode(read)!, JsonNode.Parse(json)!, "$");
    }

    [Fact]
    public void The_newest_golden_file_holds_every_field_of_today()
    {
        var newest = Files[^1];
        var golden = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", newest)))!;

        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(Full), golden)
            .ShouldBeTrue($"add a golden file for the next release:\n{JsonSerializer.Serialize(Full)}");
    }

    [Fact]
    public void Standard_fields_are_written_as_the_version_before_reads_them()
    {
        var asked = new Conversation { Asked = Field.Email, AskCounts = ImmutableDictionary<Field, int>.Empty.Add(Field.Name, 2).Add(Field.Email, 1) };

        var json = JsonSerializer.SerializeToNode(asked)!;

        json["Asked"]!.ToJsonString().ShouldBe("5");
        json["AskCounts"]!.ToJsonString().ShouldBe("[2,0,0,0,0,1]");
    }

    [Fact]
    public void Fields_of_a_playbook_are_written_by_key_and_read_again()
    {
        var treatment = new Field("treatment");
        var asked = new Conversation { Asked = treatment, AskCounts = ImmutableDictionary<Field, int>.Empty.Add(Field.Name, 1).Add(treatment, 2) };

        var read = JsonSerializer.Deserialize<Conversation>(JsonSerializer.Serialize(asked))!;

        read.Asked.ShouldBe(treatment);
        read.AskCounts.ShouldBe(asked.AskCounts, ignoreOrder: true);
    }

    /// <summary>Everything that stood in the file still stands in what was read.</summary>
    private static void Contains(JsonNode now, JsonNode then, string path)
    {
        switch (then)
        {
            case JsonObject o:
                foreach (var (name, value) in o.Where(p => p.Value is not null)) Contains(now[name].ShouldNotBeNull($"{path}.{name}"), value!, $"{path}.{name}");
                break;
            case JsonArray a:
                now.AsArray().Count.ShouldBe(a.Count, path);
                for (var i = 0; i < a.Count; i++) Contains(now[i]!, a[i]!, $"{path}[{i}]");
                break;
            default:
                JsonNode.DeepEquals(now, then).ShouldBeTrue($"{path}: {now} for {then}");
                break;
        }
    }
}
