using Microsoft.Extensions.AI;
using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Costs;
using OutletBot.Locations;
using OutletBot.Options;

namespace OutletBot.Unit.Agent;

/// <summary>What the model may cost, and what becomes of a turn when that is spent.</summary>
public sealed class ModelBudgetsTests
{
    private static readonly UsageDetails Typical = new() { InputTokenCount = 1000, CachedInputTokenCount = 400, OutputTokenCount = 100 };
    private static readonly Thought Carlos = Thoughts.Of("soy Carlos", "es", Field.Name, Field.Problem) with { Conversation = new("loc1", "carlos") };

    [Fact]
    public async Task Tokens_from_the_providers_cache_have_a_price_of_their_own()
    {
        using var model = new ModelDouble { Usage = Typical };

        var usage = (await Think(model.Brain(), Carlos)).Usage.ShouldNotBeNull();

        usage.ShouldBe(new ModelUsage(1000, 100, 0.00018m) { CachedTokens = 400 });
        Sum(model).ShouldBe(0.00018m);
        Charges(model).Sum(charge => charge.Calls).ShouldBe(1);
        Charges(model).Sum(charge => charge.CachedTokens).ShouldBe(400);
    }

    [Fact]
    public async Task The_worst_case_is_reserved_before_the_model_is_asked()
    {
        decimal reserved = 0;
        ModelDouble model = null!;
        model = new ModelDouble(messages =>
        {
            reserved = Sum(model);
            return ModelDouble.Silence;
        })
        { Usage = Typical };

        await Think(model.Brain(), Carlos);

        reserved.ShouldBeGreaterThan(Sum(model));
        reserved.ShouldBeGreaterThan(model.Options.Price.Of(900, 0, ModelCall.OutputLimit));
    }

    [Fact]
    public async Task When_the_days_budget_is_spent_the_rules_answer_until_the_locations_next_day()
    {
        using var model = new ModelDouble { Usage = Typical };
        model.Options.Budget.PerLocationPerDay = 0.01m;
        var brain = model.Brain();
        var evening = Carlos with { Now = new(2026, 11, 23, 23, 59, 0, TimeSpan.FromHours(-6)) };
        for (var i = 0; i < 100; i++)
        {
            (await Think(brain, evening with { Conversation = new("loc1", $"c{i}") })).Reading.Fields.Name.ShouldBe("Carlos");
            Sum(model).ShouldBeLessThanOrEqualTo(0.01m);
        }

        var calls = model.Calls;
        calls.ShouldBeInRange(40, 55);
        (await Think(brain, evening)).Brain.ShouldBe(BrainKind.Rules);
        model.Calls.ShouldBe(calls);

        (await Think(brain, evening with { Conversation = new("loc2", "ana"), Location = evening.Location with { LocationId = "loc2" } })).Brain.ShouldBe(BrainKind.Model);
        (await Think(brain, evening with { Now = evening.Now.AddMinutes(2) })).Brain.ShouldBe(BrainKind.Model);
    }

    [Fact]
    public async Task Operators_are_told_once_at_80_percent_and_once_when_it_is_spent()
    {
        using var model = new ModelDouble { Usage = Typical };
        model.Options.Budget.PerDay = 0.01m;
        model.Options.Budget.PerConversation = null;
        var ledger = (MemoryModelLedger)model.Ledger;
        var (one, other) = (model.Brain(), model.Brain());
        BudgetNotice nearly = new(new(2026, 11, 23), "PerDay", "", "", 80);
        for (var i = 0; i < 30; i++) await Think(i % 2 == 0 ? one : other, Carlos);
        ledger.Notices.ShouldBeEmpty();

        for (var i = 0; i < 60; i++) await Think(i % 2 == 0 ? one : other, Carlos);

        ledger.Notices.ShouldBe([nearly, nearly with { Percent = 100 }], ignoreOrder: true);
    }

    [Fact]
    public async Task A_conversation_that_has_spent_its_budget_leaves_the_others_alone()
    {
        using var model = new ModelDouble { Usage = Typical };
        model.Options.Budget.PerConversation = 0.004m;
        var brain = model.Brain();
        while ((await Think(brain, Carlos)).Brain == BrainKind.Model) model.Calls.ShouldBeLessThan(100);

        (await Think(brain, Carlos with { Now = Carlos.Now.AddDays(1) })).Brain.ShouldBe(BrainKind.Rules);
        (await Think(brain, Carlos with { Conversation = new("loc1", "ana") })).Brain.ShouldBe(BrainKind.Model);
    }

