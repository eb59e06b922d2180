using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Unit.Simulation;
using static OutletBot.Unit.Conversations.CalmWorld;

namespace OutletBot.Unit.Conversations;

/// <summary>What becomes of a lead's message while GHL is in trouble: it waits, those who can help know, and it is answered once.</summary>
public sealed class SupplierTests
{
    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(3);

    public static TheoryData<string, string> Places => new() { { "contact", "A message waits" }, { "send", "SendReply waits" } };

    [Theory, MemberData(nameof(Places))]
    public void A_revoked_token_is_told_at_once_and_the_message_is_answered_when_there_is_a_new_one(string place, string told) =>
        During(Outage, place, () => new CrmException(CrmFailure.Unauthorized, "Invalid JWT"), toldWithin: TimeSpan.FromSeconds(10)).ShouldStartWith(told);

    [Theory, MemberData(nameof(Places))]
    public void A_day_whose_requests_are_used_up_is_told_at_once_and_the_message_waits_as_long_as_GHL_asks(string place, string told) =>
        During(Outage, place, () => new CrmException(CrmFailure.RateLimited, "429") { RetryAfter = Outage }, toldWithin: TimeSpan.FromSeconds(10), tries: 2).ShouldStartWith(told);

    [Theory, MemberData(nameof(Places))]
    public void A_minute_that_GHL_asks_for_is_told_at_once(string place, string told) =>
        During(TimeSpan.FromSeconds(50), place, () => new CrmException(CrmFailure.RateLimited, "429") { RetryAfter = TimeSpan.FromMinutes(1) }, toldWithin: TimeSpan.FromSeconds(10), tries: 2).ShouldStartWith(told);

    [Theory, MemberData(nameof(Places))]
    public void A_GHL_that_is_down_is_told_before_long_and_the_message_goes_out_once_when_it_is_back(string place, string told) =>
        During(Outage, place, () => new CrmException(CrmFailure.Unavailable, "503"), toldWithin: TimeSpan.FromMinutes(1)).ShouldStartWith(told);

    [Theory, MemberData(nameof(Places))]
    public void A_short_pause_that_GHL_asks_for_bothers_nobody(string place, string _)
    {
        var told = During(TimeSpan.FromSeconds(8), place, () => new CrmException(CrmFailure.RateLimited, "429") { RetryAfter = TimeSpan.FromSeconds(6) }, toldWithin: TimeSpan.FromMinutes(1), tries: 2);

        told.ShouldBeNull();
    }

    [Theory]
    [InlineData(CrmFailure.Rejected)]
    [InlineData(CrmFailure.NotFound)]
    public void A_reply_that_is_refused_for_good_is_tried_once_and_a_person_called(CrmFailure failure)
    {
        var world = World(new Conversation());
        var tries = 0;
        world.Ghl.Refusals["send"] = () =>
        {
            tries++;
            return new CrmException(failure, "no such contact");
        };

        Write(world, "hola");

        tries.ShouldBe(1);
        world.Sql.Row!.NeedsHuman.ShouldNotBeNull().ShouldContain("no such contact");
        world.Sql.Unhandled.ShouldBeEmpty();
    }

    /// <summary>Lets GHL refuse one of its calls for a while, and returns what operators were told by then.</summary>
    private static string? During(TimeSpan outage, string place, Func<CrmException> failure, TimeSpan toldWithin, int? tries = null)
    {
        var world = World(new Conversation());
        var (tried, lasts) = (0, true);
        world.Ghl.Refusals[place] = () =>
        {
            tried++;
            return lasts ? failure() : null;
        };
        string? told = null;
        world.At(outage, () => lasts = false);
        world.At(toldWithin, () => told = world.Sql.Row?.NeedsHuman);

        Write(world, "hola");

        world.Ghl.Sent.ShouldHaveSingleItem();
        world.Sql.Row!.NeedsHuman.ShouldBeNull();
        world.Sql.Unhandled.ShouldBeEmpty();
        if (tries is not null) tried.ShouldBe(tries.Value);
        return told;
    }
}
