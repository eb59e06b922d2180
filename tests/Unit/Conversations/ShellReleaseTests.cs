using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.ReadModel;
using OutletBot.Unit.Simulation;
using static OutletBot.Unit.Conversations.CalmWorld;

namespace OutletBot.Unit.Conversations;

/// <summary>What is read in GHL when a person's time may be over.</summary>
public sealed class ShellReleaseTests
{
    private static readonly DateTimeOffset Now = new VirtualTime().GetUtcNow();

    private static readonly Conversation WithAPerson = new()
    {
        ContactRead = true,
        Turn = 2,
        Stage = Stage.HandedOff,
        HandedOffAt = Now,
        HandedOffSince = Now,
        UpdatedAt = Now,
        Channel = Channel.WhatsApp,
    };

    [Fact]
    public void While_a_person_answers_GHL_is_asked_for_nothing()
    {
        var world = World(WithAPerson);
        var asked = Asked(world);

        Write(world, "¿cuánto cuesta?", until: TimeSpan.FromMinutes(1));

        asked.ShouldBeEmpty();
        world.Ghl.Sent.ShouldBeEmpty();
        world.Sql.Unhandled.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_message_that_ends_a_hand_off_is_answered_once_though_GHL_shows_it_too(bool hasProviderId)
    {
        var world = World(WithAPerson with { HandedOffAt = Now.AddDays(-2), HandedOffSince = Now.AddDays(-2) });
        world.Ghl.Written.Add(new("m1", true, "¿cuánto cuesta? ", Now, "app", null, Channel.WhatsApp, false));
        world.Ghl.Written.Add(new("g1", false, "Hola, soy Luis", Now.AddDays(-1), "app", "u1", Channel.WhatsApp, false));
        world.Ghl.Written.Add(new("g2", true, "hola", Now.AddHours(-25), "app", null, Channel.WhatsApp, false));
        var message = new InboxEvent
        {
            Id = 1,
            Kind = InboxEventKind.LeadMessage,
            Conversation = SimulatedWorld.Id,
            MessageId = hasProviderId ? "m1" : "hash",
            HasProviderId = hasProviderId,
            Text = "¿cuánto cuesta?",
            SentAt = Now,
            ReceivedAt = Now,
        };
        Happens(world, message);

        world.Run(TimeSpan.FromMinutes(1));

        world.Ghl.Sent.ShouldHaveSingleItem();
        world.Sql.Transcript.Where(row => row.Author != Author.Bot).Select(row => row.MessageId).ShouldBe(["g2", "g1", message.MessageId], ignoreOrder: true);
    }

    [Theory]
    [InlineData("bot-off", false)]
    [InlineData("vip", true)]
    public void A_lead_who_writes_is_answered_once_the_tag_is_gone_that_no_webhook_told_of(string tag, bool answered)
    {
        var world = World(WithAPerson with { SwitchTags = ["bot-off"] });
        world.Ghl.Contact = world.Ghl.Contact with { Tags = [tag] };
        world.Ghl.Written.Add(new("g1", false, "Hola, soy Luis", Now.AddSeconds(-10), "app", "u1", Channel.WhatsApp, false));

        Write(world, "¿siguen ahí?", until: TimeSpan.FromMinutes(1));

        world.Ghl.Sent.Count.ShouldBe(answered ? 1 : 0);
        world.Sql.Transcript.Exists(row => row.MessageId == "g1").ShouldBe(answered);
    }

    [Fact]
    public void A_contact_that_GHL_refuses_to_show_stays_with_the_person()
    {
        var world = World(WithAPerson with { SwitchTags = ["bot-off"] });
        world.Ghl.Refusals["contact"] = () => new CrmException(CrmFailure.NotFound, "404");

        Write(world, "¿siguen ahí?", until: TimeSpan.FromMinutes(1));

        world.Ghl.Sent.ShouldBeEmpty();
        world.Sql.Committed.Stage.ShouldBe(Stage.HandedOff);
    }

    [Fact]
    public void The_tag_is_looked_for_only_when_the_lead_writes()
    {
        var world = World(WithAPerson with { SwitchTags = ["bot-off"] });
        var asked = Asked(world);
        Happens(world, 1, InboxEventKind.PersonMessage, text: "Aquí sigo");

        world.Run(TimeSpan.FromMinutes(1));

        asked.ShouldBeEmpty();
        world.Sql.Unhandled.ShouldBeEmpty();
    }

    [Fact]
    public void What_the_person_left_unanswered_is_answered_at_once()
    {
        var world = World(WithAPerson with { Unanswered = "¿cuánto cuesta?" });
        Happens(world, 1, InboxEventKind.Release);

        world.Run(TimeSpan.FromMinutes(1));

        (world.Ghl.Sent.ShouldHaveSingleItem().At - Now).TotalSeconds.ShouldBeLessThan(2.9, "only what a lead writes comes in fragments");
    }

    /// <summary>What GHL is asked for, as it is asked.</summary>
    private static List<string> Asked(SimulatedWorld world)
    {
        List<string> asked = [];
        foreach (var call in new[] { "contact", "messages", "appointments", "free" })
        {
            world.Ghl.Refusals[call] = () =>
            {
                asked.Add(call);
                return null;
            };
        }

        return asked;
    }
}