    [Fact]
    public async Task A_locations_own_budgets_go_before_those_for_all()
    {
        ModelBudget all = new() { PerConversation = 0.01m, PerLocationPerDay = 5, PerDay = 20 };
        var own = all.With(new() { PerLocationPerDay = 0 });
        (own.PerConversation, own.PerLocationPerDay, own.PerDay).ShouldBe((0.01m, 0m, 20m));
        using var model = new ModelDouble { Usage = Typical, Locations = new Poor("loc2", own) };
        var brain = model.Brain();

        (await Think(brain, Carlos with { Conversation = new("loc2", "ana") })).Brain.ShouldBe(BrainKind.Rules);
        model.Calls.ShouldBe(0);
        await Think(brain, Carlos);
        model.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_budget_of_nothing_keeps_the_model_from_being_asked_and_none_never_does()
    {
        using var model = new ModelDouble { Usage = new() { InputTokenCount = 1_000_000_000, OutputTokenCount = 100 } };
        model.Options.Budget.PerDay = 0;
        await Think(model.Brain(), Carlos);
        model.Calls.ShouldBe(0);

        (model.Options.Budget.PerDay, model.Options.Budget.PerConversation) = (null, null);
        for (var i = 0; i < 3; i++) await Think(model.Brain(), Carlos);
        model.Calls.ShouldBe(3);
    }

    public static TheoryData<string, bool> Failures => new() { { "unreachable", true }, { "timeout", false }, { "malformed", false } };

    [Theory, MemberData(nameof(Failures))]
    public async Task A_call_that_certainly_cost_nothing_is_not_charged_and_one_that_may_have_is(string failure, bool free)
    {
        using var model = new ModelDouble(_ => failure switch
        {
            "unreachable" => throw new HttpRequestException("refused"),
            "timeout" => throw new TimeoutException(),
            _ => "no turn",
        });

        (await Think(model.Brain(), Carlos)).Brain.ShouldBe(BrainKind.Rules);

        (Sum(model) == 0).ShouldBe(free);
        Charges(model).Sum(charge => charge.Calls).ShouldBe(free ? 0 : 1);
    }

    [Fact]
    public async Task A_ledger_that_fails_costs_the_model_and_not_the_reply()
    {
        using var model = new ModelDouble { Ledger = new BrokenLedger() };

        (await Think(model.Brain(), Carlos)).Reading.Fields.Name.ShouldBe("Carlos");

        model.Calls.ShouldBe(0);
    }

    [Fact]
    public void A_price_is_rounded_up_to_what_the_ledger_can_hold() =>
        new ModelPrice { InputPerMillion = 0.0001m }.Of(1, 0, 0).ShouldBe(0.000000001m);

    private static Task<Proposal> Think(ModelBrain brain, Thought thought) => brain.ThinkAsync(thought, TestContext.Current.CancellationToken);

    private static IReadOnlyList<ModelCharge> Charges(ModelDouble model) => ((MemoryModelLedger)model.Ledger).Charges;

    private static decimal Sum(ModelDouble model) => Charges(model).Sum(charge => charge.Usd);

    /// <summary>Locations of which one has budgets of its own.</summary>
    private sealed class Poor(string location, ModelBudget budget) : ILocations
    {
        public string? DefaultLocationId => null;

        public LocationSettings Get(string locationId) => Carlos.Location with { LocationId = locationId, ModelBudget = locationId == location ? budget : null };
    }

    private sealed class BrokenLedger : IModelLedger
    {
        public Task ChargeAsync(ModelCharge charge, CancellationToken cancellation) => Task.FromException(new IOException("SQL is away."));

        public Task<ModelSpending> SpentAsync(ConversationId conversation, DateOnly day, CancellationToken cancellation) => throw new IOException("SQL is away.");

        public Task<bool> NoteAsync(BudgetNotice notice, CancellationToken cancellation) => throw new IOException("SQL is away.");
    }
}
