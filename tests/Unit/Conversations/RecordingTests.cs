using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.Unit.Simulation;
using OutletBot.Voice;

namespace OutletBot.Unit.Conversations;

/// <summary>What the shell makes of recordings.</summary>
public sealed class RecordingTests
{
    private const string Address = "https://backend.leadconnectorhq.com/a.ogg";

    private static readonly Conversation AskedForTheName = new() { ContactRead = true, Asked = Field.Name, Turn = 1, UpdatedAt = new VirtualTime().GetUtcNow() };

    [Fact]
    public void A_recording_is_answered_as_the_words_that_it_holds()
    {
        var voice = new Ear("soy Ana");
        var world = World(voice);

        Send(world, Message(1, AttachmentKind.Audio));

        world.Sql.Committed.Lead.Name.ShouldBe("Ana");
        world.Sql.Committed.UnansweredAttachment.ShouldBeNull();
        world.Ghl.Sent.ShouldHaveSingleItem().Text.ShouldContain("Ana");
        voice.Heard.ShouldBe([Address]);
    }

    [Fact]
    public void What_GHL_shows_only_seconds_later_is_waited_for()
    {
        var world = World(new Ear("soy Ana"), shows: TimeSpan.FromSeconds(5));

        Send(world, Message(1, AttachmentKind.File));

        world.Sql.Committed.Lead.Name.ShouldBe("Ana");
    }

    [Fact]
    public void A_recording_is_heard_once_though_its_lead_writes_on_meanwhile()
    {
        var voice = new Ear("soy Ana") { Takes = TimeSpan.FromSeconds(4) };
        var world = World(voice);
        world.At(TimeSpan.FromSeconds(5), () => Deliver(world, Message(2, null, "y mi correo es ana@example.com")));

        Send(world, Message(1, AttachmentKind.Audio));

        world.Sql.Committed.Lead.ShouldSatisfyAllConditions(lead => lead.Name.ShouldBe("Ana"), lead => lead.Email.ShouldBe("ana@example.com"));
        world.Ghl.Sent.ShouldHaveSingleItem();
        voice.Heard.Count.ShouldBe(1);
    }

    [Fact]
    public void Whoever_is_not_heard_is_asked_to_type_as_where_nobody_hears()
    {
        var world = World(new Ear(null));
        var deaf = World(null);

        Send(world, Message(1, AttachmentKind.Audio));
        Send(deaf, Message(1, AttachmentKind.Audio));

        world.Ghl.Sent.ShouldHaveSingleItem().Text.ShouldContain("audio");
        world.Ghl.Sent[0].Text.ShouldBe(deaf.Ghl.Sent.ShouldHaveSingleItem().Text);
    }

    [Fact]
    public void A_picture_that_the_webhook_did_not_name_is_told_from_a_recording()
    {
        var voice = new Ear("soy Ana");
        var world = World(voice, "https://backend.leadconnectorhq.com/a.jpg");

        Send(world, Message(1, AttachmentKind.File));

        world.Ghl.Sent.ShouldHaveSingleItem().Text.ShouldContain("imagen");
        voice.Heard.ShouldBeEmpty();
    }

    [Fact]
    public void A_message_that_GHL_shows_nothing_of_is_answered_all_the_same()
    {
        var world = World(new Ear("soy Ana"), shows: TimeSpan.FromMinutes(30));

        Send(world, Message(1, AttachmentKind.File));

        world.Ghl.Sent.ShouldHaveSingleItem();
        world.Sql.Unhandled.ShouldBeEmpty();
    }

    [Fact]
    public void A_spoken_stop_is_final()
    {
        var world = World(new Ear("ya no me escriban más"));

        Send(world, Message(1, AttachmentKind.Audio));

        world.Sql.Committed.Stage.ShouldBe(Stage.OptedOut);
    }

