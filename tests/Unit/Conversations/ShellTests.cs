using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Unit.Simulation;
using static OutletBot.Unit.Conversations.CalmWorld;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Conversations;

/// <summary>What the shell makes of failures that do not pass, in a world where nothing else fails.</summary>
public sealed class ShellTests
{
    private static readonly Lead Complete = new() { Name = "Ana", BusinessType = "b", Problem = "p", Goal = "g", MonthlyBudgetUsd = 500, Email = "ana@example.com" };

    [Fact]
    public void A_reply_that_ghl_refuses_for_good_stands_in_the_operators_queue()
    {
        var world = World(new Conversation());
        world.Ghl.Refusals["send"] = () => new CrmException(CrmFailure.Rejected, "Missing phone number");

        Write(world, "hola");

        world.Sql.Row!.NeedsHuman.ShouldNotBeNull().ShouldContain("Missing phone number");
        world.Ghl.Tags.ShouldBe([Tags.NeedsHuman]);
        world.Sql.Unhandled.ShouldBeEmpty();
    }

    [Fact]
    public void Who_has_do_not_disturb_on_has_opted_out()
    {
        var world = World(new Conversation());
        world.Ghl.Refusals["send"] = () => new CrmException(CrmFailure.DoNotDisturb, "DND is active");

        Write(world, "hola");

        world.Sql.Committed.Stage.ShouldBe(Stage.OptedOut);
        world.Sql.Unhandled.ShouldBeEmpty();
    }

    [Fact]
    public void A_contact_that_cannot_be_read_is_answered_all_the_same()
    {
        var world = World(new Conversation());
        world.Ghl.Refusals["contact"] = () => new CrmException(CrmFailure.Rejected, "400");

        Write(world, "hola");

        world.Ghl.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_calendar_that_is_refused_calls_a_person()
    {
        var world = World(new Conversation { ContactRead = true, Lead = Complete });
        world.Ghl.Refusals["free"] = () => new CrmException(CrmFailure.NotFound, "no such calendar");

        Write(world, "hola");

        world.Sql.Committed.Stage.ShouldBe(Stage.HandedOff);
        world.Ghl.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_revoked_token_is_told_at_once_and_the_message_waits_until_it_is_back()
    {
        var world = World(new Conversation());
        var revoked = true;
        world.Ghl.Refusals["contact"] = () => revoked ? new CrmException(CrmFailure.Unauthorized, "Invalid JWT") : null;
        string? told = null;
        world.At(TimeSpan.FromSeconds(20), () => (told, revoked) = (world.Sql.Row?.NeedsHuman, false));

        Write(world, "hola");

        told.ShouldNotBeNull().ShouldContain("Invalid JWT");
        world.Ghl.Sent.ShouldHaveSingleItem();
        world.Sql.Row!.NeedsHuman.ShouldBeNull();
    }

    [Fact]
    public void What_is_logged_of_a_failure_names_the_conversation_and_none_of_its_words()
    {
        var log = new HeardLog<ConversationShell>();
        var world = new SimulatedWorld(1, new Conversation()) { Brain = new RuleBrain(), FaultRate = 0, Logger = log };
        world.Ghl.Refusals["send"] = () => new CrmException(CrmFailure.Rejected, "Missing phone number");

        Write(world, "hola, soy Fulgencia");

        log.Lines.ShouldContain($"Warning: SendReply for {SimulatedWorld.Id} failed: Rejected: Missing phone number");
        log.Lines.ShouldAllBe(line => !line.Contains("Fulgencia"));
    }

    [Fact]
    public void An_opt_out_is_heard_while_a_person_answers()
    {
        var world = World(new Conversation { ContactRead = true, Stage = Stage.HandedOff, HandedOffAt = new VirtualTime().GetUtcNow() });

        Write(world, "STOP");

        world.Sql.Committed.Stage.ShouldBe(Stage.OptedOut);
        world.Ghl.Tags.ShouldBe([Tags.OptedOut]);
    }

    [Fact]
    public void Do_not_disturb_is_off_before_who_asked_for_it_is_answered()
    {
        var talk = new Talk();
        talk.Lead("STOP", Readings.Of(Intent.OptOut)).Lead("INICIAR", Readings.Of(Intent.OptIn));

        var off = talk.Done.FindIndex(e => e is UpdateContact { Patch.DoNotDisturb: false });
        off.ShouldBeGreaterThan(-1);
        off.ShouldBeLessThan(talk.Done.FindLastIndex(e => e is SendReply));
    }
}