    [Theory]
    [InlineData("image", true, "")]
    [InlineData(AttachmentKind.Audio, false, "")]
    [InlineData(AttachmentKind.Audio, true, "soy Luis")]
    public void Nothing_is_listened_to_but_a_recording_alone_that_GHL_can_show(string attachment, bool hasProviderId, string text)
    {
        var voice = new Ear("soy Ana");
        var world = World(voice);

        Send(world, Message(1, attachment, text) with { HasProviderId = hasProviderId });

        voice.Heard.ShouldBeEmpty();
        world.Ghl.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public void An_address_that_is_none_is_not_fetched()
    {
        var voice = new Ear("soy Ana");
        var world = World(voice, "a.ogg");

        Send(world, Message(1, AttachmentKind.File));

        voice.Heard.ShouldBeEmpty();
        world.Ghl.Sent.ShouldHaveSingleItem().Text.ShouldContain("audio");
    }

    [Fact]
    public void What_a_recording_costs_counts_on_the_locations_own_day()
    {
        var voice = new Ear("soy Ana");
        var world = World(voice);
        world.At(TimeSpan.FromHours(14.5), () => Deliver(world, Message(1, AttachmentKind.Audio)));

        world.Run(TimeSpan.FromHours(15));

        world.Time.GetUtcNow().Day.ShouldBe(24);
        voice.Days.ShouldBe([new(2026, 11, 23)]);
    }

    [Fact]
    public void GHL_that_shows_a_recording_at_once_is_asked_once_and_one_that_shows_nothing_four_times_in_six_seconds()
    {
        Looks(TimeSpan.Zero).Count.ShouldBe(1);

        var looks = Looks(TimeSpan.FromMinutes(30));
        looks.Count.ShouldBe(4);
        for (var n = 1; n < looks.Count; n++) (looks[n] - looks[n - 1]).TotalSeconds.ShouldBeInRange(n, n + 0.9);
    }

    /// <summary>When GHL is asked for a recording that it shows only after so long.</summary>
    private static List<DateTimeOffset> Looks(TimeSpan shows)
    {
        var world = World(new Ear("soy Ana"), shows: shows);
        List<DateTimeOffset> looks = [];
        world.Ghl.Refusals["messages"] = () =>
        {
            looks.Add(world.Time.GetUtcNow());
            return null;
        };
        Deliver(world, Message(1, AttachmentKind.Audio));
        world.Run(TimeSpan.FromMinutes(1));
        return looks;
    }

    private static SimulatedWorld World(IVoice? voice, string address = Address, TimeSpan shows = default)
    {
        var world = new SimulatedWorld(1, AskedForTheName) { Brain = new RuleBrain(), FaultRate = 0, Voice = voice };
        if (voice is Ear ear) ear.Time = world.Time;
        world.At(shows, () => world.Ghl.Written.Add(new CrmMessage("m1", true, "", world.Time.GetUtcNow(), "app", null, Channel.WhatsApp, false) { AttachmentAddress = address }));
        return world;
    }

    private static InboxEvent Message(long id, string? attachment, string text = "") => new()
    {
        Id = id,
        Kind = InboxEventKind.LeadMessage,
        Conversation = SimulatedWorld.Id,
        MessageId = $"m{id}",
        HasProviderId = true,
        Text = text,
        Attachment = attachment,
        Channel = Channel.WhatsApp,
        SentAt = new VirtualTime().GetUtcNow().AddSeconds(id),
        ReceivedAt = new VirtualTime().GetUtcNow().AddSeconds(id),
    };

    private static void Send(SimulatedWorld world, InboxEvent message)
    {
        Deliver(world, message);
        world.Run(TimeSpan.FromMinutes(10));
    }

    private static void Deliver(SimulatedWorld world, InboxEvent message)
    {
        world.Sql.Insert(message);
        world.Deliver(message);
    }

    /// <summary>Hears the same in every recording.</summary>
    private sealed class Ear(string? words) : IVoice
    {
        public List<string> Heard { get; } = [];

        public List<DateOnly> Days { get; } = [];

        public TimeSpan Takes { get; init; } = TimeSpan.FromSeconds(1);

        public TimeProvider Time { get; set; } = TimeProvider.System;

        public async Task<string?> HearAsync(Recording recording, CancellationToken cancellation)
        {
            Heard.Add(recording.Address.ToString());
            Days.Add(recording.Day);
            await Task.Delay(Takes, Time, cancellation);
            return words;
        }
    }
}
